package io.quanttradingos.backtest.strategy;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.NearestName;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.failure.Shortened;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The values of all parameters of a strategy, for example {@code sma_cross {fast=20, slow=50, allow_short=false}}.
 * Immutable, complete and allowed: every one was checked, and those not given have their default.
 */
public final class Parameters {
    private static final int MOST_SHOWN = 60;

    private final StrategyKind kind;
    private final Map<String, Object> values;

    private Parameters(StrategyKind kind, Map<String, Object> values) {
        this.kind = kind;
        this.values = values;
    }

    /** The defaults. */
    public static Parameters of(StrategyKind kind) {
        return of(kind, Map.of());
    }

    /**
     * Checks what was given and completes it.
     *
     * @param given values by name, a null for the default; numbers, truth values and maps may be text
     * @throws Refusal naming every name that is unknown, every value that is not allowed and every rule that is broken
     */
    public static Parameters of(StrategyKind kind, Map<String, ?> given) {
        List<InputProblem> problems = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : given.keySet()) {
            if (!kind.parameterNames().contains(name)) {
                problems.add(new InputProblem(kind.name(), null, cut(name), unknown(name, kind)));
            }
        }
        for (Parameter parameter : kind.parameters()) {
            Object value = given.get(parameter.name());
            Object read = value == null ? null : parameter.reader().read(value);
            if (value != null && read == null) {
                String message = "must be " + parameter.reader().expected() + ", was " + shown(value);
                problems.add(new InputProblem(kind.name(), null, parameter.name(), message));
            }
            values.put(parameter.name(), read == null ? parameter.fallback() : read);
        }
        Parameters parameters = new Parameters(kind, Collections.unmodifiableMap(values));
        if (problems.isEmpty()) {
            problems.addAll(parameters.brokenRules());
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return parameters;
    }

    private static String unknown(String name, StrategyKind kind) {
        List<String> known = kind.parameterNames();
        String hint = NearestName.of(name, known)
                .map(near -> "did you mean " + near + "?")
                .orElse(known.isEmpty() ? "there are none" : "known are " + String.join(", ", known));
        return "is not a parameter; " + hint;
    }

    static String shown(Object value) {
        String text = cut(value.toString());
        return value instanceof String ? "'" + text + "'" : text;
    }

    /** What someone sent, short enough for a message. */
    static String cut(String text) {
        return Shortened.to(MOST_SHOWN, text);
    }

    private List<InputProblem> brokenRules() {
        return kind.rules().stream()
                .filter(rule -> !rule.isKept(this))
                .map(rule -> new InputProblem(kind.name(), null, rule.lower(), rule.broken(this)))
                .toList();
    }

    /**
     * The same with one value changed.
     *
     * @throws Refusal as {@link #of(StrategyKind, Map)}
     */
    public Parameters with(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return of(kind, changed);
    }

    public StrategyKind kind() {
        return kind;
    }

    /** All values by name, in the order the strategy declares them; maps are sorted by name. */
    public Map<String, Object> asMap() {
        return values;
    }

    /**
     * A value.
     *
     * @throws IllegalArgumentException where the strategy has no such parameter
     */
    Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(kind.name() + " has no parameter " + name);
        }
        return value;
    }

    /** The value of a whole number by its name. */
    public int integer(String name) {
        return (Integer) value(name);
    }

    /** The value of a number by its name. */
    public double number(String name) {
        return ((Number) value(name)).doubleValue();
    }

    /** The value of a truth by its name. */
    public boolean flag(String name) {
        return (Boolean) value(name);
    }

    /** The value of a choice or symbol. */
    public String text(String name) {
        return (String) value(name);
    }

    /** The numbers of a map. */
    public Map<String, Double> map(String name) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        ((Map<?, ?>) value(name)).forEach((key, number) -> numbers.put((String) key, (Double) number));
        return numbers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters same && kind.name().equals(same.kind.name()) && values.equals(same.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind.name(), values);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s", kind.name(), values);
    }
}
