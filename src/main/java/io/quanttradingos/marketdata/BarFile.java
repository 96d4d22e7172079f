package io.quanttradingos.marketdata;

import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file of bars held.
 *
 * @param instruments one per symbol, in the order in which the file names them
 * @param warnings sentences on what was read differently than its author may expect, such as rows left out
 * @param rows the bars of all instruments together
 * @param adjustedLeftAside whether the file has adjusted closes too, which were not asked for
 */
public record BarFile(List<Bars> instruments, List<String> warnings, int rows, boolean adjustedLeftAside) {
    public BarFile {
        instruments = List.copyOf(instruments);
        warnings = List.copyOf(warnings);
    }

    /** The same with sentences on how it was come by, before its own. */
    public BarFile noticed(List<String> notices) {
        List<String> all = new ArrayList<>(notices);
        all.addAll(warnings);
        return new BarFile(instruments, all, rows, adjustedLeftAside);
    }

    /** The bars of one instrument; empty where the file has none. */
    public Optional<Bars> bars(Symbol symbol) {
        return instruments.stream().filter(bars -> bars.symbol().equals(symbol)).findFirst();
    }
}
