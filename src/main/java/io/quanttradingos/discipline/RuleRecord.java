package io.quanttradingos.discipline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often one rule judged a trade, and what it objected to. */
final class RuleRecord {
    private final Rule rule;
    private final List<Violation> violations = new ArrayList<>();
    private int judged;

    RuleRecord(Rule rule) {
        this.rule = rule;
    }

    void passed() {
        judged++;
    }

    void violated(int tradeIndex, String detail) {
        judged++;
        violations.add(Violation.of(rule, tradeIndex, detail));
    }

    List<Violation> violations() {
        return violations;
    }

    /** The share of the judged trades that broke the rule; null where none was judged. */
    @Nullable Double violationRate() {
        return judged == 0 ? null : (double) violations.size() / judged;
    }

    /** The share of the judged trades that kept the rule; null where none was judged. */
    @Nullable Double passRate() {
        return judged == 0 ? null : (double) (judged - violations.size()) / judged;
    }
}
