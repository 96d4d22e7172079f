package io.quanttradingos.backtest.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The first field in which two ledgers differ up to a bar, compared to the last bit; empty where they do not. */
final class Difference {
    private Difference() {}

    @SafeVarargs
    static Optional<String> first(Supplier<Optional<String>>... comparisons) {
        for (Supplier<Optional<String>> comparison : comparisons) {
            Optional<String> difference = comparison.get();
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    static Optional<String> ofEquity(int bar, Ledger whole, Ledger other) {
        int bars = Math.min(bar + 1, whole.bars());
        Optional<String> number = of("number of bars", bars, Math.min(bar + 1, other.bars()));
        for (int row = 0; row < bars && number.isEmpty(); row++) {
            number = of("equity at bar " + row, whole.equity()[row], other.equity()[row]);
        }
        return number;
    }

    static Optional<String> ofOrders(int bar, OrderLog whole, OrderLog other) {
        int given = given(bar, whole);
        Optional<String> difference = of("number of orders given", given, given(bar, other));
        for (int id = 0; id < given && difference.isEmpty(); id++) {
            difference = ofOrder(id, bar, whole, other);
        }
        return difference;
    }

    private static int given(int bar, OrderLog orders) {
        int given = 0;
        while (given < orders.size() && orders.submittedBar(given) <= bar) {
            given++;
        }
        return given;
    }

    private static Optional<String> ofOrder(int id, int bar, OrderLog whole, OrderLog other) {
        String name = "order " + id + " given at bar " + whole.submittedBar(id) + ": ";
        OrderStatus status = status(id, bar, whole);
        return first(
                () -> of(name + "bar given", whole.submittedBar(id), other.submittedBar(id)),
                () -> of(name + "instrument", whole.instrument(id), other.instrument(id)),
                () -> of(name + "type", whole.type(id), other.type(id)),
                () -> of(name + "shares", whole.askedShares(id), other.askedShares(id)),
                () -> of(name + "weight", whole.askedWeight(id), other.askedWeight(id)),
                () -> of(name + "limit", whole.limit(id), other.limit(id)),
                () -> of(name + "stop", fixedStop(id, whole), fixedStop(id, other)),
                () -> of(name + "status", status, status(id, bar, other)),
                () -> status == OrderStatus.OPEN ? Optional.empty() : of(name + "note", whole.note(id), other.note(id)),
                () -> status == OrderStatus.FILLED ? ofFill(id, whole, other) : Optional.empty());
    }

    /** A trailing stop's moves on after the bar. */
    private static double fixedStop(int id, OrderLog orders) {
        return orders.type(id) == OrderType.TRAILING_STOP ? Double.NaN : orders.stop(id);
    }

    private static OrderStatus status(int id, int bar, OrderLog orders) {
        return orders.closedBar(id) > bar ? OrderStatus.OPEN : orders.status(id);
    }

    static Optional<String> ofFill(int id, OrderLog whole, OrderLog other) {
        String name = "order " + id + " given at bar " + whole.submittedBar(id) + ": ";
        return first(
                () -> of(name + "bar of the fill", whole.filledBar(id), other.filledBar(id)),
                () -> of(name + "filled shares", whole.filledShares(id), other.filledShares(id)),
                () -> of(name + "price", whole.price(id), other.price(id)),
                () -> of(name + "commission", whole.commission(id), other.commission(id)),
                () -> of(name + "slippage", whole.slippage(id), other.slippage(id)));
    }

    static Optional<String> ofTrades(int bar, TradeLog whole, TradeLog other) {
        int closed = closed(bar, whole);
        Optional<String> difference = of("number of trades", closed, closed(bar, other));
        for (int id = 0; id < closed && difference.isEmpty(); id++) {
            difference = ofTrade(id, whole, other);
        }
        return difference;
    }

    private static int closed(int bar, TradeLog trades) {
        int closed = 0;
        while (closed < trades.size() && trades.exitBar(closed) <= bar) {
            closed++;
        }
        return closed;
    }

    private static Optional<String> ofTrade(int id, TradeLog whole, TradeLog other) {
        String name = "trade " + id + ": ";
        return first(
                () -> of(name + "instrument", whole.instrument(id), other.instrument(id)),
                () -> of(name + "entry bar", whole.entryBar(id), other.entryBar(id)),
                () -> of(name + "exit bar", whole.exitBar(id), other.exitBar(id)),
                () -> of(name + "shares", whole.shares(id), other.shares(id)),
                () -> of(name + "entry price", whole.entryPrice(id), other.entryPrice(id)),
                () -> of(name + "exit price", whole.exitPrice(id), other.exitPrice(id)),
                () -> of(name + "profit", whole.profit(id), other.profit(id)),
                () -> of(name + "costs", whole.costs(id), other.costs(id)),
                () -> of(name + "worst move", whole.adverseExcursion(id), other.adverseExcursion(id)),
                () -> of(name + "best move", whole.favourableExcursion(id), other.favourableExcursion(id)));
    }

    /** Boxed numbers, so that NaN equals NaN. */
    private static Optional<String> of(String name, Object expected, Object seen) {
        return Objects.equals(expected, seen)
                ? Optional.empty()
                : Optional.of(name + " is " + expected + " in the whole market and " + seen + " here");
    }
}
