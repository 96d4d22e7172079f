package io.quanttradingos.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold for every answer, whatever was asked. */
final class AnswerRules {
    private static final Set<Integer> OTHERS_FAULTS = Set.of(502, 503, 504);
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|io\\.quanttradingos|java\\.[a-z]+\\.|org\\.apache|io\\.vertx|io\\.netty"
                    + "|com\\.fasterxml|\\$\\$Lambda|\\bat [a-z]+\\.[a-z.]+\\(|/proc/|/tmp/|/root/|/home/|SQLITE_|java:\\d+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9.]+(E-?[0-9]+)?");

    /** Stricter than the product's own: any other client's parser must be able to read it. */
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private AnswerRules() {}

    /** What is wrong with an answer; empty where nothing is. */
    static List<String> violations(String method, int status, HttpHeaders headers, byte[] body) {
        List<String> wrong = new ArrayList<>();
        String type = headers.firstValue("Content-Type").orElse("");
        if (status >= 500 && !OTHERS_FAULTS.contains(status)) {
            wrong.add("status " + status);
        }
        if (status == 503 && headers.firstValue("Retry-After").isEmpty()) {
            wrong.add("503 without Retry-After");
        }
        if (headers.map().keySet().stream()
                        .anyMatch(
                                name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("camel"))
                || headers.firstValue("X-Hostile").isPresent()) {
            wrong.add("a foreign header came back");
        }
        if (method.equals("HEAD")) {
            return wrong;
        }
        if (status >= 400) {
            problem(wrong, status, type, body);
        } else {
            content(wrong, type, body);
        }
        return wrong;
    }

    private static void problem(List<String> wrong, int status, String type, byte[] body) {
        if (!type.equals("application/problem+json")) {
            wrong.add("an error of type " + type);
            return;
        }
        JsonNode problem = strict(wrong, body);
        if (!problem.path("type").asText().equals("about:blank")
                || problem.path("title").asText().isBlank()
                || problem.path("status").asInt() != status
                || problem.path("detail").asText().isBlank()) {
            wrong.add("a problem without its fields");
        }
        if (INSIDE.matcher(new String(body, UTF_8)).find()) {
            wrong.add("a problem that tells of the inside");
        }
        if (body.length > 64 * 1024) {
            wrong.add("a problem of " + body.length + " bytes");
        }
    }

    private static void content(List<String> wrong, String type, byte[] body) {
        if (type.startsWith("application/json")) {
            strict(wrong, body);
        } else if (type.startsWith("text/html")) {
            if (new String(body, UTF_8).contains(HostileTexts.SCRIPT)) {
                wrong.add("a page with a script of the sender's");
            }
        } else if (type.startsWith("text/csv")) {
            formulas(wrong, new String(body, UTF_8));
        } else if (body.length > 0 && !type.startsWith("text/") && !type.startsWith("image/")) {
            wrong.add("an answer of type " + type);
        }
    }

    private static JsonNode strict(List<String> wrong, byte[] body) {
        try {
            return STRICT.readTree(body);
        } catch (IOException e) {
            wrong.add("JSON that a strict parser refuses: " + e.getMessage());
            return STRICT.missingNode();
        }
    }

    private static void formulas(List<String> wrong, String csv) {
        for (String cell : csv.split("[,\n]")) {
            if (!cell.isEmpty()
                    && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0
                    && !NUMBER.matcher(cell).matches()) {
                wrong.add("a cell that a spreadsheet would compute: " + cell);
            }
        }
    }

    /** What is wrong with the problem written beside a rejected file. */
    static List<String> violationsOfRejection(byte[] problem) {
        List<String> wrong = new ArrayList<>();
        JsonNode tree = strict(wrong, problem);
        int status = tree.path("status").asInt();
        if (status >= 500 && !OTHERS_FAULTS.contains(status)) {
            wrong.add("status " + status);
        }
        problem(wrong, status, "application/problem+json", problem);
        return wrong;
    }
}
