package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of {@code POST /trade-journal}; the trades may be given in one of three ways or as the file {@code trades_file}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "JournalRequest", description = "The trades, in one way.")
public record JournalBody(
        @Schema(description = "Closed trades sent inline.", type = "array") @Nullable JsonNode trades,

        @Schema(
                description = "The same array as a text of JSON.",
                example =
                        "[{\"date\":\"2017-01-19\",\"symbol\":\"QQQ\",\"side\":\"BUY\",\"qty\":49,\"entry\":125.4,\"exit\":128.16}]")
        @Nullable String tradesJson,

        @Schema(description = "A journal inside the data folder.", example = "sample/journal.csv") @Nullable String tradesPath,

        @Schema(
                description = "The capital at the first trade; with it the drawdown is also a percentage.",
                example = "100000")
        @Nullable Double accountSize,

        @Schema(description = "The seed of the bootstrap; the policy's where it is left out.", example = "42") @Nullable Integer seed,

        @Schema(
                description =
                        "Key for the language model; never logged, stored or echoed. The server's own where it is left out.")
        @Nullable String openaiKey,

        @Schema(
                description = "Whether a language model writes the coaching text where a key is known.",
                example = "true",
                defaultValue = "true")
        @Nullable Boolean explain,

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
