package io.quanttradingos.api;

import io.quanttradingos.allocation.PortfolioMetrics;
import io.quanttradingos.pipeline.Conventions;
import io.quanttradingos.pipeline.Decided;
import io.quanttradingos.pipeline.DecisionText;
import io.quanttradingos.pipeline.ExecutionDiscipline;
import io.quanttradingos.pipeline.Recorded;
import io.quanttradingos.pipeline.StageCache;
import io.quanttradingos.state.Content;
import io.quanttradingos.state.RunRecord;
import io.quanttradingos.state.RunStore;
import io.quanttradingos.state.StageDigest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A decision as JSON: the answer is put together from the stages' bytes, which are made once for equal inputs, and the
 * decision's own part.
 */
public final class DecisionJson implements DecisionText {
    private final RunStore store;
    private final StageCache results;
    private final Map<String, String> conventions;

    /**
     * Wires it.
     *
     * @param results keeps the texts of decisions that depend on nothing new
     * @param conventions how the portfolio agent computes
     */
    public DecisionJson(RunStore store, StageCache results, Map<String, String> conventions) {
        this.store = store;
        this.results = results;
        this.conventions = conventions;
    }

    @Override
    public String request(Decided decided) {
        return texts(decided).request();
    }

    @Override
    public String result(Decided decided) {
        return texts(decided).result();
    }

    private record Texts(String request, String result) {}

    /** A decision is a pure function of what was gathered, and so are its texts. */
    private Texts texts(Decided decided) {
        return results.value(
                List.of("texts", decided.gathered().key()),
                () -> new Texts(text(DecisionRecord.of(decided.gathered())), written(decided)));
    }

    private String written(Decided decided) {
        ExecutionDiscipline discipline = decided.before().discipline();
        return text(new DecisionResult(
                discipline.score(),
                discipline,
                account(decided),
                decided.decision(),
                decided.guardrails(),
                decided.warnings(),
                conventions(decided.gathered().request().conventions())));
    }

    private static String text(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    private Map<String, String> conventions(Conventions asked) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("definitions", asked.code());
        all.putAll(conventions);
        if (asked == Conventions.SEED) {
            all.put("portfolio_heat", "the allocation takes min(1, 0.6 vol_annual), as the original did");
            all.put("peak_equity", "1.1 times today's value where none is given, as the original took it");
        }
        return all;
    }

    private static AccountState account(Decided decided) {
        double value = decided.portfolioStage().portfolio().value().totalValue();
        PortfolioMetrics metrics = decided.input().portfolioMetrics();
        return new AccountState(
                decided.gathered().portfolioId(),
                value,
                decided.peak(),
                peakSource(decided, value),
                metrics.drawdown());
    }

    private static String peakSource(Decided decided, double value) {
        if (decided.gathered().request().peakEquity() != null) {
            return "request";
        }
        if (decided.gathered().request().conventions() == Conventions.SEED) {
            return "seed";
        }
        Double recorded = decided.gathered().known().recordedPeak();
        return recorded != null && recorded > value ? "recorded" : "today";
    }

    /** The answer to a decision just made. */
    public byte[] decision(Recorded recorded) {
        Decided decided = recorded.decided();
        return answer(
                recorded.run(),
                List.of(
                        decided.regimeStage().regime().json(),
                        decided.portfolioStage().portfolio().json()));
    }

    /** The answer to a decision recorded earlier, byte for byte. */
    byte[] recorded(RunRecord run) {
        return answer(run, List.of());
    }

    private byte[] answer(RunRecord run, List<Content> atHand) {
        String result = run.facts().resultJson();
        ByteArrayOutputStream json = new ByteArrayOutputStream(16 * 1024);
        write(
                json,
                "{\"run_id\":\"" + run.runId() + "\",\"asof\":\"" + run.facts().asOf() + '"');
        for (StageDigest stage : run.facts().stages()) {
            write(json, ",\"" + stage.stage() + "\":");
            json.writeBytes(stageBytes(stage, atHand));
        }
        write(json, "," + result.substring(1, result.length() - 1) + ",\"receipt\":");
        json.writeBytes(Json.bytes(Receipt.of(run)));
        json.write('}');
        return json.toByteArray();
    }

    private byte[] stageBytes(StageDigest stage, List<Content> atHand) {
        for (Content content : atHand) {
            if (content.sha256().equals(stage.sha256())) {
                return content.bytes();
            }
        }
        return store.content(stage.sha256())
                .orElseThrow(
                        () -> new IllegalStateException("the run store lost the output of stage " + stage.stage()));
    }

    private static void write(ByteArrayOutputStream json, String text) {
        json.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
