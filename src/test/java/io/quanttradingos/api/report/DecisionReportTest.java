package io.quanttradingos.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionReportTest {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern VALUE = Pattern.compile("=\"[^\"]*\"");
    private static final List<String> PIECES = List.of(
            "<script>",
            "</td>",
            "</style>",
            "<!--",
            "-->",
            "\"",
            "'",
            ">",
            "<",
            "&",
            "&lt;",
            "&#60;",
            "]]>",
            "=1+1",
            "\" onload=\"x",
            "javascript:",
            "\u0000",
            "\u001b[31m",
            "\u202e",
            "\u2028",
            "\ud800",
            "é",
            "😀",
            " ");

    private static String html(JsonNode answer) {
        return SampleDecision.html(answer, SampleDecision.history(300, 1));
    }

    /** The texts between the tags, as a browser shows them. */
    private static String told(String html) {
        return TAG.matcher(html.substring(html.indexOf("<body>")))
                .replaceAll(" ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }

    /** Tags with the names of their attributes. */
    private static List<String> tags(String html) {
        List<String> tags = new ArrayList<>();
        Matcher tag = TAG.matcher(html.substring(html.indexOf("<body>")));
        while (tag.find()) {
            tags.add(VALUE.matcher(tag.group()).replaceAll(""));
        }
        return tags;
    }

    private static String noise(SplittableRandom random) {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    /** Every text becomes noise, but for the one that decides whether a step has an input. */
    private static void disturb(ContainerNode<?> node, SplittableRandom random) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
                if (entry.getValue() instanceof ContainerNode<?> inner) {
                    disturb(inner, random);
                } else if (entry.getValue().isTextual()
                        && !entry.getValue().asText().equals("blocked")) {
                    object.put(entry.getKey(), noise(random));
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof ContainerNode<?> inner) {
                    disturb(inner, random);
                } else if (array.get(i).isTextual()) {
                    array.set(i, TextNode.valueOf(noise(random) + i));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatever_the_texts_are_the_page_has_the_same_elements(long seed) {
        ObjectNode disturbed = SampleDecision.full();
        disturb(disturbed, new SplittableRandom(seed));

        String html = html(disturbed);

        assertThat(tags(html).equals(tags(html(SampleDecision.full()))))
                .as("the same elements in the same order")
                .isTrue();
        assertThat(html).doesNotContainPattern("[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069]");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(html)).isTrue();
    }

    @Test
    void a_name_that_a_spreadsheet_would_compute_is_written_as_a_text() {
        ObjectNode answer = SampleDecision.answer("allowed");
        ((ObjectNode) answer.at("/portfolio/holdings/0")).put("symbol", "=X");
        ((ObjectNode) answer.at("/portfolio/holdings/1")).put("unrealised_pnl", -12.5);

        String html = html(answer);

        assertThat(html).contains(">&#39;=X<", ">−12.50<").doesNotContainPattern(">[=+@-][^<]*</t[dh]>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"allowed", "blocked"})
    void every_sentence_and_digest_of_the_answer_is_told(String name) {
        JsonNode answer = SampleDecision.answer(name);
        String told = told(html(answer));

        List<String> sentences = new ArrayList<>();
        for (String path : List.of(
                "/warnings",
                "/regime/drivers",
                "/regime/implications",
                "/guardian_guardrails/guardian_decision/blocks")) {
            answer.at(path).forEach(text -> sentences.add(text.asText()));
        }
        answer.at("/decision/waterfall")
                .forEach(step -> sentences.add(step.get("why").asText()));
        for (String path : List.of("/decision/blocked_by", "/decision/what_would_change_it")) {
            answer.at(path).forEach(one -> sentences.add(one.get("sentence").asText()));
        }
        answer.at("/guardian_guardrails/guardian_decision/rules")
                .forEach(rule -> sentences.add(rule.get("sentence").asText()));
        answer.get("conventions").forEach(one -> sentences.add(one.asText()));
        answer.at("/receipt/inputs")
                .forEach(input -> sentences.add(input.get("sha256").asText()));
        for (String path : List.of(
                "/decision/reason",
                "/regime/label",
                "/receipt/digest",
                "/receipt/previous",
                "/receipt/config_sha256",
                "/receipt/version",
                "/run_id",
                "/account/portfolio_id")) {
            sentences.add(answer.at(path).asText());
        }
        assertThat(sentences)
                .hasSizeGreaterThan(30)
                .allSatisfy(sentence -> assertThat(told).contains(sentence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allowed | New trades are allowed at 56.50 % of full size, risk mode reduced.",
                "blocked | New trades are not allowed, risk mode halt."
            })
    void the_verdict_is_one_sentence(String name, String sentence) {
        assertThat(told(html(SampleDecision.answer(name)))).contains(sentence);
    }

    /** Each bar begins where the one before ended, and the last one ends at the multiplier. */
    @Test
    void the_waterfall_goes_from_one_to_the_multiplier() {
        JsonNode answer = SampleDecision.answer("allowed");
        String html = html(answer);
        String rows = html.substring(html.indexOf("<div class=\"waterfall\">"), html.indexOf("id=\"blocks\""));
        Matcher bar = Pattern.compile("class=\"accent-fill\" x=\"0\" y=\"0\" width=\"([0-9.]+)\"")
                .matcher(rows);
        List<Double> left = new ArrayList<>();
        while (bar.find()) {
            left.add(Double.valueOf(bar.group(1)));
        }

        List<Double> expected = new ArrayList<>(List.of(100.0));
        double product = 1;
        for (JsonNode step : answer.at("/decision/waterfall")) {
            product *= step.get("multiplier").asDouble();
            expected.add(Math.round(product * 1e4) / 100.0);
        }
        expected.add(Math.round(answer.at("/decision/position_size_multiplier").asDouble() * 1e4) / 100.0);
        assertThat(left).isEqualTo(expected);
    }

    @Test
    void what_is_unknown_is_a_sign_with_a_name_and_no_number() {
        String html = html(SampleAnswer.JSON.createObjectNode());

        assertThat(told(html))
                .contains("It is not known whether new trades are allowed")
                .doesNotContain("null", "NaN");
        assertThat(html).contains("aria-label=\"unknown\" title=\"unknown\">–</span>");
    }

    @Test
    void closes_that_are_gone_are_said_to_be() {
        String html = SampleDecision.html(SampleDecision.answer("allowed"), null);

        assertThat(told(html)).contains("The closes are not shown: they are gone.");
        assertThat(html).doesNotContain("class=\"picture\"");
    }

    @Test
    void warnings_of_all_stages_stand_once_each() {
        ObjectNode answer = SampleDecision.full();
        answer.withArray("warnings").add("A warning of regime.");

        String told = told(html(answer));

        for (String stage : List.of("regime", "portfolio", "execution_discipline", "decision")) {
            assertThat(told).containsOnlyOnce("A warning of " + stage + ".");
        }
    }

    @Test
    void the_picture_of_the_closes_says_in_words_what_it_shows() {
        RegimeHistory history = SampleDecision.history(756, 3);

        String told = told(SampleDecision.html(SampleDecision.answer("allowed"), history));

        RegimeHistory.Day highest = history.days().stream()
                .max(java.util.Comparator.comparingDouble(RegimeHistory.Day::close))
                .orElseThrow();
        assertThat(told)
                .contains("Of the 756 closes since 2021-01-04")
                .contains("the highest " + Words.decimals(highest.close(), 2) + " on " + highest.date())
                .contains("The regime changed " + (history.stretches().size() - 1) + " times.");
    }

    @ParameterizedTest
    @CsvSource({"325.19, 461.2", "0.0012, 0.0013", "100, 100", "1, 1000000"})
    void the_ticks_of_a_picture_are_round_and_hold_all_closes(double low, double high) {
        List<Double> ticks = ClosesPicture.ticks(low, high);

        assertThat(ticks).hasSizeBetween(2, 8).isSorted();
        assertThat(ticks.get(0)).isLessThanOrEqualTo(low);
        assertThat(ticks.get(ticks.size() - 1)).isGreaterThanOrEqualTo(high);
    }

    @Test
    void equal_answers_give_equal_bytes() {
        assertThat(html(SampleDecision.full())).isEqualTo(html(SampleDecision.full()));
    }

    @Test
    void the_policy_allows_the_styles_of_the_file_and_nothing_else() throws Exception {
        String html = html(SampleDecision.full());
        Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(html);
        StringBuilder digests = new StringBuilder();
        while (style.find()) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));
            digests.append(" 'sha256-")
                    .append(Base64.getEncoder().encodeToString(digest))
                    .append("'");
        }
        String policy =
                "default-src 'none'; style-src" + digests + "; img-src data:; base-uri 'none'; form-action 'none'";

        assertThat(digests).isNotEmpty();
        assertThat(html).contains("content=\"" + policy.replace("'", "&#39;") + "\"");
        assertThat(DecisionReport.contentSecurityPolicy()).isEqualTo(policy + "; frame-ancestors 'none'");
        assertThat(html)
                .doesNotContain("<script", " style=\"", "http://", "https://")
                .doesNotContainPattern("<(img|iframe|source|object|embed)|url\\(|@import");
    }
}
