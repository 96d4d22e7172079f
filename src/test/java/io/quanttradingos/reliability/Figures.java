package io.quanttradingos.reliability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an experiment measured and what it found wrong, in the order it was found. */
final class Figures {
    private final Map<String, String> figures = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    Figures put(String name, long value) {
        return put(name, Long.toString(value));
    }

    Figures put(String name, String value) {
        figures.put(name, value);
        return this;
    }

    Figures put(String name, double value) {
        return put(name, String.format(Locale.ROOT, "%.1f", value));
    }

    /** Notes a fault where something is not as it must be. */
    Figures expect(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
        return this;
    }

    Figures and(List<String> others) {
        faults.addAll(others);
        return this;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** As a table with the faults below it. */
    String report() {
        StringBuilder table = new StringBuilder();
        figures.forEach((name, value) -> table.append(String.format(Locale.ROOT, "%-58s %14s%n", name, value)));
        table.append(String.format(Locale.ROOT, "%-58s %14d%n", "faults", faults.size()));
        faults.forEach(fault -> table.append("  ").append(fault).append('\n'));
        return table.toString();
    }

    /** Prints it and ends the program: 1 where there was a fault. */
    void exit() {
        System.out.print(report());
        System.exit(faults.isEmpty() ? 0 : 1);
    }
}
