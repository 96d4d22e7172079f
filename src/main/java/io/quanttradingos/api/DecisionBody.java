package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of {@code POST /decision}, in JSON, as a form or as query parameters. Every one may be left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "DecisionRequest",
        description = "Everything may be left out: an empty body is a full run on the configured defaults.")
public record DecisionBody(
        @Schema(
                description =
                        "Price file inside the data folder: wide (date and one column per ticker) or long (date, symbol, close).",
                example = "sample/prices.csv")
        @Nullable String pricesPath,

        @Schema(
                description = "Holdings file inside the data folder: symbol, shares[, avg_price][, stop_price].",
                example = "sample/holdings.csv")
        @Nullable String holdingsPath,

        @Schema(
                description = "Prices sent inline: an array of objects, each with a date and a close per ticker.",
                example = "[{\"date\": \"2024-01-02\", \"SPY\": 472.65, \"TLT\": 98.1}]",
                type = "array")
        @Nullable JsonNode prices,

        @Schema(
                description =
                        "Holdings sent inline: an array of objects with symbol, shares and optionally avg_price and stop_price.",
                example = "[{\"symbol\": \"SPY\", \"shares\": 10}]",
                type = "array")
        @Nullable JsonNode holdings,

        @Schema(
                description = "The last date that may be looked at; later rows are as if they were not there.",
                example = "2019-06-28",
                format = "date")
        @Nullable String asOf,

        @Schema(
                description =
                        "Highest value the account ever had. Without it the highest recorded value of this portfolio counts.",
                minimum = "0",
                exclusiveMinimum = true,
                example = "500000")
        @Nullable Double peakEquity,

        @Schema(
                description = "Execution discipline score, used where no trades and plan are given.",
                minimum = "0",
                maximum = "1",
                example = "0.88")
        @Nullable Double executionScore,

        @Schema(
                description = "Trades file inside the data folder, judged against the plan.",
                example = "sample/trades.csv")
        @Nullable String executionTradesPath,

        @Schema(description = "Plan file (JSON) inside the data folder.", example = "sample/plan.json") @Nullable String executionPlanPath,

        @Schema(
                description = "Trades sent inline: an array of objects with the columns of a trades file.",
                type = "array")
        @Nullable JsonNode trades,

        @Schema(description = "The plan sent inline.", type = "object") @Nullable JsonNode plan,

        @Schema(description = "The plan as a JSON text.") @Nullable String planJson,

        @Schema(description = "Lets the guardian shrink or stop what was decided.", defaultValue = "false") @Nullable Boolean includeGuardian,

        @Schema(
                description = "Price of the instrument that may be traded; with guardian_atr a position size is given.",
                minimum = "0",
                exclusiveMinimum = true,
                example = "410.5")
        @Nullable Double guardianPrice,

        @Schema(
                description = "Average true range of that instrument.",
                minimum = "0",
                exclusiveMinimum = true,
                example = "6.2")
        @Nullable Double guardianAtr,

        @Schema(
                description = "Kind of trade.",
                allowableValues = {"scalp", "swing", "earnings"},
                defaultValue = "swing")
        @Nullable String guardianTradeType,

        @Schema(description = "Losing trades in a row.", minimum = "0", defaultValue = "0") @Nullable Integer guardianRecentLosses,

        @Schema(
                description =
                        "Whose recorded peak counts. Without it the holdings file stands for its portfolio, and holdings that were sent along for theirs.",
                pattern = "^[A-Za-z0-9._/-]{1,80}$",
                example = "main")
        @Nullable String portfolioId,

        @Schema(
                description = "How ambiguous dates of the price file read.",
                allowableValues = {"mdy", "dmy"})
        @Nullable String dateFormat,

        @Schema(
                description = "Whose definitions to follow.",
                allowableValues = {"standard", "seed"},
                defaultValue = "standard")
        @Nullable String conventions,

        @Schema(
                description = "How the decision is answered: as JSON, or as a report in HTML.",
                allowableValues = {"json", "html"},
                defaultValue = "json")
        @Nullable String report,

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
