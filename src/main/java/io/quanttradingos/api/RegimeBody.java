package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of {@code POST /regime}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "RegimeRequest",
        description = "Everything may be left out: the configured price table is then assessed on its last date.")
public record RegimeBody(
        @Schema(description = "Price file inside the data folder.", example = "sample/prices.csv") @Nullable String pricesPath,

        @Schema(
                description = "Prices sent inline: an array of objects, each with a date and a close per ticker.",
                type = "array")
        @Nullable JsonNode prices,

        @Schema(description = "The last date that may be looked at.", example = "2019-06-28", format = "date") @Nullable String asOf,

        @Schema(
                description = "How ambiguous dates of the price file read.",
                allowableValues = {"mdy", "dmy"})
        @Nullable String dateFormat,

        @Schema(description = "Answers one row for every date instead of one regime.", defaultValue = "false") @Nullable Boolean series,

        @Schema(
                description = "How a series is written.",
                allowableValues = {"json", "csv"},
                defaultValue = "json")
        @Nullable String format,

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
