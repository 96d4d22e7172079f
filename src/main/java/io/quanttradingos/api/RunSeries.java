package io.quanttradingos.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.state.RunRecord;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest decisions as points of a chart, oldest first.
 *
 * @param count how many points there are
 * @param points the decisions
 */
public record RunSeries(int count, List<Point> points) {
    /** What was recorded of a decision; null where a record does not say. */
    @Schema(name = "RunPoint")
    public record Point(
            long sequence,
            String runId,
            Instant startedAt,
            @Nullable LocalDate asof,
            @Nullable String regime,
            @Nullable Double confidence,
            @Nullable Boolean allowTrade,
            @Nullable Double positionSizeMultiplier,
            @Nullable String riskMode,
            @Nullable Double executionDisciplineScore,
            @Nullable String disciplineSource,
            @Nullable Double portfolioValue,
            @Nullable Double drawdown) {

        /**
         * Reads a record.
         *
         * @param result the decision's own part of its answer
         * @param regime the output of the stage of that name
         */
        static Point of(RunRecord run, JsonNode result, JsonNode regime) {
            JsonNode decision = result.path("decision");
            return new Point(
                    run.sequence(),
                    run.runId(),
                    run.facts().startedAt(),
                    run.facts().asOf(),
                    text(regime.path("label")),
                    number(regime.path("confidence")),
                    flag(decision.path("allow_trade")),
                    number(decision.path("position_size_multiplier")),
                    text(decision.path("risk_mode")),
                    number(result.path("execution_discipline_score")),
                    text(result.path("execution_discipline").path("source")),
                    number(result.path("account").path("value")),
                    number(result.path("account").path("drawdown")));
        }

        private static @Nullable Double number(JsonNode value) {
            return value.isNumber() ? value.asDouble() : null;
        }

        private static @Nullable String text(JsonNode value) {
            return value.isTextual() ? value.asText() : null;
        }

        private static @Nullable Boolean flag(JsonNode value) {
            return value.isBoolean() ? value.asBoolean() : null;
        }
    }
}
