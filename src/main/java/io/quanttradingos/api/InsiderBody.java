package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of {@code POST /insider-report}; the first three are the original's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InsiderRequest", description = "Only the symbol is needed where the keys are set on the server.")
public record InsiderBody(
        @Schema(description = "The company's ticker.", example = "AAPL", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String symbol,

        @Schema(description = "Key for Finnhub; never logged, stored or echoed. The server's own where it is left out.")
        @Nullable String finnhubKey,

        @Schema(
                description =
                        "Key for the language model; never logged, stored or echoed. The server's own where it is left out.")
        @Nullable String openaiKey,

        @Schema(
                description = "The last day whose filings may be looked at; today in UTC where it is left out.",
                example = "2026-02-27",
                format = "date")
        @Nullable String asOf,

        @Schema(
                description = "Whether a language model puts the numbers into words where a key is known.",
                example = "true",
                defaultValue = "true")
        @Nullable Boolean explain) {}
