package io.quanttradingos.backtest.research;

import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.strategy.Parameter;
import io.quanttradingos.backtest.strategy.Parameters;
import io.quanttradingos.backtest.strategy.StrategyContext;
import io.quanttradingos.backtest.strategy.StrategyKind;
import io.quanttradingos.failure.NearestName;
import io.quanttradingos.failure.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Every combination of the values of some parameters, for example 3 of {@code fast} times 4 of {@code slow}; the last
 * parameter changes quickest.
 *
 * <p>Combinations that break a rule of the strategy, such as a fast average that is not the faster one, are left out and
 * counted. The others are the {@link Candidates}, numbered in order. Immutable.
 */
public final class ParameterGrid {
    private static final int LEFT_OUT = -1;

    private final List<Axis> axes;
    private final List<Parameters> combinations;
    /** The number of the combination at each place of the full grid. */
    private final int[] numberOf;

    private final @Nullable String whyLeftOut;

    private ParameterGrid(StrategyKind kind, Map<String, ?> base, List<Axis> axes) {
        this.axes = axes;
        this.numberOf = new int[size(axes)];
        List<Parameters> kept = new ArrayList<>();
        String why = null;
        for (int place = 0; place < numberOf.length; place++) {
            try {
                kept.add(Parameters.of(kind, valuesAt(place, base)));
                numberOf[place] = kept.size() - 1;
            } catch (Refusal broken) {
                numberOf[place] = LEFT_OUT;
                why = why == null ? broken.detail() : why;
            }
        }
        this.combinations = List.copyOf(kept);
        this.whyLeftOut = why;
    }

    /**
     * The grid around a strategy's parameters.
     *
     * @param base the values of the parameters that do not change
     * @param axes one for each parameter that does
     * @throws Refusal for no axis, an unknown parameter, one that is there twice, a value it does not take or takes twice,
     *     too many combinations, and where all of them break a rule
     */
    public static ParameterGrid of(Parameters base, List<Axis> axes) {
        return of(base.kind(), base.asMap(), axes);
    }

    /**
     * As {@link #of(Parameters, List)}, around values that need not be allowed by themselves: a rule that the usual value of
     * a parameter would break may well be kept by those that are tried.
     */
    public static ParameterGrid of(StrategyKind kind, Map<String, ?> base, List<Axis> axes) {
        if (axes.isEmpty()) {
            throw Refusal.invalid("a sweep needs at least one parameter to vary");
        }
        List<Axis> read = new ArrayList<>();
        for (Axis axis : axes) {
            if (read.stream().anyMatch(other -> other.parameter().equals(axis.parameter()))) {
                throw Refusal.invalid("parameter " + axis.parameter() + " is there twice");
            }
            read.add(read(kind, axis));
        }
        ParameterGrid grid = new ParameterGrid(kind, base, List.copyOf(read));
        if (grid.combinations.isEmpty()) {
            throw Refusal.invalid("no combination can be tried: " + grid.whyLeftOut);
        }
        return grid;
    }

    private static Axis read(StrategyKind kind, Axis axis) {
        Parameter parameter = parameter(kind, axis.parameter());
        List<Object> values = axis.values().stream().map(parameter::read).toList();
        if (new HashSet<>(values).size() != values.size()) {
            throw Refusal.invalid("parameter " + axis.parameter() + " has a value twice: " + values);
        }
        return new Axis(parameter.name(), values);
    }

    private static Parameter parameter(StrategyKind kind, String name) {
        List<Parameter> known = kind.parameters();
        return known.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(kind.name() + " has no parameter " + name + "; "
                        + hint(name, known.stream().map(Parameter::name).toList())));
    }

    private static String hint(String name, List<String> known) {
        return NearestName.of(name, known)
                .map(near -> "did you mean " + near + "?")
                .orElse(known.isEmpty() ? "it has none" : "known are " + String.join(", ", known));
    }

    private static int size(List<Axis> axes) {
        long size = 1;
        for (Axis axis : axes) {
            size *= axis.values().size();
            if (size > SearchLimits.COMBINATIONS) {
                throw Refusal.invalid("a sweep may try " + SearchLimits.COMBINATIONS + " combinations, this one has "
                        + axes.stream()
                                .map(each -> each.values().size() + " of " + each.parameter())
                                .reduce((before, next) -> before + " times " + next)
                                .orElse("none"));
            }
        }
        return (int) size;
    }

    private Map<String, Object> valuesAt(int place, Map<String, ?> base) {
        Map<String, Object> values = new LinkedHashMap<>(base);
        int rest = place;
        for (int axis = axes.size() - 1; axis >= 0; axis--) {
            List<Object> tried = axes.get(axis).values();
            values.put(axes.get(axis).parameter(), tried.get(rest % tried.size()));
            rest /= tried.size();
        }
        return values;
    }

    /** The parameters that change, with values as the strategy takes them. */
    public List<Axis> axes() {
        return axes;
    }

    /** The complete parameters of each candidate, by its number. */
    public List<Parameters> combinations() {
        return combinations;
    }

    /** The values of the parameters that change, of one candidate. */
    public Map<String, Object> valuesOf(int candidate) {
        Map<String, Object> values = new LinkedHashMap<>();
        axes.forEach(axis ->
                values.put(axis.parameter(), combinations.get(candidate).asMap().get(axis.parameter())));
        return values;
    }

    /** How many combinations break a rule of the strategy. */
    public int leftOut() {
        return numberOf.length - combinations.size();
    }

    /** Why the first of them was left out; null where none was. */
    public @Nullable String whyLeftOut() {
        return whyLeftOut;
    }

    /** The strategies of all combinations. */
    public Candidates candidates(StrategyContext context) {
        return Candidates.of(combinations.size(), candidate -> strategy(candidate, context));
    }

    private Strategy strategy(int candidate, StrategyContext context) {
        Parameters parameters = combinations.get(candidate);
        return parameters.kind().create(parameters, context);
    }

    /**
     * A figure over two of the parameters, as a map of colours shows it. Any further ones keep the values that a chosen
     * candidate has: the map is a cut through it.
     *
     * @param figure of a candidate, by its number; NaN where it has none
     * @throws IllegalArgumentException where a name is not that of an axis
     */
    public HeatMap heatMap(String x, String y, int through, ToDoubleFunction<Integer> figure) {
        int[] places = placesOf(through);
        int across = axis(x);
        int down = axis(y);
        List<List<@Nullable Double>> rows = new ArrayList<>();
        for (places[down] = 0; places[down] < axes.get(down).values().size(); places[down]++) {
            Double[] row = new Double[axes.get(across).values().size()];
            for (places[across] = 0; places[across] < row.length; places[across]++) {
                int number = numberOf[place(places)];
                double value = number == LEFT_OUT ? Double.NaN : figure.applyAsDouble(number);
                row[places[across]] = Double.isFinite(value) ? value : null;
            }
            rows.add(Arrays.asList(row));
        }
        return new HeatMap(x, axes.get(across).values(), y, axes.get(down).values(), rows);
    }

    private int axis(String name) {
        for (int axis = 0; axis < axes.size(); axis++) {
            if (axes.get(axis).parameter().equals(name)) {
                return axis;
            }
        }
        throw new IllegalArgumentException("the grid does not vary " + name);
    }

    private int[] placesOf(int candidate) {
        Map<String, Object> values = combinations.get(candidate).asMap();
        return axes.stream()
                .mapToInt(axis -> axis.values().indexOf(values.get(axis.parameter())))
                .toArray();
    }

    private int place(int[] places) {
        int place = 0;
        for (int axis = 0; axis < places.length; axis++) {
            place = place * axes.get(axis).values().size() + places[axis];
        }
        return place;
    }
}
