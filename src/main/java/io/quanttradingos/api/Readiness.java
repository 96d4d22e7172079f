package io.quanttradingos.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The answer of {@code GET /health/ready}. */
@Schema(description = "Whether the service can do its work now, and what it is that keeps it from it.")
public record Readiness(
        @Schema(description = "UP where every check is.", example = "UP", requiredMode = Schema.RequiredMode.REQUIRED)
        String status,

        @Schema(description = "Each thing the service needs.", requiredMode = Schema.RequiredMode.REQUIRED)
        List<Check> checks) {

    /** What works. */
    public static final String UP = "UP";

    /** What does not. */
    public static final String DOWN = "DOWN";

    /** One thing the service needs. */
    @Schema(name = "ReadinessCheck", description = "One thing the service needs.")
    public record Check(
            @Schema(
                    description = "What was looked at: store, inbox or routes.",
                    example = "store",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            String name,

            @Schema(
                    description = "UP where it works.",
                    example = "UP",
                    allowableValues = {UP, DOWN},
                    requiredMode = Schema.RequiredMode.REQUIRED)
            String status) {

        /** The check of that name, by what was found. */
        public static Check of(String name, boolean works) {
            return new Check(name, works ? UP : DOWN);
        }
    }

    /** All that was looked at. */
    public static Readiness of(List<Check> checks) {
        boolean ready = checks.stream().allMatch(check -> check.status().equals(UP));
        return new Readiness(ready ? UP : DOWN, checks);
    }
}
