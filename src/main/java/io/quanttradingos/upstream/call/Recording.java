package io.quanttradingos.upstream.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call and what was answered to it. There is no place in it for a key.
 *
 * <pre>{@code
 * {"service":"finnhub","subject":"company-news AAPL","day":"2026-01-02","method":"GET",
 *  "path":"/company-news?symbol=AAPL","body":null,"status":200,"at":"2026-01-02T09:30:00Z",
 *  "answer":[{"headline":"…"}]}
 * }</pre>
 *
 * @param body what was sent; null for none
 * @param at when it was answered
 * @param answer null where the service did not know what it was asked for (status 404)
 */
record Recording(
        String service,
        String subject,
        LocalDate day,
        String method,
        String path,
        @Nullable String body,
        Instant at,
        @Nullable JsonNode answer) {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    /** The key is cut out of whatever holds it, in which case it is replaced by {@code ***}. */
    static Recording of(Call call, KnownAnswer answer) {
        JsonNode body = answer.body();
        return new Recording(
                call.service().code(),
                call.subject(),
                call.day(),
                call.method(),
                Keyless.text(call.path(), call.key()),
                call.body() == null ? null : Keyless.text(call.body(), call.key()),
                answer.at(),
                body == null ? null : Keyless.tree(body, call.key()));
    }

    /** Reads one; empty where the tree is none. */
    static Optional<Recording> read(JsonNode tree) {
        try {
            JsonNode body = tree.path("body");
            int status = tree.path("status").asInt();
            JsonNode answer = tree.get("answer");
            if (answer == null || !(body.isNull() || body.isTextual()) || (status != OK && status != NOT_FOUND)) {
                return Optional.empty();
            }
            return Optional.of(new Recording(
                    tree.path("service").asText(),
                    tree.path("subject").asText(),
                    LocalDate.parse(tree.path("day").asText()),
                    tree.path("method").asText(),
                    tree.path("path").asText(),
                    body.isNull() ? null : body.asText(),
                    Instant.parse(tree.path("at").asText()),
                    status == NOT_FOUND ? null : answer));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    ObjectNode tree() {
        ObjectNode tree = KnownAnswer.JSON.createObjectNode();
        tree.put("service", service);
        tree.put("subject", subject);
        tree.put("day", day.toString());
        tree.put("method", method);
        tree.put("path", path);
        tree.put("body", body);
        tree.put("status", answer == null ? NOT_FOUND : OK);
        tree.put("at", at.toString());
        tree.set("answer", answer);
        return tree;
    }

    /** Whether it is of a service and a subject. */
    boolean isAbout(UpstreamService asked, String about) {
        return service.equals(asked.code()) && subject.equals(about);
    }

    Optional<Served> served() {
        return Optional.ofNullable(answer).map(json -> new Served(json, day, at, Served.Origin.REPLAYED));
    }
}
