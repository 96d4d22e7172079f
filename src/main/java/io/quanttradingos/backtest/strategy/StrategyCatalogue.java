package io.quanttradingos.backtest.strategy;

import io.quanttradingos.failure.NearestName;
import io.quanttradingos.failure.Refusal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All strategies by name, for example {@code StrategyCatalogue.named("sma_cross")}; a new one is one more entry. */
public final class StrategyCatalogue {
    private static final Map<String, StrategyKind> KINDS = byName(List.of(
            BuyAndHold.KIND,
            SmaCross.KIND,
            EmaCross.KIND,
            RsiReversion.KIND,
            BollingerReversion.KIND,
            DonchianBreakout.KIND,
            MacdCross.KIND,
            Momentum.KIND,
            VolTarget.KIND,
            RegimeSwitch.KIND,
            Rebalance.KIND,
            DualMomentum.KIND));

    private StrategyCatalogue() {}

    private static Map<String, StrategyKind> byName(List<StrategyKind> kinds) {
        Map<String, StrategyKind> byName = new LinkedHashMap<>();
        kinds.forEach(kind -> byName.put(kind.name(), kind));
        return Collections.unmodifiableMap(byName);
    }

    /** All of them, in the order they are shown. */
    public static Collection<StrategyKind> kinds() {
        return KINDS.values();
    }

    /**
     * The strategy of a name; letter case does not matter, and a hyphen is as good as an underscore.
     *
     * @throws Refusal where there is none, naming the one that may have been meant
     */
    public static StrategyKind named(String name) {
        StrategyKind kind = KINDS.get(name.strip().toLowerCase(Locale.ROOT).replace('-', '_'));
        if (kind == null) {
            String hint = NearestName.of(name.strip(), KINDS.keySet())
                    .map(near -> "did you mean " + near + "?")
                    .orElse("there are " + String.join(", ", KINDS.keySet()));
            throw Refusal.invalid("there is no strategy '" + Parameters.cut(name) + "'; " + hint);
        }
        return kind;
    }
}
