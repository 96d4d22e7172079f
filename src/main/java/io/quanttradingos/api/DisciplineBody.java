package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of {@code POST /execution-discipline}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DisciplineRequest", description = "Trades and a plan are needed, each in one of the ways to give it.")
public record DisciplineBody(
        @Schema(
                description =
                        "The regime every trade is judged by. Without it each trade is judged by the regime of its own date.",
                example = "Risk-On / Low/Normal Vol / Uptrend / Healthy Breadth")
        @Nullable String regimeLabel,

        @Schema(
                description =
                        "Trades file inside the data folder: date, symbol, side, entry_price, exit_price, shares[, stop_price].",
                example = "sample/trades.csv")
        @Nullable String tradesPath,

        @Schema(description = "Plan file (JSON) inside the data folder.", example = "sample/plan.json") @Nullable String planPath,

        @Schema(description = "The plan as a JSON text.") @Nullable String planJson,

        @Schema(
                description = "Trades sent inline: an array of objects with the columns of a trades file.",
                type = "array")
        @Nullable JsonNode trades,

        @Schema(description = "The plan sent inline.", type = "object") @Nullable JsonNode plan,

        @Schema(
                description = "Price file inside the data folder, for the regime of each date.",
                example = "sample/prices.csv")
        @Nullable String pricesPath,

        @Schema(
                description = "Whose rules to judge by.",
                allowableValues = {"standard", "seed"},
                defaultValue = "standard")
        @Nullable String conventions,

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
