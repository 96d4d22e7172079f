package io.quanttradingos.imports;

/** Makes sheets of text files, and text of sheets. */
public final class Sheets {
    private Sheets() {}

    /**
     * The rows of a text file as they stand.
     *
     * @param name what messages call it
     * @throws io.quanttradingos.failure.Refusal where it is no text, too large, or has a quote that is never closed
     */
    public static Sheet ofText(String name, byte[] content) {
        throw new UnsupportedOperationException(name + content.length);
    }

    /** A sheet as comma separated text in UTF-8, such as our own readers take. */
    public static byte[] text(Sheet sheet) {
        throw new UnsupportedOperationException(sheet.name());
    }
}
