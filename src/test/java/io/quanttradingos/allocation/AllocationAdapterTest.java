package io.quanttradingos.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.failure.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationAdapterTest {
    private static final String CALM_DOWNTREND = "Risk-Off / Low Vol / Downtrend / Weak Breadth";

    @Test
    void the_standard_adapter_takes_profit_on_the_value_at_the_start() {
        AllocationInput input = new StandardAdapter().adapt(figures(CALM_DOWNTREND, 0.7, 110.0, 0.2, 0.1, null, 125.0));

        assertThat(input.marketRegime()).isEqualTo(new MarketRegime(RegimeKey.DOWNTREND, 0.7));
        assertThat(input.portfolioMetrics().currentPnl()).isCloseTo(10, within(1e-12));
        assertThat(input.portfolioMetrics().drawdown()).isCloseTo(0.12, within(1e-15));
        assertThat(input.portfolioMetrics().portfolioHeat()).isCloseTo(0.12, within(1e-15));
        assertThat(input.portfolioMetrics().totalExposure()).isEqualTo(110);
        assertThat(input.heatMethod()).isEqualTo(HeatMethod.VOLATILITY_PROXY);
    }

    @Test
    void the_original_took_it_on_the_value_at_the_end_and_a_downtrend_for_a_range() {
        AllocationInput input = new SeedAdapter().adapt(figures(CALM_DOWNTREND, 0.7, 110.0, 0.2, 0.1, null, 125.0));

        assertThat(input.marketRegime().regime()).isEqualTo(RegimeKey.RANGING);
        assertThat(input.portfolioMetrics().currentPnl()).isCloseTo(11, within(1e-12));
        assertThat(input.portfolioMetrics().drawdown()).isCloseTo(0.12, within(1e-15));
    }

    @Test
    void what_is_unknown_stays_unknown_in_the_standard_adapter() {
        AllocationInput input = new StandardAdapter().adapt(figures(null, null, 100.0, null, null, null, null));

        assertThat(input.marketRegime()).isEqualTo(new MarketRegime(RegimeKey.UNKNOWN, 0.5));
        assertThat(input.volAnnual()).isNull();
        assertThat(input.portfolioMetrics().portfolioHeat()).isNull();
        assertThat(input.portfolioMetrics().currentPnl()).isNull();
        assertThat(input.portfolioMetrics().drawdown()).isZero();
    }

    @Test
    void no_profit_can_be_told_where_everything_was_lost() {
        AllocationInput input = new StandardAdapter().adapt(figures("Low Vol", 0.7, 0.0, 0.2, -1.0, null, 100.0));

        assertThat(input.portfolioMetrics().currentPnl()).isNull();
        assertThat(input.portfolioMetrics().drawdown()).isEqualTo(1);
    }

    @Test
    void a_heat_measured_at_the_stops_is_taken_as_it_is() {
        AllocationInput input = new StandardAdapter().adapt(figures("Low Vol", 0.7, 100.0, 0.9, 0.0, 0.02, null));

        assertThat(input.portfolioMetrics().portfolioHeat()).isEqualTo(0.02);
        assertThat(input.heatMethod()).isEqualTo(HeatMethod.STOPS);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'confidence must be in [0, 1], was 7',7,100,0.2,0.1,-,-",
                "'total_value must be a number, was null',0.5,-,0.2,0.1,-,-",
                "'total_value must be a number, was NaN',0.5,NaN,0.2,0.1,-,-",
                "'vol_annual must be at least 0, was -0.2',0.5,100,-0.2,0.1,0.02,-",
                "'current_pnl must be a number, was NaN',0.5,100,0.2,NaN,-,-",
                "'portfolio_heat must be at least 0, was -1',0.5,100,0.2,0.1,-1,-",
                "'peak_equity must be greater than 0, was 0',0.5,100,0.2,0.1,-,0",
            })
    void the_standard_adapter_refuses_figures_that_make_no_sense(
            String message, Double confidence, Double total, Double vol, Double ret, Double heat, Double peak) {
        UpstreamFigures figures = figures("Low Vol", confidence, total, vol, ret, heat, peak);

        assertThatThrownBy(() -> new StandardAdapter().adapt(figures))
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
    }

    @Test
    void a_score_out_of_range_is_refused() {
        assertThatThrownBy(() -> SampleInputs.unbound().withDiscipline(1.2))
                .isInstanceOf(Refusal.class)
                .hasMessage("execution_discipline_score must be in [0, 1], was 1.2");
        assertThatThrownBy(() -> SampleInputs.unbound().withHeat(null))
                .isInstanceOf(Refusal.class)
                .hasMessage("portfolio_heat must be given when it was measured at the stops");
        assertThatThrownBy(() -> SampleInputs.unbound().withOpenPositions(-1))
                .isInstanceOf(Refusal.class)
                .hasMessage("open_positions must be at least 0, was -1");
        assertThatThrownBy(() -> SampleInputs.unbound().withDrawdown(Double.NaN))
                .isInstanceOf(Refusal.class)
                .hasMessage("drawdown must be at least 0, was NaN");
    }

    @Test
    void a_volatility_that_is_no_number_gave_the_original_full_heat() {
        SeedFigures figures = SeedAdapter.figures(figures("Low Vol", 0.5, 100.0, Double.NaN, Double.NaN, null, 110.0));

        assertThat(figures.portfolioHeat()).isEqualTo(1);
        assertThat(figures.currentPnl()).isNaN();

        AllocationInput input = figures.toInput(Double.NaN, HeatMethod.VOLATILITY_PROXY);
        assertThat(input.volAnnual()).isNull();
        assertThat(input.portfolioMetrics().currentPnl()).isNull();
        assertThat(input.portfolioMetrics().portfolioHeat()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void the_seed_adapter_agrees_with_its_twin(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            UpstreamFigures figures = random(random);
            SeedFigures ours = SeedAdapter.figures(figures);
            Map<String, Object> twin = twin(figures);
            assertThat(ours.regime().key()).as("%s", figures).isEqualTo(twin.get("regime"));
            assertThat(ours.confidence()).isEqualTo(twin.get("confidence"));
            assertThat(ours.currentPnl()).as("%s", figures).isEqualTo(twin.get("current_pnl"));
            assertThat(ours.portfolioHeat()).as("%s", figures).isEqualTo(twin.get("portfolio_heat"));
            assertThat(ours.drawdown()).as("%s", figures).isEqualTo(twin.get("drawdown"));
            assertThat(ours.openPositions()).isEqualTo(twin.get("open_positions"));
            assertThat(ours.totalExposure()).isEqualTo(twin.get("total_exposure"));
            assertThat(ours.executionDisciplineScore()).isEqualTo(twin.get("score"));
        }
    }

    /** Section 6 read a second time: regular expressions for the label, and Python's min, max and truth by name. */
    private static Map<String, Object> twin(UpstreamFigures f) {
        String label = f.label() == null ? "Unknown" : f.label();
        String regime = "unknown";
        String[][] table = {
            {"(?is).*(chop|ranging).*", "ranging"},
            {"(?is).*(low|normal) vol.*", "trending"},
            {"(?is)(?=.*(low|normal) vol).*weak breadth.*", "chop"},
            {"(?is)(?=.*(low|normal) vol).*downtrend.*", "ranging"},
            {"(?is)(?=.*(low|normal) vol).*uptrend.*", "trending"},
            {"(?is).*high vol.*", "high_vol"},
        };
        for (String[] row : table) { // later rows overrule earlier ones
            regime = label.matches(row[0]) ? row[1] : regime;
        }
        double total = f.totalValue() == null ? 0.0 : f.totalValue();
        double vol = f.volAnnual() == null ? 0.0 : f.volAnnual();
        Double peak = f.peakEquity();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("regime", regime);
        out.put("confidence", f.confidence() == null ? (Object) 0.5 : f.confidence());
        Double ret = f.retTotal();
        out.put("current_pnl", ret != null && truthy(ret) ? ret * total : 0.0);
        out.put(
                "portfolio_heat",
                f.portfolioHeat() != null ? (Object) f.portfolioHeat() : truthy(vol) ? pythonMin(1.0, vol * 0.6) : 0.0);
        out.put("drawdown", peak != null && peak > 0 ? pythonMax(0.0, (peak - total) / peak) : 0.0);
        out.put("open_positions", f.openPositions());
        out.put("total_exposure", f.totalExposure() == null ? (Object) total : f.totalExposure());
        out.put("score", f.executionDisciplineScore());
        return out;
    }

    private static boolean truthy(double value) {
        return value < 0 || value > 0 || Double.isNaN(value);
    }

    private static double pythonMin(double first, double second) {
        return second < first ? second : first;
    }

    private static double pythonMax(double first, double second) {
        return second > first ? second : first;
    }

    private static UpstreamFigures random(Random random) {
        StringBuilder label = new StringBuilder();
        String[] words = {
            "Risk-On",
            "HIGH VOL",
            "low vol",
            "Normal Vol",
            "Uptrend",
            "downTREND",
            "Weak Breadth",
            "Choppy",
            "Ranging",
            "x"
        };
        for (int i = random.nextInt(4); i > 0; i--) {
            label.append(words[random.nextInt(words.length)]).append(" / ");
        }
        return new UpstreamFigures(
                random.nextInt(20) == 0 ? null : label.toString(),
                odd(random),
                odd(random),
                odd(random),
                odd(random),
                random.nextInt(50),
                random.nextBoolean() ? null : odd(random),
                HeatMethod.STOPS,
                odd(random),
                odd(random),
                random.nextGaussian());
    }

    private static @Nullable Double odd(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> null;
            case 1 -> Double.NaN;
            case 2 -> 0.0;
            case 3 -> -0.0;
            case 4 -> -random.nextDouble();
            case 5 -> Double.POSITIVE_INFINITY;
            case 6 -> 100_000 * random.nextDouble();
            default -> 2 * random.nextDouble();
        };
    }

    private static UpstreamFigures figures(
            @Nullable String label,
            @Nullable Double confidence,
            @Nullable Double total,
            @Nullable Double vol,
            @Nullable Double ret,
            @Nullable Double heat,
            @Nullable Double peak) {
        return new UpstreamFigures(label, confidence, total, vol, ret, 3, heat, HeatMethod.STOPS, null, peak, 0.88);
    }
}
