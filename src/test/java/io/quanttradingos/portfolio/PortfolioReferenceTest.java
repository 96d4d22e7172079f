package io.quanttradingos.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.statistics.ReferenceSeries;
import io.quanttradingos.units.Symbol;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report on real prices against quantstats, empyrical, ffn and PyPortfolioOpt. */
class PortfolioReferenceTest {
    private final PortfolioAgent agent = new PortfolioAgent(PortfolioPolicy.defaults());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPY_ppo_adj_1993_2019",
                "NDX_close_1985_2024",
                "TLT_arbitragelab_close_2008_2016",
                "AAPL_yahoo_adj_1980_2018",
                "AMZN_ppo_1989_2018",
                "GE_ppo_1989_2018"
            })
    void one_share_of_one_symbol_measures_as_its_price_does(String name) throws IOException {
        JsonNode expected = ReferenceSeries.document("metrics.json").get(name);
        ReferenceSeries spy = ReferenceSeries.load("public/prices/ppo_spy_prices.csv", "SPY");
        ReferenceSeries series = ReferenceSeries.load(
                expected.get("file").textValue(), expected.get("column").textValue());
        PriceTable prices = table(Map.of("SPY", spy.closes(), "HELD", series.closes()));

        PortfolioReport report = agent.report(prices, Market.holdings(Market.holding("HELD", 1)), null);

        assertThat(report.observations()).isEqualTo(expected.get("prices").intValue());
        assertThat(report.firstDate()).isEqualTo(expected.get("first").textValue());
        assertThat(report.asof()).isEqualTo(expected.get("last").textValue());
        equal(report.totalValue(), expected, "/last_price");
        equal(report.retTotal(), expected, "/plain/total_return");
        equal(report.volAnnual(), expected, "/empyrical/annual_vol_252");
        equal(report.cagr(), expected, "/ffn/cagr_calendar");
        equal(report.sharpe(), expected, "/quantstats/sharpe");
        equal(report.sortino(), expected, "/quantstats/sortino");
        equal(report.maxDrawdown(), expected, "/quantstats/max_drawdown");
        equal(report.calmar(), expected, "/ffn/calmar");
        equal(report.ulcerIndex(), expected, "/quantstats/ulcer_index");
        equal(report.skew(), expected, "/quantstats/skew");
        equal(report.kurtosis(), expected, "/quantstats/kurtosis_excess");
        equal(report.var_95().historical(), expected, "/empyrical/var95_hist");
        equal(report.var_99().historical(), expected, "/empyrical/var99_hist");
        equal(report.cvar_95().historical(), expected, "/empyrical/cvar95_hist");
        equal(report.cvar_99().historical(), expected, "/empyrical/cvar99_hist");
        equal(report.var_95().parametric(), expected, "/quantstats/var95_normal");
        equal(report.var_99().parametric(), expected, "/quantstats/var99_normal");
        assertThat(report.maxDrawdownTrough())
                .isEqualTo(expected.at("/quantstats/max_dd_valley").textValue());
        if (expected.has("vs_SPY")) {
            equal(report.beta(), expected, "/vs_SPY/empyrical_beta");
            equal(report.alpha(), expected, "/vs_SPY/empyrical_alpha_compounded");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "portfolio_etf23_arbitragelab.json",
                "portfolio_ppo_stock_prices.json",
                "portfolio_skfolio_sp500_20.json"
            })
    void risk_divides_among_the_positions_as_it_does_in_the_reference(String name) throws IOException {
        JsonNode expected = ReferenceSeries.document(name);
        Map<String, Map<LocalDate, Double>> columns = new LinkedHashMap<>();
        for (JsonNode ticker : expected.get("tickers")) {
            columns.put(
                    ticker.textValue(),
                    ReferenceSeries.load(expected.get("file").textValue(), ticker.textValue())
                            .closes());
        }
        PriceTable prices = table(columns);
        for (String allocation : List.of("equal", "inverse_vol", "risk_parity_erc")) {
            compare(expected, expected.at("/portfolios/" + allocation), prices);
        }
    }

    private void compare(JsonNode expected, JsonNode allocation, PriceTable prices) {
        int last = prices.rowAsOf(LocalDate.parse(expected.get("last").textValue()));
        List<Holding> positions = new ArrayList<>();
        double risksAlone = 0;
        for (JsonNode ticker : expected.get("tickers")) {
            String symbol = ticker.textValue();
            double weight = allocation.at("/weights/" + symbol).doubleValue();
            double variance = expected.at("/annualised_cov_ddof1_x252/" + symbol + "/" + symbol)
                    .doubleValue();
            risksAlone += weight * Math.sqrt(variance);
            double close = prices.close(last, prices.column(Symbol.of(symbol)));
            positions.add(Market.holding(symbol, 1e6 * weight / close));
        }
        PortfolioReport report = agent.report(prices, new Holdings(positions, List.of()), null);

        assertThat(report.observations()).isEqualTo(expected.get("rows_used").intValue());
        assertThat(report.firstDate()).isEqualTo(expected.get("first").textValue());
        assertThat(report.totalValue()).isCloseTo(1e6, within(1e-3));
        equal(report.effectivePositions(), allocation, "/effective_n");
        double volatility = allocation.get("vol_ann").doubleValue();
        assertThat(report.diversificationRatio()).isCloseTo(risksAlone / volatility, within(1e-9));
        for (HoldingReport row : report.holdings()) {
            String symbol = row.symbol().text();
            equal(row.weight(), allocation, "/weights/" + symbol);
            assertThat(row.riskContribution())
                    .isCloseTo(allocation.at("/risk_contrib_share/" + symbol).doubleValue(), within(1e-9));
        }
    }

    private static PriceTable table(Map<String, Map<LocalDate, Double>> columns) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        columns.values().forEach(column -> dates.addAll(column.keySet()));
        return new PriceTable(
                columns.keySet().stream().map(Symbol::of).toList(),
                dates.stream()
                        .mapToInt(date -> Math.toIntExact(date.toEpochDay()))
                        .toArray(),
                columns.values().stream()
                        .map(column -> dates.stream()
                                .mapToDouble(date -> column.getOrDefault(date, Double.NaN))
                                .toArray())
                        .toArray(double[][]::new));
    }

    private static void equal(@Nullable Double actual, JsonNode expected, String pointer) {
        assertThat(expected.at(pointer).isNumber()).as(pointer).isTrue();
        double wanted = expected.at(pointer).doubleValue();
        assertThat(actual).as(pointer).isCloseTo(wanted, within(1e-9 * Math.abs(wanted)));
    }
}
