package io.quanttradingos.journal;

import java.util.Arrays;

/**
 * What each trade of a journal came to, in the order in which the trades closed; of one day, in the order of the file.
 */
final class TradeResults {
    /** How near an exit must be to the stop to be at it, as a fraction of the stop. */
    private static final double AT_STOP = 1e-9;

    private final Journal journal;
    /** Places in the journal, in closing order. */
    final int[] order;

    /** A result no farther from 0 than this is neither a win nor a loss. */
    final double flatWithin;

    final double[] gross;
    final double[] net;
    /** Net result over what was at risk from entry to stop; NaN where that is unknown. */
    final double[] multiples;

    TradeResults(Journal journal, double flatWithin) {
        this.journal = journal;
        this.flatWithin = flatWithin;
        this.order = closingOrder(journal);
        int size = journal.size();
        gross = new double[size];
        net = new double[size];
        multiples = new double[size];
        for (int i = 0; i < size; i++) {
            judge(i, order[i]);
        }
    }

    private void judge(int i, int trade) {
        double entry = journal.entries[trade];
        double exit = journal.exits[trade];
        double quantity = journal.quantities[trade];
        double fee = Double.isNaN(journal.fees[trade]) ? 0 : journal.fees[trade];
        gross[i] = journal.signs[trade] * (exit - entry) * quantity;
        net[i] = gross[i] - fee;
        double risk = journal.signs[trade] * (entry - journal.stops[trade]) * quantity;
        multiples[i] = risk > 0 ? net[i] / risk : Double.NaN;
    }

    private static int[] closingOrder(Journal journal) {
        int size = journal.size();
        long[] keys = new long[size];
        boolean inOrder = true;
        for (int i = 0; i < size; i++) {
            keys[i] = ((long) journal.closingDay(i) << 32) | i;
            inOrder &= i == 0 || keys[i] > keys[i - 1];
        }
        if (!inOrder) {
            Arrays.sort(keys);
        }
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    int size() {
        return order.length;
    }

    int closingDay(int i) {
        return journal.closingDay(order[i]);
    }

    int day(int i) {
        return journal.days[order[i]];
    }

    boolean hasStop(int i) {
        return !Double.isNaN(journal.stops[order[i]]);
    }

    /** Whether the exit was at the stop. */
    boolean isStoppedOut(int i) {
        return Math.abs(pastStop(i)) <= AT_STOP * journal.stops[order[i]];
    }

    /** Whether the exit was worse than a stop on the losing side of the entry. */
    boolean isBeyondStop(int i) {
        return !Double.isNaN(multiples[i]) && pastStop(i) > AT_STOP * journal.stops[order[i]];
    }

    /** By how much per share the exit was worse than the stop; NaN without one. */
    private double pastStop(int i) {
        int trade = order[i];
        return journal.signs[trade] * (journal.stops[trade] - journal.exits[trade]);
    }
}
