package io.quanttradingos.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.report.RegimeHistory;
import io.quanttradingos.api.report.RegimeHistory.Day;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.Inputs;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.pipeline.Agents;
import io.quanttradingos.pipeline.Policies;
import io.quanttradingos.pipeline.RecordedInputs;
import io.quanttradingos.pipeline.RecordedText.AskedDecision;
import io.quanttradingos.pipeline.Recorder;
import io.quanttradingos.policy.PolicyFile;
import io.quanttradingos.regime.RegimeSeries;
import io.quanttradingos.state.RunRecord;
import io.quanttradingos.state.RunStore;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The closes and regimes before a recorded decision, from its record alone: the prices by their digest, the policies it ran
 * under. Where they are gone or give another regime than was recorded, it says so in place of them.
 */
final class RecordedRegimes {
    private final RunStore store;
    private final Inputs inputs;

    RecordedRegimes(RunStore store, Inputs inputs) {
        this.store = store;
        this.inputs = inputs;
    }

    /**
     * The days up to that of a decision.
     *
     * @param answer as it was recorded
     */
    RegimeHistory of(RunRecord run, JsonNode answer) {
        String benchmark = answer.at("/regime/signals/benchmark").asText("the benchmark");
        try {
            List<Day> days = days(
                    run, benchmark, LocalDate.parse(answer.at("/regime/asof").asText()));
            Day last = days.get(days.size() - 1);
            return answer.at("/regime/label").asText().equals(last.label())
                    ? new RegimeHistory(benchmark, days, null)
                    : RegimeHistory.missing(
                            benchmark,
                            "The closes are not shown: computed again, the regime of " + last.date()
                                    + " differs from the recorded one.");
        } catch (Refusal refusal) {
            return RegimeHistory.missing(benchmark, "The closes are not shown: " + refusal.detail());
        }
    }

    private List<Day> days(RunRecord run, String benchmark, LocalDate asOf) {
        RecordedInputs contents = new RecordedInputs(store, run);
        AskedDecision asked = new RecordedRequests().decision(run.facts().requestJson());
        String name = asked.names().getOrDefault("prices", "prices");
        PriceTable table = inputs.prices(
                        "prices",
                        contents.source("prices", name),
                        asked.request().dateFormat())
                .value()
                .table()
                .until(asOf);
        Policies policies =
                PolicyFile.read("the recorded policies", contents.required(Recorder.POLICIES), Policies.defaults());
        RegimeSeries series = Agents.of(policies).regime().series(table);
        int column = Symbol.parse(benchmark).map(table::column).orElse(-1);
        if (series.rows() == 0 || column < 0) {
            throw Refusal.notUsable("the recorded prices have no closes of " + benchmark);
        }
        return last(table, column, series);
    }

    private static List<Day> last(PriceTable table, int column, RegimeSeries series) {
        List<Day> days = new ArrayList<>();
        for (int row = Math.max(0, series.rows() - RegimeHistory.MOST_DAYS); row < series.rows(); row++) {
            LocalDate date = series.date(row);
            days.add(new Day(date, table.close(table.rowAsOf(date), column), series.label(row)));
        }
        return days;
    }
}
