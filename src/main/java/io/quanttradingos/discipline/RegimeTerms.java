package io.quanttradingos.discipline;

import io.quanttradingos.failure.Shortened;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says of one regime.
 *
 * @param label the regime's label as it is shown
 * @param allowed whether the plan lets it be traded
 * @param allowedButForCase whether only the letter case keeps it from being allowed
 * @param limitEntry the entry of the position limits that applies, the one with the most segments; null where none does
 * @param limitPct that entry's percent of the account; null where none applies
 */
record RegimeTerms(
        String label,
        boolean allowed,
        boolean allowedButForCase,
        @Nullable String limitEntry,
        @Nullable Double limitPct) {
    private static final int LONGEST_SHOWN = 120;

    static RegimeTerms of(String text, TradingPlan plan) {
        RegimeLabel label = RegimeLabel.of(text);
        RegimeLabel lowered = label.inLowerCase();
        boolean allowed = plan.allowedRegimes().stream().map(RegimeLabel::of).anyMatch(label::isLedBy);
        boolean allowedInLowerCase = plan.allowedRegimes().stream()
                .map(entry -> RegimeLabel.of(entry).inLowerCase())
                .anyMatch(lowered::isLedBy);
        String limitEntry = longestMatch(label, plan.positionLimitsByRegime());
        return new RegimeTerms(
                shown(text.strip()),
                allowed,
                !allowed && allowedInLowerCase,
                limitEntry == null ? null : shown(limitEntry),
                limitEntry == null ? null : plan.positionLimitsByRegime().get(limitEntry));
    }

    private static @Nullable String longestMatch(RegimeLabel label, Map<String, @Nullable Double> limits) {
        String longest = null;
        int most = 0;
        for (String entry : limits.keySet()) {
            RegimeLabel candidate = RegimeLabel.of(entry);
            if (candidate.segments().size() > most && label.isLedBy(candidate)) {
                longest = entry;
                most = candidate.segments().size();
            }
        }
        return longest;
    }

    /** A label short enough to stand in every violation of a long log. */
    static String shown(String text) {
        return Shortened.to(LONGEST_SHOWN, text);
    }
}
