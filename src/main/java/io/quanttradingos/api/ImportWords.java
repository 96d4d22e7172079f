package io.quanttradingos.api;

/** What the fields mean that answer the questions of an export; the same at every door. */
final class ImportWords {
    static final String PATH = "A file inside the data folder, in place of one that is sent along.";
    static final String FORMAT = "The format of an export that could be of several.";
    static final String DATE_ORDER = "How dates of an export read that can be read in several ways.";
    static final String DECIMAL = "The decimal mark of an export whose numbers can be read in two ways.";
    static final String ACCOUNT = "The one account to take of an export of several, or all.";
    static final String CURRENCY = "The one currency to take of an export of several.";
    static final String SYMBOL = "The ticker of an export that does not name its instrument.";
    static final String WORDS =
            "What words of an export's type column mean that its format does not know, as word=meaning, parted by semicolons.";

    private ImportWords() {}
}
