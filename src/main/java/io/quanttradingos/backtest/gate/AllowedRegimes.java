package io.quanttradingos.backtest.gate;

import io.quanttradingos.discipline.RegimeLabel;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.failure.Shortened;
import io.quanttradingos.regime.RegimeAgent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which labels a list of regimes allows, read as a plan's {@code allowed_regimes} is. */
final class AllowedRegimes {
    /** Why a label is not allowed; of those that are there is none. */
    private final Map<String, String> refusals = new HashMap<>();

    AllowedRegimes(List<String> regimes) {
        String allowed = String.join(", ", regimes);
        for (String label : RegimeAgent.labels()) {
            if (regimes.stream().noneMatch(regime -> leads(regime, label))) {
                refusals.put(label, "the regime is " + label + ", allowed are: " + allowed);
            }
        }
    }

    /** Why nothing may be opened under a label; null where it may. */
    @Nullable String refusal(String label) {
        return refusals.get(label);
    }

    /** A list that allows nothing, or that could never allow what one of its entries says, is a mistake. */
    static void requireKnown(List<String> regimes) {
        if (regimes.isEmpty()) {
            throw Refusal.invalid("gate.regime must name at least one regime, the list was empty");
        }
        for (String regime : regimes) {
            if (RegimeAgent.labels().stream().noneMatch(label -> leads(regime, label))) {
                throw Refusal.invalid(
                        "gate.regime has '" + shown(regime) + "', which begins no label of a regime; " + hint(regime));
            }
        }
    }

    private static boolean leads(String regime, String label) {
        return RegimeLabel.of(label).isLedBy(RegimeLabel.of(regime));
    }

    private static String hint(String regime) {
        RegimeLabel lowered = RegimeLabel.of(regime).inLowerCase();
        for (String label : RegimeAgent.labels()) {
            List<String> parts = RegimeLabel.of(label).segments();
            for (int length = 1; length <= parts.size(); length++) {
                RegimeLabel beginning = new RegimeLabel(parts.subList(0, length));
                if (beginning.inLowerCase().equals(lowered)) {
                    return "write '" + String.join(" / ", beginning.segments()) + "'";
                }
            }
        }
        return "expected is a label such as '" + RegimeAgent.labels().get(0)
                + "' or its leading parts, such as 'Risk-On'" + " or 'Risk-On / High Vol'";
    }

    private static String shown(String text) {
        return Shortened.to(40, text);
    }
}
