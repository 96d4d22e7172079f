package io.quanttradingos.journal;

import io.quanttradingos.statistics.StudentsT;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Sides, weekdays, months of the year and holding times in which trades lose more than chance explains.
 *
 * <p>Every group with enough trades is tested for a mean below 0 by Student's t, one-sided. Some of so many would fail by
 * luck, so the probabilities are corrected for their number: S. Holm, "A simple sequentially rejective multiple test
 * procedure", Scandinavian Journal of Statistics 6 (1979).
 */
final class GroupFindings {
    /** A group that was tested, with the probability of so low a mean if the true one is 0. */
    private record Tested(String breakdown, TradeGroup group, double tStatistic, double probability) {}

    private GroupFindings() {}

    static List<JournalFinding> of(Breakdowns by, FindingPolicy policy) {
        List<Tested> tested = new ArrayList<>();
        test("by_side", by.bySide(), policy, tested);
        test("by_weekday", by.byWeekday(), policy, tested);
        test("by_month_of_year", by.byMonthOfYear(), policy, tested);
        test("by_holding_time", Objects.requireNonNullElse(by.byHoldingTime(), Map.of()), policy, tested);
        tested.sort(Comparator.comparingDouble(Tested::probability));
        List<JournalFinding> found = new ArrayList<>();
        double corrected = 0;
        for (int i = 0; i < tested.size(); i++) {
            Tested group = tested.get(i);
            corrected = Math.max(corrected, group.probability() * (tested.size() - i));
            if (corrected >= policy.significance()) {
                break;
            }
            if (group.tStatistic() < -policy.groupTStatistic()) {
                found.add(finding(group, corrected, tested.size()));
            }
        }
        return found;
    }

    private static void test(
            String breakdown, Map<String, TradeGroup> groups, FindingPolicy policy, List<Tested> tested) {
        for (TradeGroup group : groups.values()) {
            Double t = group.tStatistic();
            if (t != null && group.n() >= policy.minimumGroupTrades()) {
                tested.add(new Tested(breakdown, group, t, StudentsT.cumulative(t, group.n() - 1.0)));
            }
        }
    }

    private static JournalFinding finding(Tested tested, double corrected, int groups) {
        TradeGroup group = tested.group();
        String sentence = group.key() + " loses " + Amount.money(-group.expectancy()) + " a trade over "
                + Amount.trades(group.n()) + " (t " + Amount.ratio(tested.tStatistic()) + ", probability "
                + Amount.percent(corrected) + " after correction for " + groups + " groups).";
        String metric = MetricPath.of(tested.breakdown(), group.key(), "expectancy");
        return new JournalFinding("LOSING_GROUP", FindingSeverity.MEDIUM, sentence, metric, group.expectancy());
    }
}
