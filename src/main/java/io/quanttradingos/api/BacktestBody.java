package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of {@code POST /backtest}; the first seven are the original's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "BacktestRequest",
        description =
                "Everything may be left out: the sample's bars are then bought and held, 50 shares of 100000 in cash.")
public record BacktestBody(
        @Schema(description = "The instrument.", example = "SPY", defaultValue = "SPY") @Nullable String symbol,

        @Schema(
                description = "Where the bars come from.",
                allowableValues = {"csv", "data_service", "yahoo"},
                defaultValue = "csv")
        @Nullable String dataSource,

        @Schema(
                description =
                        "A file of bars inside the data folder; several parted by commas, one for each instrument.",
                example = "sample/ohlcv.csv",
                defaultValue = "sample/ohlcv.csv")
        @Nullable String csvPath,

        @Schema(description = "The cash to begin with.", example = "100000", defaultValue = "100000") @Nullable Double initialCash,

        @Schema(description = "Shares of each entry where the sizing is fixed.", example = "50", defaultValue = "50")
        @Nullable Double quantity,

        @Schema(
                description = "The strategy; GET /strategies lists them.",
                example = "sma_cross",
                defaultValue = "buy_and_hold")
        @JsonAlias("strategy")
        @Nullable String strategyType,

        @Schema(
                description = "How far back a service is asked for bars.",
                allowableValues = {"1mo", "3mo", "6mo", "1y", "2y", "5y", "10y", "max"},
                defaultValue = "1y")
        @Nullable String period,

        @Schema(
                description =
                        "The strategy's parameters: an object, or a text such as fast=10,slow=20. GET /strategies lists them.",
                type = "object",
                example = "{\"fast\":10,\"slow\":20}")
        @Nullable JsonNode parameters,

        @Schema(
                description = "Bars sent inline: an array of objects with date, open, high, low, close and volume.",
                type = "array")
        @Nullable JsonNode bars,

        @Schema(description = "The first date that is used.", example = "2016-01-04", format = "date") @Nullable String start,

        @Schema(description = "The last date that is used.", example = "2023-12-29", format = "date") @Nullable String end,

        @Schema(
                description = "How ambiguous dates of the file read.",
                allowableValues = {"mdy", "dmy"})
        @Nullable String dateFormat,

        @Schema(
                description =
                        "What a row that cannot be right does: it rejects the file, or is left out with a warning.",
                allowableValues = {"reject", "skip"},
                defaultValue = "reject")
        @Nullable String onBadRow,

        @Schema(
                description = "Whether open, high, low and close are scaled to the file's adjusted close.",
                defaultValue = "false")
        @Nullable Boolean adjusted,

        @Schema(
                description = "When market orders are filled; same_close looks ahead and is marked so.",
                allowableValues = {"next_open", "next_close", "same_close"},
                defaultValue = "next_open")
        @Nullable String fillModel,

        @Schema(
                description = "How many shares an entry takes.",
                allowableValues = {"fixed", "percent_equity", "risk_percent", "vol_target"},
                defaultValue = "fixed")
        @Nullable String sizing,

        @Schema(description = "Percent of the equity for sizing percent_equity.", example = "100", defaultValue = "100")
        @Nullable Double percentEquity,

        @Schema(
                description = "Percent of the equity lost at the stop for risk_percent.",
                example = "1",
                defaultValue = "1")
        @Nullable Double riskPercent,

        @Schema(description = "Bars of the average true range for risk_percent.", example = "14", defaultValue = "14")
        @Nullable Integer atrBars,

        @Schema(
                description = "Distance of the stop in average true ranges for risk_percent.",
                example = "2",
                defaultValue = "2")
        @Nullable Double atrMultiple,

        @Schema(
                description = "Yearly volatility that vol_target aims at, as a fraction.",
                example = "0.15",
                defaultValue = "0.15")
        @Nullable Double targetVolatility,

        @Schema(description = "Bars that volatility is measured over.", example = "20", defaultValue = "20") @Nullable Integer volatilityBars,

        @Schema(description = "Whether parts of shares are traded.", defaultValue = "false") @Nullable Boolean fractional,

        @Schema(
                description = "The most that all positions may be worth, in multiples of the equity.",
                example = "1",
                defaultValue = "1")
        @Nullable Double leverage,

        @Schema(description = "Commission as a fraction of the traded value.", example = "0.001") @Nullable Double commissionRate,

        @Schema(description = "Commission for each share, in currency.", example = "0.005") @Nullable Double commissionPerShare,

        @Schema(description = "Commission for each filled order, in currency.", example = "1") @Nullable Double commissionPerOrder,

        @Schema(description = "Least commission of a filled order, in currency.", example = "1") @Nullable Double commissionMinimum,

        @Schema(description = "Half the distance of bid and ask in basis points.", example = "1") @Nullable Double halfSpreadBps,

        @Schema(description = "Further adverse distance of market and stop orders in basis points.", example = "1")
        @Nullable Double slippageBps,

        @Schema(description = "Coefficient of the square-root market impact; 0 for none.", example = "0") @Nullable Double impact,

        @Schema(description = "Stop loss of each entry as a fraction of its price.", example = "0.05") @Nullable Double stopLoss,

        @Schema(description = "Take profit of each entry as a fraction of its price.", example = "0.1") @Nullable Double takeProfit,

        @Schema(description = "Trailing stop of each entry as a fraction of the best price since.", example = "0.08")
        @Nullable Double trailingStop,

        @Schema(
                description =
                        "Which agents of the pipeline have a say: {\"regime\": [\"Risk-On\"], \"allocation\": true, \"guardian\": true}.",
                type = "object")
        @Nullable JsonNode gate,

        @Schema(
                description =
                        "Closes for the gate's regime, inside the data folder; without them the instruments' own closes count.",
                example = "sample/prices.csv")
        @Nullable String pricesPath,

        @Schema(
                description =
                        "Parameters to try: an object of lists or of {from, to, step}, or a text such as fast=5:20:5,slow=50;100.",
                type = "object")
        @Nullable JsonNode sweep,

        @Schema(
                description =
                        "A walk-forward test of the sweep: {\"in_sample\": 504, \"out_of_sample\": 126, \"anchored\": false}, in bars.",
                type = "object")
        @Nullable JsonNode walkForward,

        @Schema(
                description = "Which long parts the answer has as well, parted by commas: trades, orders, series.",
                example = "trades")
        @Nullable String include,

        @Schema(
                description = "Who is asking; what one caller tries on a symbol counts together as trials.",
                example = "alerts",
                pattern = "[A-Za-z0-9._/-]{1,80}",
                defaultValue = "anonymous")
        @Nullable String caller,

        @Schema(
                description = "Whose definitions to follow; seed answers exactly as the original.",
                allowableValues = {"standard", "seed"},
                defaultValue = "standard")
        @Nullable String conventions,

        @Schema(
                description = "What is answered: json, or html for a tear sheet that opens without network.",
                allowableValues = {"json", "html"},
                defaultValue = "json")
        @Nullable String report) {}
