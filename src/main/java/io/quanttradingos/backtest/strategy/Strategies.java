package io.quanttradingos.backtest.strategy;

import io.quanttradingos.failure.NearestName;
import io.quanttradingos.failure.Refusal;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The strategies there are, by name: those of the {@link StrategyCatalogue} and a user's own. */
public final class Strategies {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private final Map<String, StrategyKind> kinds;
    private final Map<String, String> jars;

    private Strategies(Map<String, StrategyKind> kinds, Map<String, String> jars) {
        this.kinds = Collections.unmodifiableMap(kinds);
        this.jars = Map.copyOf(jars);
    }

    /** Those of the catalogue. */
    public static Strategies shipped() {
        Map<String, StrategyKind> kinds = new LinkedHashMap<>();
        StrategyCatalogue.kinds().forEach(kind -> kinds.put(kind.name(), kind));
        return new Strategies(kinds, Map.of());
    }

    /**
     * These and others, in the order of their names.
     *
     * @param own each with the name of the jar it comes from
     * @throws Refusal where a name is taken, or none that requests could write
     */
    public Strategies with(Map<StrategyKind, String> own) {
        Map<String, StrategyKind> all = new LinkedHashMap<>(kinds);
        Map<String, String> from = new LinkedHashMap<>(jars);
        own.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().name()))
                .forEach(entry -> {
                    String name = entry.getKey().name();
                    if (!NAME.matcher(name).matches()) {
                        throw Refusal.invalid(entry.getValue() + " has a strategy named '" + Parameters.cut(name)
                                + "', which must be lower case with underscores");
                    }
                    if (all.putIfAbsent(name, entry.getKey()) != null) {
                        throw Refusal.invalid(
                                entry.getValue() + " has a strategy " + name + ", and there is one of that name");
                    }
                    from.put(name, entry.getValue());
                });
        return new Strategies(all, from);
    }

    /** All of them, in the order they are shown. */
    public Collection<StrategyKind> kinds() {
        return kinds.values();
    }

    /** The jar that a strategy of somebody's own comes from; empty where it is one of the catalogue's. */
    public Optional<String> jar(StrategyKind kind) {
        return Optional.ofNullable(jars.get(kind.name()));
    }

    /**
     * The strategy of a name; letter case does not matter, and a hyphen is as good as an underscore.
     *
     * @throws Refusal where there is none, naming the one that may have been meant
     */
    public StrategyKind named(String name) {
        StrategyKind kind = kinds.get(name.strip().toLowerCase(Locale.ROOT).replace('-', '_'));
        if (kind == null) {
            String hint = NearestName.of(name.strip(), kinds.keySet())
                    .map(near -> "did you mean " + near + "?")
                    .orElse("there are " + String.join(", ", kinds.keySet()));
            throw Refusal.invalid("there is no strategy '" + Parameters.cut(name) + "'; " + hint);
        }
        return kind;
    }
}
