package io.quanttradingos.backtest.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.statistics.ReferenceSeries;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sixteen real series, each held as an account, against quantstats, empyrical and ffn. */
class ReferencePerformanceTest {
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
    void a_held_instrument_performs_as_the_reference_libraries_say(String name) throws IOException {
        JsonNode expected = ReferenceSeries.document("metrics.json").get(name);
        ReferenceSeries series = ReferenceSeries.load(
                expected.get("file").textValue(), expected.get("column").textValue());
        double[] path = series.path();
        EquityCurve curve = curve(series.dates(), path);
        Performance performance = Performance.of(curve, 0);

        assertThat(performance.bars()).isEqualTo(expected.get("prices").intValue());
        assertThat(performance.barsPerYear()).isEqualTo(252);
        assertThat(performance.warnings(curve)).isEmpty();
        returnAndRisk(expected, performance);
        shape(expected, performance);
        drawdowns(expected, performance, series.dates(), path);
        months(expected, MonthlyReturns.of(curve));
        core(expected, path);
        if (expected.has("vs_SPY")) {
            againstSpy(expected.get("vs_SPY"), series);
        }
    }

    private static EquityCurve curve(LocalDate[] dates, double[] path) {
        long[] times = Arrays.stream(dates)
                .mapToLong(date -> date.toEpochDay() * Curves.DAY)
                .toArray();
        return new EquityCurve(times, path, path.length, path[0]);
    }

    private static void returnAndRisk(JsonNode expected, Performance performance) {
        equal(performance.totalReturnPct() / 100, expected, "/plain/total_return");
        equal(performance.cagr(), 100, expected, "/ffn/cagr_calendar");
        equal(performance.volatility(), 1, expected, "/empyrical/annual_vol_252");
        equal(performance.sharpeRatio(), 1, expected, "/empyrical/sharpe_rf0");
        equal(performance.sharpeRatio(), 1, expected, "/ffn/daily_sharpe");
        equal(performance.sortino(), 1, expected, "/empyrical/sortino_rf0");
        equal(performance.calmar(), 1, expected, "/ffn/calmar");
        equal(performance.bestBarReturn(), 1, expected, "/plain/best_day/1");
        equal(performance.worstBarReturn(), 1, expected, "/plain/worst_day/1");
    }

    /** The libraries adjust both for bias; the raw ones follow from theirs exactly. */
    private static void shape(JsonNode expected, Performance performance) {
        double n = expected.get("returns").doubleValue();
        double adjusted = expected.at("/quantstats/skew").doubleValue();
        double excess = expected.at("/quantstats/kurtosis_excess").doubleValue();
        double skewness = adjusted * (n - 2) / Math.sqrt(n * (n - 1));
        double kurtosis = (excess * (n - 2) * (n - 3) / (n - 1) - 6) / (n + 1) + 3;
        assertThat(performance.skewness()).isCloseTo(skewness, within(RELATIVE * Math.abs(skewness)));
        assertThat(performance.kurtosis()).isCloseTo(kurtosis, within(RELATIVE * kurtosis));
    }

    private static void drawdowns(JsonNode expected, Performance performance, LocalDate[] dates, double[] path) {
        equal(performance.maxDrawdownPct() / -100, expected, "/empyrical/max_drawdown");
        DrawdownDates found = performance.maxDrawdownPctDates();
        List<LocalDate> days = Arrays.asList(dates);
        // quantstats dates a drawdown by its days below the high.
        assertThat(dates[days.indexOf(date(found.peak())) + 1]).isEqualTo(date(expected, "max_dd_start"));
        assertThat(date(found.trough())).isEqualTo(date(expected, "max_dd_valley"));
        int lastBelow = found.recovery() == null ? dates.length - 1 : days.indexOf(date(found.recovery())) - 1;
        assertThat(dates[lastBelow]).isEqualTo(date(expected, "max_dd_end"));
        currencyDrawdown(performance, dates, path);
    }

    /** Of every place the highest value before it, written out. */
    private static void currencyDrawdown(Performance performance, LocalDate[] dates, double[] path) {
        double high = 0;
        double worst = 0;
        int trough = -1;
        for (int i = 0; i < path.length; i++) {
            high = Math.max(high, path[i]);
            if (high - path[i] > worst) {
                worst = high - path[i];
                trough = i;
            }
        }
        assertThat(performance.maxDrawdown()).isEqualTo(worst);
        assertThat(date(performance.maxDrawdownDates().trough())).isEqualTo(dates[trough]);
    }

    /** ffn leaves out the month the series begins in. */
    private static void months(JsonNode expected, MonthlyReturns monthly) {
        double[] months = monthly.years().stream()
                .flatMap(year -> year.months().stream())
                .filter(Objects::nonNull)
                .skip(1)
                .mapToDouble(Double::doubleValue)
                .toArray();
        double mean = Arrays.stream(months).sum() / months.length;
        double squares = Arrays.stream(months).map(m -> (m - mean) * (m - mean)).sum();
        double deviation = Math.sqrt(squares / (months.length - 1));
        equal(deviation * Math.sqrt(12), expected, "/ffn/monthly_vol");
        equal(mean / deviation * Math.sqrt(12), expected, "/ffn/monthly_sharpe");
    }

    private static void core(JsonNode expected, double[] path) {
        CoreMetrics core = new CoreMetrics();
        core.measure(Curves.withRubbishBehind(path), path.length, path[0]);
        equal(core.totalReturn(), expected, "/plain/total_return");
        equal(core.mean(), expected, "/plain/mean_daily");
        equal(core.deviation(), expected, "/plain/std_daily_ddof1");
        equal(core.volatility(252), expected, "/empyrical/annual_vol_252");
        equal(core.sharpeRatio(252), expected, "/empyrical/sharpe_rf0");
        equal(core.maxDrawdownPct() / -100, expected, "/empyrical/max_drawdown");
    }

    private static void againstSpy(JsonNode expected, ReferenceSeries series) throws IOException {
        Map<LocalDate, Double> own = series.returnsByDate();
        Map<LocalDate, Double> spy =
                ReferenceSeries.load("public/prices/ppo_spy_prices.csv", "SPY").returnsByDate();
        LocalDate[] shared = own.keySet().stream().filter(spy::containsKey).toArray(LocalDate[]::new);
        double[] run = Curves.grown(Arrays.stream(shared).mapToDouble(own::get).toArray());
        double[] held = Curves.grown(Arrays.stream(shared).mapToDouble(spy::get).toArray());
        LocalDate[] dates = new LocalDate[shared.length + 1];
        System.arraycopy(shared, 0, dates, 1, shared.length);
        dates[0] = shared[0].minusDays(1);
        BuyAndHoldComparison comparison = BuyAndHoldComparison.of(curve(dates, run), held, 0);

        equal(comparison.beta(), 1, expected, "/empyrical_beta");
        equal(comparison.alpha(), 1, expected, "/empyrical_alpha_compounded");
        equal(comparison.correlation(), 1, expected, "/corr");
        // quantstats does not annualise it.
        equal(comparison.informationRatio(), Math.sqrt(252), expected, "/information_ratio_qs");
        assertThat(comparison.returnPct())
                .isCloseTo((held[held.length - 1] - 1) * 100, within(1e-9 * held[held.length - 1] * 100));
    }

    private static LocalDate date(@Nullable Instant time) {
        return LocalDate.ofInstant(Objects.requireNonNull(time), ZoneOffset.UTC);
    }

    private static LocalDate date(JsonNode expected, String key) {
        return LocalDate.parse(expected.at("/quantstats/" + key).textValue());
    }

    private static void equal(@Nullable Double actual, double scale, JsonNode expected, String pointer) {
        assertThat(actual).as(pointer).isNotNull();
        equal(Objects.requireNonNull(actual) / scale, expected, pointer);
    }

    private static void equal(double actual, JsonNode expected, String pointer) {
        assertThat(expected.at(pointer).isNumber()).as(pointer).isTrue();
        double wanted = expected.at(pointer).doubleValue();
        assertThat(actual).as(pointer).isCloseTo(wanted, within(RELATIVE * Math.abs(wanted)));
    }
}
