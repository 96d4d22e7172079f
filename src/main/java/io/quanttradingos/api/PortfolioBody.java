package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of {@code POST /portfolio-report}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "PortfolioRequest",
        description = "Everything may be left out: the configured holdings are then valued at the configured prices.")
public record PortfolioBody(
        @Schema(description = "Holdings file inside the data folder.", example = "sample/holdings.csv") @Nullable String holdingsPath,

        @Schema(description = "Price file inside the data folder.", example = "sample/prices.csv") @Nullable String pricesPath,

        @Schema(
                description =
                        "Holdings sent inline: an array of objects with symbol, shares and optionally avg_price and stop_price.",
                type = "array")
        @Nullable JsonNode holdings,

        @Schema(
                description = "Prices sent inline: an array of objects, each with a date and a close per ticker.",
                type = "array")
        @Nullable JsonNode prices,

        @Schema(description = "The last date that may be looked at.", example = "2019-06-28", format = "date") @Nullable String asOf,

        @Schema(
                description = "How ambiguous dates of the price file read.",
                allowableValues = {"mdy", "dmy"})
        @Nullable String dateFormat,

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
