package io.quanttradingos.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quanttradingos.backtest.BacktestQuestion.Part;
import io.quanttradingos.backtest.BacktestReport;
import io.quanttradingos.backtest.BarTime;
import io.quanttradingos.backtest.ChartSeries;
import io.quanttradingos.backtest.Judged;
import io.quanttradingos.backtest.Outcome;
import io.quanttradingos.backtest.Searched;
import io.quanttradingos.backtest.SeedOutcome;
import io.quanttradingos.backtest.performance.GateVerdict;
import io.quanttradingos.inputs.Input;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A backtest as JSON: times of bars as their source writes them, the long parts only where they are wanted. */
public final class BacktestJson {
    private static final ObjectWriter WRITER = Json.mapper()
            .copy()
            .registerModule(new SimpleModule().addSerializer(Instant.class, new BarTimes()))
            .writer();

    private static final class BarTimes extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant time, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(BarTime.text(time.toEpochMilli()));
        }
    }

    /** What was asked and known, without the inputs' contents. */
    public String request(Outcome outcome) {
        return new String(Json.bytes(asked(outcome)), StandardCharsets.UTF_8);
    }

    /** The same, not yet written. */
    static Map<String, @Nullable Object> asked(Outcome outcome) {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("asked", outcome.question().asked());
        request.put("notices", outcome.question().notices());
        request.put("bars", outcome.inputs().stream().map(Input::name).toList());
        request.put("prices", outcome.prices().map(Input::name).orElse(null));
        request.put("trials", outcome instanceof Judged judged ? judged.trials() : null);
        return request;
    }

    /** The answer, without its id and receipt. */
    public byte[] answer(Outcome outcome, Set<Part> include) {
        try {
            return WRITER.writeValueAsBytes(
                    outcome instanceof Judged judged ? tree(judged, include) : original((SeedOutcome) outcome));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a backtest cannot be written as JSON", e);
        }
    }

    /** The original's keys in its order, and no others. */
    private static Map<String, Object> original(SeedOutcome outcome) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", "ok");
        answer.put("symbol", outcome.question().symbol().text());
        answer.put("strategy_type", outcome.question().strategy());
        answer.put("num_trades", outcome.result().numTrades());
        answer.put("metrics", outcome.result().metrics());
        return answer;
    }

    private static BacktestAnswer tree(Judged judged, Set<Part> include) {
        BacktestReport report = judged.report();
        GateVerdict verdict = report.verdict();
        ChartSeries series = include.contains(Part.SERIES) ? judged.series() : null;
        return new BacktestAnswer(
                "ok",
                report.symbol(),
                report.strategyType(),
                report.numTrades(),
                report.metrics(),
                new BacktestAnswer.BacktestGateAnswer(verdict.verdict(), verdict.reason(), verdict.checks()),
                report.data(),
                report.parameters(),
                report.settings(),
                report.lookAhead(),
                report.tradeStatistics(),
                report.benchmark(),
                report.costs(),
                verdict.honesty(),
                report.agents().orElse(null),
                report.monthlyReturns(),
                report.regimes(),
                report.orders(),
                report.search().map(Searched::sweep).orElse(null),
                report.search()
                        .flatMap(search -> search.walkForward(judged.market()))
                        .orElse(null),
                include.contains(Part.TRADES) ? judged.trades() : null,
                include.contains(Part.ORDERS) ? judged.orders() : null,
                series,
                series == null ? null : judged.returnHistogram(),
                report.warnings(),
                report.conventions(),
                null,
                null);
    }
}
