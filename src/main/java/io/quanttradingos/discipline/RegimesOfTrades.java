package io.quanttradingos.discipline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the plan's terms for the regime of a date, each label looked up once. */
final class RegimesOfTrades {
    private final TradingPlan plan;
    private final RegimeKnowledge knowledge;
    private final Map<String, RegimeTerms> termsByLabel = new HashMap<>();
    private int withFallback;
    private int unknown;

    RegimesOfTrades(TradingPlan plan, RegimeKnowledge knowledge) {
        this.plan = plan;
        this.knowledge = knowledge;
    }

    boolean isPointInTime() {
        return knowledge instanceof RegimeKnowledge.PointInTime;
    }

    @Nullable RegimeTerms termsOn(LocalDate date) {
        String label = labelOn(date);
        return label == null ? null : termsByLabel.computeIfAbsent(label, text -> RegimeTerms.of(text, plan));
    }

    private @Nullable String labelOn(LocalDate date) {
        if (knowledge instanceof RegimeKnowledge.Given given) {
            return given.label();
        }
        RegimeKnowledge.PointInTime inTime = (RegimeKnowledge.PointInTime) knowledge;
        Optional<String> label = inTime.labels().apply(date).filter(text -> !text.isBlank());
        if (label.isPresent()) {
            return label.get();
        }
        String fallback = inTime.fallbackLabel();
        if (fallback == null || fallback.isBlank()) {
            unknown++;
            return null;
        }
        withFallback++;
        return fallback;
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (withFallback > 0) {
            warnings.add(count(withFallback) + " on dates whose regime is not known, judged by the given label");
        }
        if (unknown > 0) {
            warnings.add(count(unknown)
                    + " on dates whose regime is not known and no label given: the rules of regime were not applied");
        }
        termsByLabel.values().stream()
                .filter(RegimeTerms::allowedButForCase)
                .map(RegimeTerms::label)
                .sorted()
                .forEach(label -> warnings.add("regime '" + label
                        + "' is not allowed only because the plan writes it in another letter case"));
        return warnings;
    }

    /** {@code 1 trade} or {@code 12 trades}. */
    static String count(int trades) {
        return trades == 1 ? "1 trade" : trades + " trades";
    }
}
