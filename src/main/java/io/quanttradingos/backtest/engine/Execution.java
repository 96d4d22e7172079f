package io.quanttradingos.backtest.engine;

import org.jspecify.annotations.Nullable;

/** Fills orders: how many shares, at what price with costs, and what follows for the account and the other orders. */
final class Execution {
    private final Market market;
    private final Account account;
    private final OrderLog orders;
    private final Costs costs;
    private final Slippage slippage;
    private final BuyingPower buyingPower;
    private final FillSize size;
    private final Exits exits;
    private final FillObserver[] observers;

    Execution(Market market, EngineSettings settings, Hooks hooks, Ledger ledger, WorkingOrders working) {
        this.market = market;
        this.account = ledger.account();
        this.orders = ledger.orders();
        this.costs = settings.costs();
        this.slippage = new Slippage(market, costs);
        this.buyingPower = new BuyingPower(account, settings);
        this.size = new FillSize(settings, ledger, buyingPower, slippage);
        this.exits = new Exits(market, ledger, working);
        this.observers = hooks.observers().toArray(FillObserver[]::new);
    }

    FillSize size() {
        return size;
    }

    Exits exits() {
        return exits;
    }

    /**
     * Fills an order unless it comes to nothing or the buying power does not allow it.
     *
     * @param price before costs
     * @param paysSpread whether it takes what the market offers: everything but a limit order does
     */
    void fill(int order, int bar, double price, boolean paysSpread, Moment moment) {
        double signed = size.of(order, bar, price, paysSpread);
        if (!orders.isOpen(order)) {
            return;
        }
        int instrument = orders.instrument(order);
        double adverse = paysSpread ? slippage.of(instrument, bar, Math.abs(signed)) : 0;
        double paid = price * (1 + Math.signum(signed) * adverse);
        double commission = costs.commission(Math.abs(signed), paid);
        double slipped = Math.abs(signed) * price * adverse;
        @Nullable String objection = buyingPower.objection(instrument, signed, price, commission, slipped);
        if (objection != null) {
            orders.close(order, bar, OrderStatus.REJECTED, objection);
            return;
        }
        see(instrument, bar, moment);
        account.fill(instrument, signed, price, paid, commission, bar, moment);
        orders.fill(order, bar, signed, paid, commission, slipped);
        exits.follow(order, bar, moment);
        for (FillObserver observer : observers) {
            observer.filled(order, orders, account);
        }
    }

    /** What the bar has certainly shown a position before something is filled in it. */
    private void see(int i, int bar, Moment moment) {
        if (moment == Moment.WITHIN) {
            account.see(i, market.open[i][bar], market.open[i][bar]);
        } else if (moment == Moment.AT_CLOSE) {
            account.see(i, market.high[i][bar], market.low[i][bar]);
        }
    }
}
