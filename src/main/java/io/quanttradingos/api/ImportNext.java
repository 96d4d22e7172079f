package io.quanttradingos.api;

import io.quanttradingos.imports.ImportReading.Read;
import io.quanttradingos.imports.fold.Folded;

/** What dropping an export into the inbox would do, as a sentence. */
final class ImportNext {
    private ImportNext() {}

    static String of(Read read, Folded folded, int holdings) {
        return switch (read.kind()) {
            case POSITIONS -> holdingsCount(holdings);
            case TRANSACTIONS -> transactions(folded, holdings);
            case CLOSED_TRADES -> "Dropped, its closed trades are reviewed as a trade journal.";
            case PRICES -> "Dropped, its closes join the price table, and a decision is made on it.";
            case BARS -> "Dropped, its bars are backtested, bought and held.";
        };
    }

    private static String transactions(Folded folded, int holdings) {
        if (holdings > 0) {
            return holdingsCount(holdings);
        }
        return folded.trades().isEmpty()
                ? "Dropped, it would be refused: no position is open in it, and no trade closed."
                : "Dropped, its " + folded.trades().size()
                        + " round trips are reviewed as a trade journal: no position is open in it.";
    }

    private static String holdingsCount(int holdings) {
        return holdings == 0
                ? "Dropped, it would be refused: no position is open in it that prices can be looked up for."
                : (holdings == 1
                        ? "Dropped, its one holding becomes the current one, and a decision is made on it."
                        : "Dropped, its " + holdings
                                + " holdings become the current ones, and a decision is made on them.");
    }
}
