package io.quanttradingos.backtest.research;

import io.quanttradingos.failure.NearestName;
import io.quanttradingos.failure.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** By which figure the best of several candidates is chosen. */
public enum Objective {
    SHARPE_RATIO(RunFigures::sharpeRatio, 1),
    TOTAL_RETURN(RunFigures::totalReturnPct, 1),
    /** The total return for each percent of the largest drawdown. */
    RETURN_OVER_DRAWDOWN(figures -> figures.totalReturnPct() / figures.maxDrawdownPct(), 1),
    /** The least one is the best. */
    MAX_DRAWDOWN(RunFigures::maxDrawdownPct, -1),
    /** The least one is the best. */
    VOLATILITY(RunFigures::volatility, -1);

    @SuppressWarnings("ImmutableEnumChecker") // reads its argument and nothing else
    private final ToDoubleFunction<RunFigures> figure;

    private final int sign;

    Objective(ToDoubleFunction<RunFigures> figure, int sign) {
        this.figure = figure;
        this.sign = sign;
    }

    /**
     * The objective of a name such as {@code sharpe_ratio}; letter case does not matter.
     *
     * @throws Refusal where there is none
     */
    public static Objective named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        for (Objective objective : values()) {
            if (objective.text().equals(wanted)) {
                return objective;
            }
        }
        List<String> known = Arrays.stream(values()).map(Objective::text).toList();
        String hint = NearestName.of(wanted, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("there are " + String.join(", ", known));
        throw Refusal.invalid("there is no objective '" + name.strip() + "'; " + hint);
    }

    /** Its name in requests and answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The figure of a run; NaN where it has none. */
    public double of(RunFigures figures) {
        return figure.applyAsDouble(figures);
    }

    /** The figure, or its negative where the least is the best. */
    double merit(RunFigures figures) {
        return sign * of(figures);
    }
}
