package io.quanttradingos.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** The answer of {@code GET /health}. */
@Schema(description = "A sign of life.")
public record Health(
        @Schema(
                description = "Always ok: a service that is not does not answer.",
                example = "ok",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String status) {}
