package io.quanttradingos.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is known of an export beyond its content; the same fields as over HTTP, without their {@code import_}. */
final class ImportOptions {
    @Option(names = "--format", paramLabel = "NAME", description = "The format, where it could be of several.")
    @Nullable String format;

    @Option(names = "--date-order", paramLabel = "ORDER", description = "How dates read: dmy, mdy or ymd.")
    @Nullable String dateOrder;

    @Option(names = "--decimal", paramLabel = "MARK", description = "The decimal mark: point or comma.")
    @Nullable String decimal;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "The one account to take of several, or all.")
    @Nullable String account;

    @Option(names = "--currency", paramLabel = "CODE", description = "The one currency to take of several.")
    @Nullable String currency;

    @Option(names = "--symbol", paramLabel = "TICKER", description = "The ticker of an export that does not name it.")
    @Nullable String symbol;

    @Option(
            names = "--words",
            paramLabel = "WORD=MEANING",
            description = "What words of its type column mean, parted by semicolons.")
    @Nullable String words;

    CommandFields put(CommandFields fields) {
        return fields.put("import_format", format)
                .put("import_date_order", dateOrder)
                .put("import_decimal", decimal)
                .put("import_account", account)
                .put("import_currency", currency)
                .put("import_symbol", symbol)
                .put("import_words", words);
    }
}
