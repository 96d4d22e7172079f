package io.quanttradingos.backtest.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The first field in which two ledgers differ up to a bar, compared to the last bit; empty where they do not. */
final class Difference {
    private static final List<String> ORDER =
            List.of("bar given", "instrument", "type", "shares", "weight", "limit", "stop", "status", "note");
    private static final List<String> FILL =
            List.of("bar of the fill", "filled shares", "price", "commission", "slippage");
    private static final List<String> TRADE = List.of(
            "instrument",
            "entry bar",
            "exit bar",
            "shares",
            "entry price",
            "exit price",
            "profit",
            "costs",
            "worst move",
            "best move");

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
        int differing = Arrays.mismatch(whole.equity(), 0, bars, other.equity(), 0, Math.min(bar + 1, other.bars()));
        if (differing < 0) {
            return Optional.empty();
        }
        return Optional.of("equity at bar " + differing + found(at(differing, whole), at(differing, other)));
    }

    private static Object at(int bar, Ledger ledger) {
        return bar < ledger.bars() ? ledger.equity()[bar] : "missing";
    }

    static Optional<String> ofOrders(int bar, OrderLog whole, OrderLog other) {
        int given = given(bar, whole);
        Optional<String> difference = ofCount("orders given", given, given(bar, other));
        for (int id = 0; id < given && difference.isEmpty(); id++) {
            difference = of(orderName(id, whole), ORDER, order(id, bar, whole), order(id, bar, other));
            if (difference.isEmpty() && status(id, bar, whole) == OrderStatus.FILLED) {
                difference = ofFill(id, whole, other);
            }
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

    private static List<Object> order(int id, int bar, OrderLog orders) {
        OrderStatus status = status(id, bar, orders);
        boolean moves = orders.type(id) == OrderType.TRAILING_STOP;
        return Arrays.asList(
                orders.submittedBar(id),
                orders.instrument(id),
                orders.type(id),
                orders.askedShares(id),
                orders.askedWeight(id),
                orders.limit(id),
                moves ? Double.NaN : orders.stop(id),
                status,
                status == OrderStatus.OPEN ? null : orders.note(id));
    }

    private static OrderStatus status(int id, int bar, OrderLog orders) {
        return orders.closedBar(id) > bar ? OrderStatus.OPEN : orders.status(id);
    }

    private static String orderName(int id, OrderLog orders) {
        return "order " + id + " given at bar " + orders.submittedBar(id);
    }

    static Optional<String> ofFill(int id, OrderLog whole, OrderLog other) {
        return of(orderName(id, whole), FILL, fill(id, whole), fill(id, other));
    }

    private static List<Object> fill(int id, OrderLog orders) {
        return List.of(
                orders.filledBar(id),
                orders.filledShares(id),
                orders.price(id),
                orders.commission(id),
                orders.slippage(id));
    }

    static Optional<String> ofTrades(int bar, TradeLog whole, TradeLog other) {
        int closed = closed(bar, whole);
        Optional<String> difference = ofCount("trades", closed, closed(bar, other));
        for (int id = 0; id < closed && difference.isEmpty(); id++) {
            difference = of("trade " + id, TRADE, trade(id, whole), trade(id, other));
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

    private static List<Object> trade(int id, TradeLog trades) {
        return List.of(
                trades.instrument(id),
                trades.entryBar(id),
                trades.exitBar(id),
                trades.shares(id),
                trades.entryPrice(id),
                trades.exitPrice(id),
                trades.profit(id),
                trades.costs(id),
                trades.adverseExcursion(id),
                trades.favourableExcursion(id));
    }

    private static Optional<String> ofCount(String what, int whole, int other) {
        return whole == other ? Optional.empty() : Optional.of("number of " + what + found(whole, other));
    }

    /** Boxed numbers, so that NaN equals NaN. */
    private static Optional<String> of(String subject, List<String> names, List<Object> whole, List<Object> other) {
        for (int field = 0; field < names.size(); field++) {
            if (!Objects.equals(whole.get(field), other.get(field))) {
                return Optional.of(subject + ": " + names.get(field) + found(whole.get(field), other.get(field)));
            }
        }
        return Optional.empty();
    }

    private static String found(Object whole, Object other) {
        return " is " + whole + " in the whole market and " + other + " here";
    }
}
