package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of {@code POST /imports/preview}: what the sender says of the file, where its content alone does not. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImportRequest", description = "The file, and what is known of it beyond its content.")
record ImportBody(
        @Schema(description = ImportWords.PATH, example = "sample/holdings.csv") @Nullable String path,

        @Schema(description = ImportWords.FORMAT, example = "schwab-transactions") @Nullable String importFormat,

        @Schema(
                description = ImportWords.DATE_ORDER,
                allowableValues = {"dmy", "mdy", "ymd"})
        @Nullable String importDateOrder,

        @Schema(
                description = ImportWords.DECIMAL,
                allowableValues = {"point", "comma"})
        @Nullable String importDecimal,

        @Schema(description = ImportWords.ACCOUNT, example = "all") @Nullable String importAccount,

        @Schema(description = ImportWords.CURRENCY, example = "USD") @Nullable String importCurrency,

        @Schema(description = ImportWords.SYMBOL, example = "SPY") @Nullable String importSymbol,

        @Schema(description = ImportWords.WORDS, example = "Bonus=dividend;Test=leave_out") @Nullable String importWords)
        implements ImportAnswers {}
