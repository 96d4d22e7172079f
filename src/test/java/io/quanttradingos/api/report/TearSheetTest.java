package io.quanttradingos.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TearSheetTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"answer\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL);
    private static final Pattern META =
            Pattern.compile("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">");

    private static String html(JsonNode answer) {
        return new String(TearSheet.html(answer), StandardCharsets.UTF_8);
    }

    private static String found(Pattern pattern, String html) {
        Matcher matcher = pattern.matcher(html);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    @Test
    void the_answer_stands_in_the_file_as_it_was() throws Exception {
        ObjectNode answer = SampleAnswer.whole(300, 10, 3);

        assertThat(SampleAnswer.JSON.readTree(found(DATA, html(answer)))).isEqualTo(answer);
    }

    @Test
    void markup_in_the_data_is_written_as_escapes_and_read_back_whole() throws Exception {
        ObjectNode answer = SampleAnswer.hostile();

        String data = found(DATA, html(answer));

        assertThat(answer.toString()).contains("</script>", "\u2028", "&amp;");
        assertThat(data).doesNotContainPattern("[<>&\u2028\u2029]");
        assertThat(SampleAnswer.JSON.readTree(data)).isEqualTo(answer);
    }

    @Test
    void the_policy_allows_the_scripts_and_styles_of_the_file_and_no_others() throws Exception {
        String html = html(SampleAnswer.empty());
        String policy = found(META, html);
        List<String> digests = new ArrayList<>();
        Matcher inline = INLINE.matcher(html);
        while (inline.find()) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(inline.group(2).getBytes(StandardCharsets.UTF_8));
            digests.add("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }

        assertThat(digests)
                .hasSizeGreaterThan(5)
                .allSatisfy(digest -> assertThat(policy).contains(digest));
        assertThat(policy.split("'sha256-", -1)).hasSize(digests.size() + 1);
        assertThat(policy).startsWith("default-src 'none'; script-src 'sha256-").doesNotContain("unsafe", "http", "*");
        assertThat(TearSheet.contentSecurityPolicy()).isEqualTo(policy + "; frame-ancestors 'none'");
    }

    @Test
    void the_file_asks_for_nothing_from_outside() {
        assertThat(html(SampleAnswer.empty()))
                .doesNotContainPattern("(src|href|action)=\"(?!#|data:,)")
                .doesNotContainPattern("url\\(|@import|fetch\\(|XMLHttpRequest|sendBeacon|new WebSocket");
    }

    @Test
    void the_file_has_what_a_reader_without_scripts_or_eyes_needs() {
        assertThat(html(SampleAnswer.empty()))
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<noscript>", "<h1>", "<main", "<nav", "viewport");
    }

    @Test
    void the_chart_library_brings_its_licence() {
        assertThat(html(SampleAnswer.empty())).contains("The MIT License", "Leon Sorokin");
    }

    @Test
    void five_thousand_bars_are_under_one_and_a_half_megabytes() {
        assertThat(TearSheet.html(SampleAnswer.whole(5000, 200, 1))).hasSizeBetween(500_000, 1_500_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"elements.js", "charts.js", "results.js", "evidence.js", "report.js"})
    void our_scripts_make_no_markup_from_text(String name) {
        assertThat(PageResource.ours(name))
                .startsWith("'use strict';")
                .doesNotContainPattern(
                        "innerHTML|outerHTML|insertAdjacent|document\\.write|eval\\(|new Function|</script");
    }

    @Test
    void the_samples_differ_in_every_string_where_one_is_hostile() {
        List<String> texts = new ArrayList<>();
        collect(SampleAnswer.hostile(), texts);

        assertThat(texts)
                .hasSizeGreaterThan(100)
                .allSatisfy(text -> assertThat(text).contains("<script>"));
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node instanceof TextNode) {
            texts.add(node.asText());
        } else if (node instanceof ArrayNode || node instanceof ObjectNode) {
            node.forEach(child -> collect(child, texts));
        }
    }
}
