package io.quanttradingos.backtest.engine;

/**
 * An order as a strategy writes it, for example {@code OrderTicket.limit(0, 100, 49.50)}.
 *
 * @param instrument its number in the market
 * @param shares bought where positive, sold where negative; never 0
 * @param type of the order
 * @param limit the worst price of a limit or stop-limit order; NaN for the others
 * @param stop the price that triggers a stop or stop-limit order; NaN for the others
 * @param trail distance of a trailing stop from the best price since it was given, beginning with the last known one, as a
 *     fraction; NaN for the others
 * @param timeInForce how long it works; a market order is filled or rejected on the instrument's next bar anyway
 * @param bracket exits that begin to work when this is filled
 * @param reduceOnly whether it may only make a position smaller: cut to the position, cancelled where there is none
 */
public record OrderTicket(
        int instrument,
        double shares,
        OrderType type,
        double limit,
        double stop,
        double trail,
        TimeInForce timeInForce,
        Bracket bracket,
        boolean reduceOnly) {
    private static final double NONE = Double.NaN;

    public OrderTicket {
        if (!(Math.abs(shares) > 0 && Math.abs(shares) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("an order needs shares other than 0, were " + shares);
        }
        boolean needsLimit = type == OrderType.LIMIT || type == OrderType.STOP_LIMIT;
        boolean needsStop = type == OrderType.STOP || type == OrderType.STOP_LIMIT;
        boolean needsTrail = type == OrderType.TRAILING_STOP;
        require("limit", limit, needsLimit, Double.POSITIVE_INFINITY);
        require("stop", stop, needsStop, Double.POSITIVE_INFINITY);
        require("trail", trail, needsTrail, 1);
    }

    private static void require(String name, double value, boolean needed, double below) {
        if (needed && !(value > 0 && value < below)) {
            throw new IllegalArgumentException("this order needs a " + name + " in (0, " + below + "), was " + value);
        }
        if (!needed && !Double.isNaN(value)) {
            throw new IllegalArgumentException("this order has no " + name + ", was " + value);
        }
    }

    private static OrderTicket of(
            int instrument, double shares, OrderType type, double limit, double stop, double trail) {
        return new OrderTicket(
                instrument, shares, type, limit, stop, trail, TimeInForce.GOOD_TILL_CANCELLED, Bracket.NONE, false);
    }

    public static OrderTicket market(int instrument, double shares) {
        return of(instrument, shares, OrderType.MARKET, NONE, NONE, NONE);
    }

    public static OrderTicket limit(int instrument, double shares, double limit) {
        return of(instrument, shares, OrderType.LIMIT, limit, NONE, NONE);
    }

    public static OrderTicket stop(int instrument, double shares, double stop) {
        return of(instrument, shares, OrderType.STOP, NONE, stop, NONE);
    }

    public static OrderTicket stopLimit(int instrument, double shares, double stop, double limit) {
        return of(instrument, shares, OrderType.STOP_LIMIT, limit, stop, NONE);
    }

    public static OrderTicket trailingStop(int instrument, double shares, double trail) {
        return of(instrument, shares, OrderType.TRAILING_STOP, NONE, NONE, trail);
    }

    public OrderTicket day() {
        return new OrderTicket(instrument, shares, type, limit, stop, trail, TimeInForce.DAY, bracket, reduceOnly);
    }

    public OrderTicket with(Bracket exits) {
        return new OrderTicket(instrument, shares, type, limit, stop, trail, timeInForce, exits, reduceOnly);
    }

    public OrderTicket reducing() {
        return new OrderTicket(instrument, shares, type, limit, stop, trail, timeInForce, bracket, true);
    }
}
