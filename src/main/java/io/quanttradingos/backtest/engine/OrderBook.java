package io.quanttradingos.backtest.engine;

import java.util.Arrays;
import java.util.Locale;

/**
 * The orders that work, and their fills.
 *
 * <p>Within a bar: first the market orders at the open, those that make a position smaller before the others; then the
 * stops, then the limits; then, where market orders wait for it, the close. So a bar that reaches both counts as stopped.
 * A position's end cancels its exits.
 */
final class OrderBook {
    private static final double ROUNDING = 1e-9;

    private final Market market;
    private final EngineSettings settings;
    private final Account account;
    private final OrderLog orders;
    private final FillObserver[] observers;
    private final ImpactModel impact;
    private final double spread;
    private int[] open = new int[16];
    private int count;

    OrderBook(Market market, EngineSettings settings, Hooks hooks, Ledger ledger) {
        this.market = market;
        this.settings = settings;
        this.account = ledger.account();
        this.orders = ledger.orders();
        this.observers = hooks.observers().toArray(FillObserver[]::new);
        this.impact = new ImpactModel(market, settings.costs().impactCoefficient());
        this.spread = settings.costs().spread();
    }

    boolean isEmpty() {
        return count == 0;
    }

    void add(int order) {
        if (count == open.length) {
            open = Arrays.copyOf(open, count * 2);
        }
        open[count++] = order;
    }

    void startTrailing(int order, double best) {
        double trail = orders.trail[order];
        orders.stop[order] = isBuy(order) ? best * (1 + trail) : best * (1 - trail);
    }

    private boolean isBuy(int order) {
        return orders.shares[order] > 0;
    }

    /** Works all orders through a bar. */
    void work(int bar) {
        FillModel model = settings.fillModel();
        if (model == FillModel.NEXT_OPEN) {
            markAtOpen(bar);
            market(bar, market.open, true, false);
            market(bar, market.open, false, false);
        }
        int first = 0;
        while (first < count) {
            int known = count;
            stops(bar, first);
            limits(bar, first);
            first = known;
        }
        if (model == FillModel.NEXT_CLOSE) {
            market(bar, market.close, true, true);
            market(bar, market.close, false, true);
        }
        expire(bar);
        trail(bar);
        compact();
    }

    /** Fills the market orders that were given at this very close. */
    void workAtSameClose(int bar) {
        market(bar, market.close, true, false);
        market(bar, market.close, false, false);
        compact();
    }

    private void markAtOpen(int bar) {
        for (int i = 0; i < market.instruments(); i++) {
            double price = market.open[i][bar];
            if (!Double.isNaN(price)) {
                account.mark(i, price);
            }
        }
    }

    private void market(int bar, double[][] prices, boolean reducing, boolean within) {
        int known = count;
        for (int k = 0; k < known; k++) {
            int order = open[k];
            if (!orders.isOpen(order) || orders.type(order) != OrderType.MARKET) {
                continue;
            }
            int instrument = orders.instrument(order);
            double price = prices[instrument][bar];
            if (!Double.isNaN(price) && isReducing(order, instrument, price) == reducing) {
                fill(order, bar, price, true, within);
            }
        }
    }

    private boolean isReducing(int order, int instrument, double price) {
        double held = account.shares[instrument];
        if (orders.isReduceOnly(order)) {
            return true;
        }
        double shares = orders.shares[order];
        double wanted = !Double.isNaN(shares) ? shares : orders.weight[order] * account.equity() - held * price;
        return wanted * held < 0;
    }

    private void stops(int bar, int first) {
        for (int k = first; k < count; k++) {
            int order = open[k];
            if (!orders.isOpen(order) || orders.liveFrom[order] > bar) {
                continue;
            }
            switch (orders.type(order)) {
                case STOP, TRAILING_STOP -> stop(order, bar);
                case STOP_LIMIT -> stopLimit(order, bar);
                default -> {
                    // Market orders and limits have their own turn.
                }
            }
        }
    }

    private void stop(int order, int bar) {
        double price = triggered(order, bar);
        if (!Double.isNaN(price)) {
            fill(order, bar, price, true, price != startOf(order, bar));
        }
    }

    private void stopLimit(int order, int bar) {
        double start = startOf(order, bar);
        double price = orders.isTriggered(order) ? limit(order, bar) : triggeredLimit(order, bar, start);
        if (!Double.isNaN(price)) {
            fill(order, bar, price, false, price != start);
        }
    }

    private double triggeredLimit(int order, int bar, double start) {
        double triggered = triggered(order, bar);
        if (Double.isNaN(triggered)) {
            return Double.NaN;
        }
        orders.setTriggered(order);
        int i = orders.instrument(order);
        return Matching.triggeredLimit(
                isBuy(order), orders.limit[order], triggered, start, market.high[i][bar], market.low[i][bar]);
    }

    private double limit(int order, int bar) {
        int i = orders.instrument(order);
        return Matching.limit(
                isBuy(order), orders.limit[order], market.open[i][bar], market.high[i][bar], market.low[i][bar]);
    }

    private double triggered(int order, int bar) {
        int i = orders.instrument(order);
        return Matching.stop(
                isBuy(order), orders.stop[order], startOf(order, bar), market.high[i][bar], market.low[i][bar]);
    }

    /** The price a bar begins with for an order: its open, or what an order given within the bar begins with. */
    private double startOf(int order, int bar) {
        boolean within = orders.liveFrom[order] == bar && !Double.isNaN(orders.startPrice[order]);
        return within ? orders.startPrice[order] : market.open[orders.instrument(order)][bar];
    }

    private void limits(int bar, int first) {
        for (int k = first; k < count; k++) {
            int order = open[k];
            if (!orders.isOpen(order) || orders.type(order) != OrderType.LIMIT || orders.liveFrom[order] > bar) {
                continue;
            }
            double price = limit(order, bar);
            if (!Double.isNaN(price)) {
                fill(order, bar, price, false, price != market.open[orders.instrument(order)][bar]);
            }
        }
    }

    private void fill(int order, int bar, double price, boolean paysSpread, boolean within) {
        int instrument = orders.instrument(order);
        double signed = sharesOf(order, instrument, price, bar, paysSpread);
        if (!orders.isOpen(order)) {
            return;
        }
        double adverse = paysSpread ? spread + impact.of(instrument, bar, Math.abs(signed)) : 0;
        double paid = price * (1 + Math.signum(signed) * adverse);
        if (!hasBuyingPower(order, instrument, signed, paid)) {
            return;
        }
        double commission = settings.costs().commission(Math.abs(signed), paid);
        double slippage = Math.abs(signed) * price * adverse;
        account.fill(instrument, signed, paid, commission, slippage, bar, within);
        orders.fill(order, bar, signed, paid, commission, slippage);
        settle(order, instrument, bar, paid, within);
        for (FillObserver observer : observers) {
            observer.filled(order, orders, account);
        }
    }

    /** The signed shares to trade; closes the order where there are none. */
    private double sharesOf(int order, int instrument, double price, int bar, boolean paysSpread) {
        double asked = orders.shares[order];
        double held = account.shares[instrument];
        double signed = !Double.isNaN(asked) ? asked : byWeight(order, instrument, price, bar, paysSpread);
        if (orders.isReduceOnly(order)) {
            if (held * signed >= 0) {
                orders.close(order, OrderStatus.CANCELLED, "its position is gone");
                return 0;
            }
            signed = Math.copySign(Math.min(Math.abs(signed), Math.abs(held)), signed);
        }
        boolean reducing = held * signed < 0 && Math.abs(signed) <= Math.abs(held);
        if (!reducing && Math.abs(signed) > orders.most[order]) {
            signed = Math.copySign(rounded(orders.most[order]), signed);
        }
        if (signed == 0 || Double.isNaN(signed)) {
            orders.close(order, OrderStatus.REJECTED, "came to less than one share");
        }
        return signed;
    }

    private double byWeight(int order, int instrument, double price, int bar, boolean paysSpread) {
        double weight = orders.weight[order];
        double held = account.shares[instrument];
        if (weight == 0) {
            return -held;
        }
        double value = weight * account.equity() - held * price;
        if (held * value < 0) {
            double shares = rounded(Math.abs(value) / price);
            return Math.copySign(shares, value);
        }
        double adverse = paysSpread ? spread + impact.ofValue(instrument, bar, Math.abs(value), price) : 0;
        double paid = price * (1 + Math.signum(value) * adverse);
        double room = settings.leverage() * account.equity() - account.grossExposure();
        double shares = settings.costs().affordable(Math.min(Math.abs(value), Math.max(0, room)), paid);
        return Math.copySign(rounded(shares), value);
    }

    private double rounded(double shares) {
        return settings.fractional() ? shares : Math.floor(shares);
    }

    /** Whether all positions together stay within the leverage after a fill; rejects the order where they do not. */
    private boolean hasBuyingPower(int order, int instrument, double signed, double paid) {
        double held = account.shares[instrument];
        double after = held + signed;
        if (Math.abs(after) <= Math.abs(held)) {
            return true;
        }
        double commission = settings.costs().commission(Math.abs(signed), paid);
        double mark = account.lastPrice(instrument);
        double base = !Double.isNaN(mark) ? mark : paid;
        double equity = account.equity() + (held == 0 ? 0 : held * (paid - base)) - commission;
        double gross = account.grossExposure() - (held == 0 ? 0 : Math.abs(held) * base) + Math.abs(after) * paid;
        double allowed = settings.leverage() * equity;
        if (gross <= allowed + ROUNDING * Math.abs(allowed)) {
            return true;
        }
        orders.close(
                order,
                OrderStatus.REJECTED,
                String.format(
                        Locale.ROOT,
                        "needs positions worth %.2f, the equity of %.2f allows %.2f",
                        gross,
                        equity,
                        Math.max(0, allowed)));
        return false;
    }

    /** Cancels what a fill makes void, and starts what it brings about. */
    private void settle(int order, int instrument, int bar, double price, boolean within) {
        int family = orders.parent(order);
        boolean flat = account.shares[instrument] == 0;
        for (int k = 0; k < count; k++) {
            int other = open[k];
            if (other == order || !orders.isOpen(other) || orders.instrument(other) != instrument) {
                continue;
            }
            if (family >= 0 && orders.parent(other) == family) {
                orders.close(other, OrderStatus.CANCELLED, "its counterpart was filled");
            } else if (flat && orders.parent(other) >= 0) {
                orders.close(other, OrderStatus.CANCELLED, "its position is gone");
            }
        }
        Bracket exits = orders.bracket(order);
        if (exits != null && !exits.isNone() && !flat) {
            startExits(order, instrument, exits, bar, price, within);
        }
    }

    private void startExits(int entry, int instrument, Bracket exits, int bar, double price, boolean within) {
        double shares = -orders.filledShares(entry);
        int away = shares < 0 ? -1 : 1;
        boolean atClose = settings.fillModel() != FillModel.NEXT_OPEN && orders.type(entry) == OrderType.MARKET;
        int from = atClose ? bar + 1 : bar;
        if (!Double.isNaN(exits.stopLoss())) {
            int stop = exit(entry, instrument, OrderType.STOP, shares, bar, from, within ? price : Double.NaN);
            orders.stop[stop] = price * (1 + away * exits.stopLoss());
        }
        if (!Double.isNaN(exits.trailingStop())) {
            int stop = exit(entry, instrument, OrderType.TRAILING_STOP, shares, bar, from, within ? price : Double.NaN);
            orders.trail[stop] = exits.trailingStop();
            startTrailing(stop, price);
        }
        if (!Double.isNaN(exits.takeProfit())) {
            int limit = exit(
                    entry,
                    instrument,
                    OrderType.LIMIT,
                    shares,
                    bar,
                    within ? Math.max(from, bar + 1) : from,
                    Double.NaN);
            orders.limit[limit] = price * (1 - away * exits.takeProfit());
        }
    }

    private int exit(int entry, int instrument, OrderType type, double shares, int bar, int from, double startPrice) {
        int order = orders.add(instrument, type, shares, Double.NaN, bar);
        orders.setParent(order, entry);
        orders.setReduceOnly(order);
        orders.liveFrom[order] = from;
        orders.startPrice[order] = startPrice;
        add(order);
        return order;
    }

    private void expire(int bar) {
        for (int k = 0; k < count; k++) {
            int order = open[k];
            boolean hadItsBar = orders.submittedBar(order) < bar && hasBar(orders.instrument(order), bar);
            if (orders.isOpen(order) && orders.isDay(order) && hadItsBar) {
                orders.close(order, OrderStatus.EXPIRED, "the day ended before its price was reached");
            }
        }
    }

    private boolean hasBar(int instrument, int bar) {
        double close = market.close[instrument][bar];
        return !Double.isNaN(close);
    }

    /** Moves the trailing stops to the bar's best price; they work with it from the next bar on. */
    private void trail(int bar) {
        for (int k = 0; k < count; k++) {
            int order = open[k];
            if (!orders.isOpen(order) || orders.type(order) != OrderType.TRAILING_STOP) {
                continue;
            }
            int i = orders.instrument(order);
            boolean within = orders.liveFrom[order] == bar && !Double.isNaN(orders.startPrice[order]);
            double trail = orders.trail[order];
            if (!hasBar(i, bar) || orders.liveFrom[order] > bar) {
                continue;
            }
            if (isBuy(order)) {
                double best = within ? market.close[i][bar] : market.low[i][bar];
                orders.stop[order] = Math.min(orders.stop[order], best * (1 + trail));
            } else {
                double best = within ? market.close[i][bar] : market.high[i][bar];
                orders.stop[order] = Math.max(orders.stop[order], best * (1 - trail));
            }
        }
    }

    private void compact() {
        int kept = 0;
        for (int k = 0; k < count; k++) {
            if (orders.isOpen(open[k])) {
                open[kept++] = open[k];
            }
        }
        count = kept;
    }
}
