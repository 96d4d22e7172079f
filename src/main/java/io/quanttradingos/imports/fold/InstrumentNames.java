package io.quanttradingos.imports.fold;

import io.quanttradingos.imports.Transaction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which lines are of one instrument.
 *
 * <p>It is known by its ISIN, which outlives its ticker, but where one ISIN is traded in several currencies: those are listings
 * that an account holds side by side. A line without an ISIN has the one of another line of its ticker.
 */
final class InstrumentNames {
    private final Map<String, String> isins = new HashMap<>();
    private final Map<String, Set<String>> currencies = new HashMap<>();

    private InstrumentNames() {}

    static InstrumentNames of(List<Transaction> lines) {
        InstrumentNames names = new InstrumentNames();
        for (Transaction line : lines) {
            if (line.isin() != null) {
                names.isins.put(line.instrument(), line.isin());
            }
            if (line.isin() != null && !line.currency().isEmpty()) {
                names.currencies
                        .computeIfAbsent(line.isin(), isin -> new HashSet<>())
                        .add(line.currency());
            }
        }
        return names;
    }

    /** A text that all lines of its instrument share, and no others of its account. */
    String of(Transaction line) {
        String isin = line.isin() != null ? line.isin() : isins.get(line.instrument());
        return isin == null || currencies.getOrDefault(isin, Set.of()).size() > 1 ? line.instrument() : "isin " + isin;
    }
}
