package io.quanttradingos.portfolio;

import io.quanttradingos.units.Symbol;
import java.util.Comparator;
import java.util.List;

/**
 * Everything held, one entry per symbol, in the order of the symbols: the same holdings in another order are equal.
 *
 * @param positions securities and cash alike; which symbols are cash is a matter of policy
 * @param notes what reading them left out or could not keep, one sentence each, for the answer's warnings
 */
public record Holdings(List<Holding> positions, List<String> notes) {
    public Holdings {
        positions =
                positions.stream().sorted(Comparator.comparing(Holding::symbol)).toList();
        notes = List.copyOf(notes);
        for (int i = 1; i < positions.size(); i++) {
            Symbol symbol = positions.get(i).symbol();
            if (symbol.equals(positions.get(i - 1).symbol())) {
                throw new IllegalArgumentException(symbol + " must stand once, its rows summed");
            }
        }
    }

    /** The symbols held, ascending. */
    public List<Symbol> symbols() {
        return positions.stream().map(Holding::symbol).toList();
    }
}
