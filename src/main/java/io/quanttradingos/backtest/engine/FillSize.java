package io.quanttradingos.backtest.engine;

import java.util.Locale;

/**
 * How many signed shares a fill trades.
 *
 * <p>A share of the equity is worked out on the equity before the fills of the same turn, all of them at the prices of the
 * moment, costs included: the position it asks for and what trading it costs come to that share of the equity. Where the
 * position has to change sides, what it costs to close it comes off the equity first.
 */
final class FillSize {
    private static final String NOTHING = "came to less than one share";
    private static final String CUT = "cut to what the buying power allows";
    private static final double ROUNDING = 1e-9;

    private final EngineSettings settings;
    private final Account account;
    private final OrderLog orders;
    private final BuyingPower buyingPower;
    private final Slippage slippage;
    private double equity;

    FillSize(EngineSettings settings, Ledger ledger, BuyingPower buyingPower, Slippage slippage) {
        this.settings = settings;
        this.account = ledger.account();
        this.orders = ledger.orders();
        this.buyingPower = buyingPower;
        this.slippage = slippage;
    }

    /** Takes the equity that shares of it are worked out on until the next turn. */
    void beginTurn() {
        equity = Math.max(0, account.equity());
    }

    /** Whether a market order makes the position at hand smaller, or turns it round. */
    boolean isReducing(int order, double price) {
        double held = account.shares[orders.instrument(order)];
        return orders.isReduceOnly(order) || wanted(order, price) * held < 0;
    }

    /** Before costs and limits; all of a position where next to nothing of it would be left. */
    private double wanted(int order, double price) {
        double held = account.shares[orders.instrument(order)];
        double wanted = orders.isWeighted(order) ? orders.weight[order] * equity / price - held : orders.shares[order];
        return held != 0 && EngineSettings.isNothing(held + wanted) ? -held : wanted;
    }

    /** The shares to trade; closes the order where there are none. */
    double of(int order, int bar, double price, boolean paysSpread) {
        double held = account.shares[orders.instrument(order)];
        double signed = wanted(order, price);
        if (orders.isReduceOnly(order)) {
            return reduceOnly(order, bar, signed, held);
        }
        boolean growing = held * signed >= 0 || Math.abs(signed) > Math.abs(held);
        if (!growing) {
            return orders.isWeighted(order) ? whole(order, bar, signed, held) : signed;
        }
        if (orders.isWeighted(order) || orders.isFitting(order)) {
            signed = fitted(order, bar, signed, held, price, paysSpread);
        }
        return limited(order, bar, signed);
    }

    private double reduceOnly(int order, int bar, double signed, double held) {
        if (held * signed >= 0) {
            orders.close(order, bar, OrderStatus.CANCELLED, "its position is gone");
            return 0;
        }
        return Math.copySign(Math.min(Math.abs(signed), Math.abs(held)), signed);
    }

    private double whole(int order, int bar, double signed, double held) {
        double shares = signed == -held ? signed : settings.rounded(signed);
        if (shares == 0) {
            orders.close(order, bar, OrderStatus.REJECTED, NOTHING);
        }
        return shares;
    }

    /** An order that makes a position larger, cut to its share of the equity with costs and to the buying power. */
    private double fitted(int order, int bar, double signed, double held, double price, boolean paysSpread) {
        int instrument = orders.instrument(order);
        double closed = held * signed < 0 ? Math.abs(held) : 0;
        double asked = Math.abs(signed) - closed;
        double adverse = paysSpread ? slippage.of(instrument, bar, Math.abs(signed)) : 0;
        double paid = price * (1 + Math.signum(signed) * adverse);
        if (orders.isWeighted(order)) {
            double budget = asked * price
                    - Math.abs(orders.weight[order]) * settings.costs().ofClosing(closed, price, paid, adverse);
            asked = settings.costs().affordable(budget, price * (1 + adverse), 1, paid);
        }
        double most = buyingPower.most(instrument, closed, price, paid, adverse);
        double opened = settings.rounded(Math.min(asked, most));
        double shares = closed + opened;
        if (shares == 0) {
            String reason = settings.rounded(asked) == 0 ? NOTHING : "nothing was left of the buying power";
            orders.close(order, bar, OrderStatus.REJECTED, reason);
        } else if (opened < settings.rounded(asked) * (1 - ROUNDING)) {
            orders.remark(order, CUT);
        }
        return Math.copySign(shares, signed);
    }

    private double limited(int order, int bar, double signed) {
        double most = orders.most[order];
        if (!(Math.abs(signed) > most)) {
            return signed;
        }
        double shares = settings.rounded(most);
        String reason = String.format(Locale.ROOT, "limited to %.4f shares: %s", shares, orders.limitReason(order));
        if (shares == 0) {
            orders.close(order, bar, OrderStatus.REJECTED, reason);
        } else {
            orders.remark(order, reason);
        }
        return Math.copySign(shares, signed);
    }
}
