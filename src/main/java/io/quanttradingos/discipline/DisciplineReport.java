package io.quanttradingos.discipline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a trade log kept to a plan.
 *
 * @param complianceScore 1 − violating trades / trades, in [0, 1]; null for an empty log, which proves nothing
 * @param violations rule by rule in the order of {@link Rule}, by trade within a rule
 * @param regimeMismatchRate the share of trades taken in a regime the plan does not allow; null where no trade's regime
 *     is known
 * @param violationSummary count by violation type, in order of first appearance
 * @param complianceTrend {@code improving}, {@code worsening} or {@code flat} over the latest runs
 * @param passRates share of the trades a rule judged that passed it, by violation type; null where it judged none
 * @param regimeSource {@code point_in_time} or {@code given}
 * @param conventions how the numbers were defined
 * @param warnings what the numbers do not show, one sentence each
 */
public record DisciplineReport(
        @Nullable Double complianceScore,
        List<Violation> violations,
        @Nullable Double regimeMismatchRate,
        Map<String, Integer> violationSummary,
        String complianceTrend,
        Map<String, @Nullable Double> passRates,
        String regimeSource,
        Map<String, String> conventions,
        List<String> warnings,
        int nTrades,
        int nViolating) {

    public DisciplineReport {
        violations = List.copyOf(violations);
        violationSummary = Collections.unmodifiableMap(new LinkedHashMap<>(violationSummary));
        passRates = Collections.unmodifiableMap(new LinkedHashMap<>(passRates));
        conventions = Collections.unmodifiableMap(new LinkedHashMap<>(conventions));
        warnings = List.copyOf(warnings);
    }

    /** Counts violations by type, in order of first appearance. */
    static Map<String, Integer> summaryOf(List<Violation> violations) {
        Map<String, Integer> summary = new LinkedHashMap<>();
        for (Violation violation : violations) {
            summary.merge(violation.violationType(), 1, Integer::sum);
        }
        return summary;
    }
}
