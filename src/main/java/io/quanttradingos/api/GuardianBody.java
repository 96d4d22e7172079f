package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of {@code POST /guardian}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GuardianRequest", description = "The trade somebody wants to open, and the state they are in.")
public record GuardianBody(
        @Schema(
                description = "What the account is worth.",
                minimum = "0",
                exclusiveMinimum = true,
                maximum = "1000000000000000",
                example = "100000",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable Double accountSize,

        @Schema(
                description = "How far the account is under its peak, in percent.",
                minimum = "0",
                maximum = "100",
                defaultValue = "0",
                example = "4.5")
        @Nullable Double drawdownPct,

        @Schema(
                description = "How nervous the market is.",
                allowableValues = {"low", "normal", "high"},
                defaultValue = "normal")
        @Nullable String volatility,

        @Schema(
                description = "trend, range, choppy, or a regime label, which stands for one of them.",
                defaultValue = "range",
                example = "trend")
        @Nullable String regime,

        @Schema(
                description = "Kind of trade.",
                allowableValues = {"scalp", "swing", "earnings"},
                defaultValue = "swing")
        @Nullable String tradeType,

        @Schema(description = "Losing trades in a row.", minimum = "0", defaultValue = "0") @Nullable Integer recentLosses,

        @Schema(
                description = "Price of one share; with atr a position size is given.",
                minimum = "0",
                exclusiveMinimum = true,
                maximum = "1000000000000000",
                example = "410.5")
        @Nullable Double price,

        @Schema(
                description = "Average true range of the share.",
                minimum = "0",
                exclusiveMinimum = true,
                maximum = "1000000000000000",
                example = "6.2")
        @Nullable Double atr) {}
