package io.quanttradingos.backtest.research;

import io.quanttradingos.failure.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The values one parameter is tried with.
 *
 * @param parameter its name
 * @param values in the order they are tried, at least one
 */
public record Axis(String parameter, List<Object> values) {
    public Axis {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw Refusal.invalid("parameter " + parameter + " needs at least one value to try");
        }
        if (values.size() > SearchLimits.COMBINATIONS) {
            throw Refusal.invalid("parameter " + parameter + " may be tried with " + SearchLimits.COMBINATIONS
                    + " values, there are " + values.size());
        }
    }

    /**
     * The values from one up to another, for example 5, 10, 15, 20 for {@code range("fast", 5, 20, 5)}. Computed in decimal
     * digits: the third tenth is 0.3.
     *
     * @throws Refusal unless from is at most to, the step is above 0 and the values are not too many
     */
    public static Axis range(String parameter, double from, double to, double step) {
        boolean isFinite = Double.isFinite(from) && Double.isFinite(to) && Double.isFinite(step);
        if (!isFinite || from > to || step <= 0) {
            throw Refusal.invalid(
                    "parameter " + parameter + " needs a from that is at most to, and a step above 0, was from " + from
                            + " to " + to + " step " + step);
        }
        if ((to - from) / step >= SearchLimits.COMBINATIONS) {
            throw Refusal.invalid("parameter " + parameter + " may be tried with " + SearchLimits.COMBINATIONS
                    + " values, from " + from + " to " + to + " step " + step + " has more");
        }
        BigDecimal last = BigDecimal.valueOf(to);
        BigDecimal distance = BigDecimal.valueOf(step);
        List<Object> values = new ArrayList<>();
        for (BigDecimal value = BigDecimal.valueOf(from); value.compareTo(last) <= 0; value = value.add(distance)) {
            values.add(value.doubleValue());
        }
        return new Axis(parameter, values);
    }
}
