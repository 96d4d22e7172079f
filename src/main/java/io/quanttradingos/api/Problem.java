package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 {@code application/problem+json} has it.
 *
 * @param type {@code about:blank}: the title says all a machine needs beside the status
 * @param title the kind of problem in a few words, the same for every occurrence
 * @param status the HTTP status
 * @param detail what happened, in one plain sentence
 * @param instance the path that was asked for
 * @param errors for bad input, each problem with its position
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An error, by RFC 9457.")
public record Problem(
        @Schema(
                description = "Always about:blank.",
                example = "about:blank",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String type,

        @Schema(
                description = "The kind of problem.",
                example = "Invalid input",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String title,

        @Schema(description = "The HTTP status.", example = "400", requiredMode = Schema.RequiredMode.REQUIRED)
        int status,

        @Schema(
                description = "What happened, in one sentence.",
                example = "prices.csv:17 SPY must be positive, was -3.2",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String detail,

        @Schema(description = "The path that was asked for.", example = "/decision") @Nullable String instance,

        @Schema(description = "For bad input, each problem with its position.") @Nullable List<InputProblem> errors) {

    /** The media type of every error. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The problem for a refusal. */
    public static Problem of(Refusal refusal, @Nullable String instance) {
        Kind kind = kind(refusal.kind());
        List<InputProblem> errors = refusal.problems().isEmpty() ? null : refusal.problems();
        return new Problem("about:blank", kind.title, kind.status, refusal.detail(), instance, errors);
    }

    /** A problem that needs no more than a status and a sentence. */
    public static Problem of(int status, String title, String detail, @Nullable String instance) {
        return new Problem("about:blank", title, status, detail, instance, null);
    }

    /** A bug of ours: the sender learns that it is not theirs, and nothing else. */
    public static Problem internal(@Nullable String instance) {
        return of(
                500,
                "Internal error",
                "The request could not be served because of a fault in the service; its log has the details.",
                instance);
    }

    private record Kind(int status, String title) {}

    private static Kind kind(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID_INPUT -> new Kind(400, "Invalid input");
            case NOT_FOUND -> new Kind(404, "Not found");
            case TOO_LARGE -> new Kind(413, "Too large");
            case NOT_USABLE -> new Kind(422, "Input cannot be used");
            case KEY_MISSING -> new Kind(424, "Key not configured");
            case UPSTREAM_FAILED -> new Kind(502, "Upstream failed");
            case OVERLOADED -> new Kind(503, "Overloaded");
            case UPSTREAM_TIMED_OUT -> new Kind(504, "Upstream timed out");
        };
    }
}
