package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of {@code POST /sentiment-alert}; the first three are the original's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SentimentRequest", description = "Only the symbol is needed where the keys are set on the server.")
public record SentimentBody(
        @Schema(description = "The company's ticker.", example = "AAPL", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String symbol,

        @Schema(description = "Key for Finnhub; never logged, stored or echoed. The server's own where it is left out.")
        @Nullable String finnhubKey,

        @Schema(
                description =
                        "Key for the language model; never logged, stored or echoed. The server's own where it is left out.")
        @Nullable String openaiKey,

        @Schema(
                description = "The last day whose news may be looked at; today in UTC where it is left out.",
                example = "2026-02-27",
                format = "date")
        @Nullable String asOf,

        @Schema(
                description =
                        "Whether a language model reads the headlines where a key is known; false has them scored by the word list alone.",
                example = "true",
                defaultValue = "true")
        @Nullable Boolean explain,

        @Schema(
                description = "Whether a backtest of the symbol decides if an alert is raised.",
                example = "false",
                defaultValue = "false")
        @Nullable Boolean gate,

        @Schema(description = "The gate's backtest, with the fields of POST /backtest.", type = "object") @Nullable JsonNode backtest) {}
