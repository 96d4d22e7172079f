package io.quanttradingos.inputs;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.imports.ImportReading;
import io.quanttradingos.marketdata.ContentKind;

/** What a file turned out to be. */
public sealed interface Recognised {
    /**
     * A file in our own form, or of none that is known.
     *
     * @param reason what told it; of {@link ContentKind#UNKNOWN} why it is none, as the end of a sentence
     * @param content the file, or the text of its one sheet
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Own(ContentKind kind, String reason, byte[] content) implements Recognised {}

    /** An export. */
    record Export(ImportReading.Read read) implements Recognised {}

    /** An export that can be read in more than one way. */
    record Unsure(ImportReading.Unsure unsure) implements Recognised {
        /** What whoever wanted to run on the file is told: the question that would settle it. */
        public Refusal refusal() {
            return Exports.unsure(unsure);
        }
    }
}
