package io.quanttradingos.api.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.api.report.RegimeHistory.Day;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Answers of {@code /decision}, with a past made up by a seed. */
final class SampleDecision {
    static final DecisionReport.Origin ORIGIN =
            new DecisionReport.Origin("rest", Instant.parse("2026-11-22T18:00:00.123456Z"));

    private SampleDecision() {}

    /** One that allows trades, or one that a guardian and a drawdown block. */
    static ObjectNode answer(String name) {
        try {
            return (ObjectNode) SampleAnswer.JSON.readTree(
                    Files.readAllBytes(Path.of("src/test/resources/app/decision-" + name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocked one, with trades that were judged and a warning of each stage. */
    static ObjectNode full() {
        ObjectNode answer = answer("blocked");
        for (String stage : List.of("regime", "portfolio", "execution_discipline", "decision")) {
            answer.withArray("/" + stage + "/warnings").add("A warning of " + stage + ".");
        }
        ObjectNode report = answer.withObject("/execution_discipline").putObject("report");
        report.put("n_trades", 84).put("n_violating", 21).put("compliance_trend", "flat");
        for (int i = 0; i < 21; i++) {
            report.withArray("violations")
                    .addObject()
                    .put("trade_index", i)
                    .put("violation_type", "Missing Stop")
                    .put("detail", "No stop price, and the plan requires one on every trade.");
        }
        return answer;
    }

    static RegimeHistory history(int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Day> past = new ArrayList<>();
        double close = 100;
        int state = 0;
        for (int i = 0; i < days; i++) {
            close *= 1 + (random.nextDouble() - 0.49) / 40;
            state = random.nextInt(20) == 0 ? random.nextInt(16) : state;
            past.add(new Day(LocalDate.of(2021, 1, 4).plusDays(i), close, i < 30 ? null : label(state)));
        }
        return new RegimeHistory("SPY", past, null);
    }

    private static String label(int state) {
        return String.join(
                " / ",
                (state & 1) == 0 ? "Risk-On" : "Risk-Off",
                (state & 2) == 0 ? "Low/Normal Vol" : "High Vol",
                (state & 4) == 0 ? "Uptrend" : "Downtrend",
                (state & 8) == 0 ? "Healthy Breadth" : "Weak Breadth");
    }

    static String html(JsonNode answer, @Nullable RegimeHistory history) {
        RegimeHistory past =
                history == null ? RegimeHistory.missing("SPY", "The closes are not shown: they are gone.") : history;
        return new String(DecisionReport.html(answer, ORIGIN, past), StandardCharsets.UTF_8);
    }

    /** The most that is known of markup in a text: with the names of fields, too. */
    static ObjectNode hostile() {
        ObjectNode answer = full();
        SampleAnswer.poison(answer);
        answer.withObject("/conventions").setAll(Map.of(SampleAnswer.ATTACK, answer.get("asof")));
        return answer;
    }
}
