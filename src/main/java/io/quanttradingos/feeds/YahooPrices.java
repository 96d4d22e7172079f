package io.quanttradingos.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.upstream.YahooChart;
import io.quanttradingos.upstream.call.Budget;
import io.quanttradingos.upstream.call.Call;
import io.quanttradingos.upstream.call.Served;
import io.quanttradingos.upstream.call.UpstreamCalls;
import io.quanttradingos.upstream.call.UpstreamService;
import java.util.Optional;

/** Yahoo's charts, adjusted for splits and dividends. */
public final class YahooPrices implements PriceSource {
    private final UpstreamCalls calls;

    public YahooPrices(UpstreamCalls calls) {
        this.calls = calls;
    }

    @Override
    public String code() {
        return UpstreamService.YAHOO.code();
    }

    @Override
    public Optional<Bars> bars(Wanted wanted, Budget budget) {
        return asked(wanted, budget)
                .map(answer -> YahooChart.bars(wanted.symbol(), answer))
                .map(bars -> bars.until(wanted.to()))
                .filter(bars -> bars.rows() > 0);
    }

    @Override
    public Optional<PriceTable> closes(Wanted wanted, Budget budget) {
        return asked(wanted, budget)
                .map(answer -> YahooChart.closes(wanted.symbol(), answer).until(wanted.to()))
                .filter(table -> table.rows() > 0);
    }

    private Optional<JsonNode> asked(Wanted wanted, Budget budget) {
        Call call = Call.get(
                UpstreamService.YAHOO,
                "prices " + wanted.symbol(),
                wanted.today(),
                YahooChart.pathOf(wanted.symbol(), wanted.from(), wanted.to()),
                null);
        return calls.ask(call, budget).map(Served::body);
    }
}
