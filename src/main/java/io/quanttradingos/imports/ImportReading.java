package io.quanttradingos.imports;

import java.util.List;

/** What came of reading an export. */
public sealed interface ImportReading {
    /**
     * It could be read, and every row of it is accounted for: taken or left out.
     *
     * @param format the name of the format, such as {@code schwab-transactions}
     * @param title its name for people, such as {@code Charles Schwab, transactions}
     * @param positions of {@link ImportKind#POSITIONS}, else empty
     * @param transactions of {@link ImportKind#TRANSACTIONS}, in the order of the export; of positions those of the same
     *     statement, where it has both; else empty
     * @param table of the other kinds, the rows in the form our own readers take; else a header without rows
     * @param leftOut every row that is neither taken nor the header at {@link Layout#headerLine}, but for blank ones
     * @param totals what the export states of its sums
     */
    record Read(
            String format,
            String title,
            ImportKind kind,
            Layout layout,
            List<StatedPosition> positions,
            List<Transaction> transactions,
            Sheet table,
            List<LeftOut> leftOut,
            List<StatedTotal> totals,
            List<String> warnings)
            implements ImportReading {
        public Read {
            positions = List.copyOf(positions);
            transactions = List.copyOf(transactions);
            leftOut = List.copyOf(leftOut);
            totals = List.copyOf(totals);
            warnings = List.copyOf(warnings);
        }
    }

    /** It could be read in more than one way; the questions settle which. */
    record Unsure(String source, List<Question> questions) implements ImportReading {
        public Unsure {
            questions = List.copyOf(questions);
        }
    }
}
