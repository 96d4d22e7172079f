package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Strategy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds a share of the equity that depends on the regime of the market.
 *
 * <p>A label's share is that of the whole label where it is listed, else the least of those listed for one of its parts
 * ({@code Risk-On / High Vol} has the parts {@code Risk-On} and {@code High Vol}), else {@code other}. Letter case does
 * not matter. Orders are given only when the share changes; while there is no label, nothing is done.
 */
final class RegimeSwitch implements Strategy {
    static final StrategyKind KIND = StrategyKind.named(
                    "regime_switch",
                    "Holds the share of the equity that is listed for the regime at hand, whatever the sizing of the"
                            + " run.")
            .with(Parameter.map(
                    "weights",
                    Map.of("Risk-On", 1.0, "Risk-Off", 0.0),
                    -10,
                    10,
                    "share of the equity by label or part of a label; of several parts the least counts"))
            .with(Parameter.number("other", 0, -10, 10, "share of the equity under any other label"))
            .needingRegimes()
            .madeBy((parameters, context) -> new RegimeSwitch(parameters, Objects.requireNonNull(context.regimes())));

    private static final String BETWEEN_PARTS = " / ";

    private final RegimeLabels labels;
    private final Map<String, Double> listed = new HashMap<>();
    private final double other;
    private @Nullable String lastLabel;
    private double lastShare = Double.NaN;

    private RegimeSwitch(Parameters parameters, RegimeLabels labels) {
        this.labels = labels;
        this.other = parameters.number("other");
        parameters.map("weights").forEach((label, share) -> listed.put(key(label), share));
    }

    @Override
    public void atClose(History history, Desk desk) {
        if (!desk.isTrading()) {
            return;
        }
        String label = labels.label(history.bar());
        if (label == null || label.equals(lastLabel)) {
            return;
        }
        lastLabel = label;
        double share = share(label);
        if (share != lastShare) {
            lastShare = share;
            TargetWeight.ask(desk, 0, share);
        }
    }

    private double share(String label) {
        Double whole = listed.get(key(label));
        if (whole != null) {
            return whole;
        }
        return Arrays.stream(label.split(BETWEEN_PARTS))
                .map(part -> listed.get(key(part)))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(other);
    }

    private static String key(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }
}
