package io.quanttradingos.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.upstream.DataService;
import io.quanttradingos.upstream.call.Budget;
import io.quanttradingos.upstream.call.Call;
import io.quanttradingos.upstream.call.Served;
import io.quanttradingos.upstream.call.UpstreamCalls;
import io.quanttradingos.upstream.call.UpstreamService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The data-ingestion service, asked for at most {@value DataService#MOST_ROWS} days at a time, the newest first, until there
 * is nothing older: neither version of it then cuts an answer short.
 */
public final class DataServicePrices implements PriceSource {
    private final UpstreamCalls calls;

    public DataServicePrices(UpstreamCalls calls) {
        this.calls = calls;
    }

    @Override
    public String code() {
        return UpstreamService.DATA_SERVICE.code();
    }

    @Override
    public Optional<Bars> bars(Wanted wanted, Budget budget) {
        return Optional.of(DataService.bars(wanted.symbol(), asked(wanted, budget), wanted.to()))
                .filter(bars -> bars.rows() > 0);
    }

    @Override
    public Optional<PriceTable> closes(Wanted wanted, Budget budget) {
        return Optional.of(DataService.closes(wanted.symbol(), asked(wanted, budget), wanted.to()))
                .filter(table -> table.rows() > 0);
    }

    private List<JsonNode> asked(Wanted wanted, Budget budget) {
        List<JsonNode> answers = new ArrayList<>();
        LocalDate last = wanted.to();
        while (!last.isBefore(wanted.from())) {
            LocalDate first = latest(wanted.from(), last.minusDays(DataService.MOST_ROWS - 1L));
            Optional<JsonNode> page =
                    calls.ask(call(wanted, first, last, answers.size()), budget).map(Served::body);
            Optional<LocalDate> earliest = page.flatMap(DataService::earliest);
            if (earliest.isEmpty() || (!answers.isEmpty() && earliest.get().isAfter(last))) {
                return answers; // nothing, or nothing older
            }
            answers.add(page.orElseThrow());
            last = (earliest.get().isBefore(first) ? earliest.get() : first).minusDays(1);
        }
        return answers;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Call call(Wanted wanted, LocalDate first, LocalDate last, int page) {
        return Call.get(
                UpstreamService.DATA_SERVICE,
                "prices " + wanted.symbol() + (page == 0 ? "" : " page " + (page + 1)),
                wanted.today(),
                DataService.pathOf(wanted.symbol(), first, last, wanted.today()),
                null);
    }
}
