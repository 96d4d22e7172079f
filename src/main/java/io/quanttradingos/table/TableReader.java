package io.quanttradingos.table;

/** Splits a delimited text into cells. */
@FunctionalInterface
public interface TableReader {
    /**
     * Reads a whole file.
     *
     * @param source the name for messages
     * @param content the bytes: text in UTF-8 or UTF-16, with a header line, parted by commas, semicolons or tabs
     * @throws io.quanttradingos.failure.Refusal where the bytes are no such text
     */
    TextTable read(String source, byte[] content);
}
