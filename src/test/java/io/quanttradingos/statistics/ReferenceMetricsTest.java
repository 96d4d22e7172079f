package io.quanttradingos.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sixteen real series against quantstats, empyrical and ffn, each under its own convention. */
class ReferenceMetricsTest {
    private static final double RELATIVE = 1e-9;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPY_ppo_adj_1993_2019",
                "SPY_lean_adj_1998_2021",
                "NDX_close_1985_2024",
                "SPY_arbitragelab_close_2008_2016",
                "TLT_arbitragelab_close_2008_2016",
                "EFA_arbitragelab_close_2008_2016",
                "XLF_arbitragelab_close_2008_2016",
                "XLK_arbitragelab_close_2008_2016",
                "XLU_arbitragelab_close_2008_2016",
                "IEF_arbitragelab_close_2008_2016",
                "LQD_arbitragelab_close_2008_2016",
                "AAPL_yahoo_adj_1980_2018",
                "SP500_skfolio_1990_2022",
                "AMZN_ppo_1989_2018",
                "GE_ppo_1989_2018",
                "JPM_ppo_1989_2018"
            })
    void a_real_series_measures_as_the_reference_libraries_say(String name) throws IOException {
        JsonNode expected = ReferenceSeries.document("metrics.json").get(name);
        ReferenceSeries series = ReferenceSeries.load(
                expected.get("file").textValue(), expected.get("column").textValue());
        double[] path = series.path();
        double[] returns = SimpleReturns.of(path);

        assertThat(path).hasSize(expected.get("prices").intValue());
        returnAndRisk(expected, series, path, returns);
        drawdowns(expected, series, path, returns);
        tails(expected, returns);
        if (expected.has("vs_SPY")) {
            againstSpy(expected.get("vs_SPY"), series);
        }
    }

    private static void returnAndRisk(JsonNode expected, ReferenceSeries series, double[] path, double[] returns) {
        LocalDate[] dates = series.dates();
        double total = TotalReturn.of(path);
        long days = ChronoUnit.DAYS.between(dates[0], dates[dates.length - 1]);

        equal(total, expected, "/plain/total_return");
        equal(Mean.of(returns), expected, "/plain/mean_daily");
        equal(SampleDeviation.of(returns), expected, "/plain/std_daily_ddof1");
        equal(total, expected, "/empyrical/total_return");
        equal(AnnualVolatility.of(returns), expected, "/empyrical/annual_vol_252");
        equal(AnnualVolatility.of(returns), expected, "/quantstats/volatility_252");
        equal(CompoundAnnualGrowthRate.overReturns(total, returns.length), expected, "/empyrical/cagr_252");
        equal(CompoundAnnualGrowthRate.overCalendarDays(total, days), expected, "/ffn/cagr_calendar");
        equal(SharpeRatio.of(returns, 0), expected, "/empyrical/sharpe_rf0");
        equal(SharpeRatio.of(returns, 0), expected, "/ffn/daily_sharpe");
        equal(SortinoRatio.of(returns, 0), expected, "/empyrical/sortino_rf0");
        equal(SortinoRatio.of(returns, 0), expected, "/ffn/daily_sortino");
        equal(AnnualVolatility.ofDeviation(DownsideDeviation.of(returns, 0)), expected, "/empyrical/downside_risk_ann");
        equal(Skewness.of(returns), expected, "/quantstats/skew");
        equal(ExcessKurtosis.of(returns), expected, "/quantstats/kurtosis_excess");
    }

    private static void drawdowns(JsonNode expected, ReferenceSeries series, double[] path, double[] returns) {
        LocalDate[] dates = series.dates();
        Drawdown drawdown = Drawdown.deepest(path);
        double total = TotalReturn.of(path);
        long days = ChronoUnit.DAYS.between(dates[0], dates[dates.length - 1]);

        equal(drawdown.depth(), expected, "/empyrical/max_drawdown");
        equal(drawdown.depth(), expected, "/ffn/max_drawdown");
        equal(
                CalmarRatio.of(CompoundAnnualGrowthRate.overReturns(total, returns.length), drawdown.depth()),
                expected,
                "/empyrical/calmar");
        equal(
                CalmarRatio.of(CompoundAnnualGrowthRate.overCalendarDays(total, days), drawdown.depth()),
                expected,
                "/ffn/calmar");
        equal(UlcerIndex.sample(path), expected, "/quantstats/ulcer_index");

        // quantstats dates a drawdown by its days below the high: from the day after it to the day before recovery.
        assertThat(dates[drawdown.peak() + 1]).isEqualTo(date(expected, "/quantstats/max_dd_start"));
        assertThat(dates[drawdown.trough()]).isEqualTo(date(expected, "/quantstats/max_dd_valley"));
        int lastBelow = drawdown.recovery() < 0 ? dates.length - 1 : drawdown.recovery() - 1;
        assertThat(dates[lastBelow]).isEqualTo(date(expected, "/quantstats/max_dd_end"));
    }

    private static void tails(JsonNode expected, double[] returns) {
        double[] ascending = Quantile.sorted(returns);
        double mean = Mean.of(returns);
        double deviation = SampleDeviation.of(returns);

        for (int level : new int[] {95, 99}) {
            double tail = level == 95 ? 0.05 : 0.01;
            equal(ValueAtRisk.historical(ascending, tail), expected, "/empyrical/var" + level + "_hist");
            equal(ConditionalValueAtRisk.historical(ascending, tail), expected, "/empyrical/cvar" + level + "_hist");
            double normal = ValueAtRisk.parametric(mean, deviation, tail);
            equal(normal, expected, "/quantstats/var" + level + "_normal");
            // quantstats' "cvar" is the mean of the days seen below the normal value at risk.
            equal(
                    Arrays.stream(returns).filter(r -> r < normal).average().orElseThrow(),
                    expected,
                    "/quantstats/cvar" + level);
        }
    }

    private static void againstSpy(JsonNode expected, ReferenceSeries series) throws IOException {
        Map<LocalDate, Double> own = series.returnsByDate();
        Map<LocalDate, Double> spy =
                ReferenceSeries.load("public/prices/ppo_spy_prices.csv", "SPY").returnsByDate();
        LocalDate[] shared = own.keySet().stream().filter(spy::containsKey).toArray(LocalDate[]::new);
        double[] returns = Arrays.stream(shared).mapToDouble(own::get).toArray();
        double[] benchmark = Arrays.stream(shared).mapToDouble(spy::get).toArray();

        assertThat(shared).hasSize(expected.get("n").intValue());
        equal(Beta.of(returns, benchmark), expected, "/empyrical_beta");
        equal(Alpha.compounded(returns, benchmark, 0), expected, "/empyrical_alpha_compounded");
        equal(Alpha.added(returns, benchmark, 0), expected, "/quantstats_alpha_times252");
        equal(Correlation.of(returns, benchmark), expected, "/corr");
    }

    private static LocalDate date(JsonNode expected, String pointer) {
        return LocalDate.parse(expected.at(pointer).textValue());
    }

    private static void equal(double actual, JsonNode expected, String pointer) {
        assertThat(expected.at(pointer).isNumber()).as(pointer).isTrue();
        double wanted = expected.at(pointer).doubleValue();
        assertThat(actual).as(pointer).isCloseTo(wanted, within(RELATIVE * Math.abs(wanted)));
    }
}
