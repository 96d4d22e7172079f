package io.quanttradingos.backtest.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How much the choice of one parameter wandered from window to window. An edge that is there keeps its parameters; noise
 * has others every time.
 *
 * @param parameter its name
 * @param values chosen, one for each window with a choice
 * @param distinct how many different ones
 * @param changes how often a window's value was another than that of the window with a choice before
 * @param meanChange the mean absolute change between them; NaN for fewer than two windows and where it is not a number
 */
public record ParameterDrift(String parameter, List<Object> values, int distinct, int changes, double meanChange) {
    public ParameterDrift {
        values = List.copyOf(values);
    }

    /** The drift of each parameter of a grid. */
    public static List<ParameterDrift> of(ParameterGrid grid, WalkForwardResult result) {
        return grid.axes().stream()
                .map(axis -> of(axis.parameter(), chosen(axis.parameter(), grid, result)))
                .toList();
    }

    private static List<Object> chosen(String parameter, ParameterGrid grid, WalkForwardResult result) {
        List<Object> values = new ArrayList<>();
        for (WalkForwardWindow window : result.windows()) {
            if (window.chosen() >= 0) {
                values.add(Objects.requireNonNull(grid.valuesOf(window.chosen()).get(parameter)));
            }
        }
        return values;
    }

    private static ParameterDrift of(String parameter, List<Object> values) {
        int changes = 0;
        double change = 0;
        for (int i = 1; i < values.size(); i++) {
            changes += values.get(i).equals(values.get(i - 1)) ? 0 : 1;
            change += distance(values.get(i - 1), values.get(i));
        }
        double mean = values.size() < 2 ? Double.NaN : change / (values.size() - 1);
        return new ParameterDrift(
                parameter, values, (int) values.stream().distinct().count(), changes, mean);
    }

    private static double distance(Object before, Object after) {
        return before instanceof Number from && after instanceof Number to
                ? Math.abs(to.doubleValue() - from.doubleValue())
                : Double.NaN;
    }
}
