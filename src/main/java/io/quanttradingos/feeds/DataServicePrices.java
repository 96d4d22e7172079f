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
        return Optional.of(DataService.bars(wanted.symbol(), asked(wanted, budget), wanted.from(), wanted.to()))
                .filter(bars -> bars.rows() > 0);
    }

    @Override
    public Optional<PriceTable> closes(Wanted wanted, Budget budget) {
        return Optional.of(DataService.closes(wanted.symbol(), asked(wanted, budget), wanted.from(), wanted.to()))
                .filter(table -> table.rows() > 0);
    }

    private List<JsonNode> asked(Wanted wanted, Budget budget) {
        List<JsonNode> answers = new ArrayList<>();
        for (LocalDate last = wanted.to();
                !last.isBefore(wanted.from());
                last = firstOf(wanted, last).minusDays(1)) {
            Optional<JsonNode> page = page(wanted, last, answers.size(), budget);
            if (page.isEmpty()) {
                return answers;
            }
            answers.add(page.get());
        }
        return answers;
    }

    /** The days up to one; empty where the service has none of them. */
    private Optional<JsonNode> page(Wanted wanted, LocalDate last, int number, Budget budget) {
        LocalDate first = firstOf(wanted, last);
        return calls.ask(call(wanted, first, last, number), budget)
                .map(Served::body)
                .filter(answer -> DataService.hasRows(answer, first, last));
    }

    private static LocalDate firstOf(Wanted wanted, LocalDate last) {
        LocalDate first = last.minusDays(DataService.MOST_ROWS - 1L);
        return first.isBefore(wanted.from()) ? wanted.from() : first;
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
