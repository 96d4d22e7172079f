package io.quanttradingos.journal;

import io.quanttradingos.statistics.SampleDeviation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Parts results by group. */
final class Breakdown {
    /** The group of a trade that is in none. */
    static final int NO_GROUP = -1;

    private Breakdown() {}

    /**
     * The result of each group that has a trade, by its key, in the order of the groups.
     *
     * @param groups per trade a group below {@code count}, or {@link #NO_GROUP}
     * @param key the name of a group
     */
    static Map<String, TradeGroup> of(TradeResults trades, int[] groups, int count, IntFunction<String> key) {
        int[] ends = ends(groups, count);
        double[] parted = parted(trades.net, groups, ends);
        Map<String, TradeGroup> results = new LinkedHashMap<>();
        for (int group = 0, from = 0; group < count; from = ends[group++]) {
            if (ends[group] > from) {
                String name = key.apply(group);
                results.put(name, result(name, parted, from, ends[group], trades.flatWithin));
            }
        }
        return results;
    }

    /** Where each group would end if trades stood group by group. */
    private static int[] ends(int[] groups, int count) {
        int[] ends = new int[count];
        for (int group : groups) {
            if (group != NO_GROUP) {
                ends[group]++;
            }
        }
        for (int group = 1; group < count; group++) {
            ends[group] += ends[group - 1];
        }
        return ends;
    }

    /** The results group by group, in each in the order they were. */
    private static double[] parted(double[] net, int[] groups, int[] ends) {
        int[] next = new int[ends.length];
        for (int group = 1; group < ends.length; group++) {
            next[group] = ends[group - 1];
        }
        double[] parted = new double[ends.length == 0 ? 0 : ends[ends.length - 1]];
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] != NO_GROUP) {
                parted[next[groups[i]]++] = net[i];
            }
        }
        return parted;
    }

    private static TradeGroup result(String key, double[] net, int from, int to, double flatWithin) {
        Tally tally = Tally.of(net, from, to, flatWithin);
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(net[i]));
        }
        double deviation = SampleDeviation.of(net, from, to);
        return new TradeGroup(
                key,
                to - from,
                tally.total(),
                tally.winRate(),
                tally.expectancy(),
                tally.profitFactor(),
                Spread.known(Spread.tStatistic(tally.expectancy(), deviation, to - from, largest)));
    }
}
