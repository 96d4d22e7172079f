package io.quanttradingos.imports.fold;

import io.quanttradingos.imports.Transaction;
import io.quanttradingos.imports.TransactionKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The order in which things happened.
 *
 * <p>By day; within a day by time where every line of it has one; else, and between equal times, as the file has them, or from
 * its end where the file begins with the newest. A split without a time comes before the day's trades.
 */
final class TradingOrder {
    private TradingOrder() {}

    /** How many more lines step forward in time than back: negative where the newest stand first, 0 where nothing tells. */
    static int direction(List<Transaction> lines) {
        int steps = 0;
        for (int i = 1; i < lines.size(); i++) {
            steps += Integer.signum(compare(lines.get(i), lines.get(i - 1)));
        }
        return Integer.signum(steps);
    }

    private static int compare(Transaction one, Transaction other) {
        int days = one.day().compareTo(other.day());
        return days != 0 || one.time() == null || other.time() == null
                ? days
                : one.time().compareTo(other.time());
    }

    /** The lines from the oldest to the newest. */
    static List<Transaction> of(List<Transaction> lines, boolean newestFirst) {
        List<Transaction> asFiled = new ArrayList<>(lines);
        if (newestFirst) {
            Collections.reverse(asFiled);
        }
        Map<Object, List<Transaction>> days = new TreeMap<>();
        asFiled.forEach(line ->
                days.computeIfAbsent(line.day(), day -> new ArrayList<>()).add(line));
        List<Transaction> ordered = new ArrayList<>(lines.size());
        days.values().forEach(day -> ordered.addAll(ofDay(day)));
        return ordered;
    }

    private static List<Transaction> ofDay(List<Transaction> day) {
        boolean timed = day.stream().allMatch(line -> line.time() != null);
        Comparator<Transaction> order =
                timed ? TradingOrder::compare : Comparator.comparing(line -> line.kind() != TransactionKind.SPLIT);
        return day.stream().sorted(order).toList(); // keeps what is equal as filed
    }
}
