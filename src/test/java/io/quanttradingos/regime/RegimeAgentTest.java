package io.quanttradingos.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.PriceTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegimeAgentTest {
    private final RegimeAgent agent = new RegimeAgent(RegimePolicy.defaults());

    @Test
    void sixty_nine_closes_are_refused_with_the_number_there_is_and_the_number_needed() {
        PriceTable prices = Markets.single("SPY", rising(69));
        assertThatThrownBy(() -> agent.decide(prices, null))
                .hasMessage("the regime needs at least 70 closes of SPY, up to 2001-03-10 there are 69")
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::kind)
                .isEqualTo(Refusal.Kind.NOT_USABLE);
        assertThat(agent.series(prices).label(68)).isNull();
    }

    @Test
    void a_day_before_the_first_close_is_refused() {
        PriceTable prices = Markets.single("SPY", rising(300));
        assertThatThrownBy(() -> agent.decide(prices, LocalDate.of(2000, 12, 31)))
                .isInstanceOf(Refusal.class)
                .hasMessage("the regime needs at least 70 closes of SPY, there are none up to 2000-12-31");
    }

    @Test
    void prices_of_bonds_and_cash_alone_are_refused() {
        PriceTable prices = Markets.table(new double[][] {rising(100), rising(100)}, "TLT", "CASH");
        assertThatThrownBy(() -> agent.series(prices))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("needs the closes of SPY or of another ticker that is neither bond nor cash");
    }

    @Test
    void seventy_closes_are_enough_with_short_windows_and_the_signals_say_so() {
        RegimeDecision decision = agent.decide(Markets.single("SPY", rising(70)), null);
        assertThat(decision.label()).isEqualTo("Risk-On / Low/Normal Vol / Uptrend / Healthy Breadth");
        assertThat(decision.signals().trend().shortWindows()).isTrue();
        assertThat(decision.signals().trend().fastWindow()).isEqualTo(20);
        assertThat(decision.signals().trend().slowWindow()).isEqualTo(50);
        assertThat(decision.daysInState()).isEqualTo(1);
        assertThat(decision.previousLabel()).isNull();
        assertThat(decision.changedOn()).isNull();
        assertThat(decision.warnings())
                .containsExactly(
                        "Only 70 closes: the trend is measured with 20- and 50-day averages, the long ones need 220.",
                        "Too little history to rank the volatility: High Vol is entered at 30.0 % a year only and not"
                                + " left, and volatility has no weight in confidence.",
                        "Breadth is thin: it rests on 1 name and has less weight in confidence.",
                        "The prices have none of the bonds TLT, IEF, AGG; Risk-On is read as an Uptrend without High"
                                + " Vol and has no weight in confidence.");
    }

    @Test
    void the_long_windows_are_used_from_the_220th_close_on() {
        PriceTable prices = Markets.single("SPY", rising(230));
        RegimeSeries series = agent.series(prices);
        assertThat(series.decisionAt(218).signals().trend().slowWindow()).isEqualTo(50);
        assertThat(series.decisionAt(219).signals().trend().slowWindow()).isEqualTo(200);
        assertThat(series.decisionAt(219).signals().trend().shortWindows()).isFalse();
    }

    /** 0.5 + 0.5 * (0.3 * 0.2548… + 0.1 * 1) / 0.4: trend and a thin breadth alone can be assessed. */
    @Test
    void confidence_is_the_weighted_mean_margin_of_what_can_be_assessed() {
        RegimeDecision decision = agent.decide(Markets.single("SPY", rising(70)), null);
        double slow =
                IntStream.range(20, 70).mapToDouble(row -> rising(70)[row]).sum() / 50;
        double margin = (rising(70)[69] / slow - 1) / 0.10;
        assertThat(margin).isBetween(0.2, 0.3);
        assertThat(decision.signals().trend().margin()).isCloseTo(margin, within(1e-12));
        assertThat(decision.signals().breadth().weight()).isEqualTo(0.1);
        assertThat(decision.signals().volatility().weight()).isZero();
        assertThat(decision.signals().risk().weight()).isZero();
        assertThat(decision.confidence()).isCloseTo(0.5 + 0.5 * (0.3 * margin + 0.1 * 1) / 0.4, within(1e-12));
    }

    @Test
    void a_pending_flip_costs_a_fifth_of_the_confidence_and_is_said() {
        double[] closes = rising(70);
        // Two closes below the average: the state needs a third, the raw label needs but one.
        closes[69] = closes[68] * 0.9;
        closes[68] = closes[67] * 0.9;
        RegimeDecision decision = agent.decide(Markets.single("SPY", closes), null);
        assertThat(decision.signals().breadth().flipPending()).isTrue();
        assertThat(decision.signals().breadth().state()).isEqualTo("Healthy Breadth");
        assertThat(decision.signals().breadth().rawState()).isEqualTo("Weak Breadth");
        assertThat(decision.rawLabel()).endsWith("Weak Breadth");
        double margin = Objects.requireNonNull(decision.signals().trend().margin());
        assertThat(decision.confidence()).isCloseTo(0.8 * (0.5 + 0.5 * (0.3 * margin + 0.1) / 0.4), within(1e-12));
        assertThat(decision.drivers().get(2))
                .isEqualTo("Breadth: 0 of 1 names (0.0 %) closed above their 50-day average: Healthy Breadth, a flip"
                        + " waits for confirmation.");
        assertThat(decision.implications()).last().asString().startsWith("A change of regime waits");
    }

    @Test
    void a_change_of_label_is_dated_and_names_what_came_before() {
        double[] closes = rising(300);
        for (int row = 250; row < 300; row++) {
            closes[row] = closes[row - 1] * 0.98;
        }
        RegimeSeries series = agent.series(Markets.single("SPY", closes));
        RegimeDecision last = series.decisionAt(299);
        assertThat(last.label()).contains("Downtrend");
        assertThat(last.previousLabel()).isNotNull().isNotEqualTo(last.label());
        LocalDate changedOn = Objects.requireNonNull(last.changedOn());
        assertThat(changedOn).isEqualTo(series.date(299 - last.daysInState() + 1));
        assertThat(series.labelOn(changedOn)).contains(last.label());
        assertThat(series.labelOn(changedOn.minusDays(1))).contains(last.previousLabel());
    }

    @Test
    void a_price_that_never_moves_is_neither_up_nor_down_and_gives_no_number_that_is_not_one() {
        double[] still = new double[300];
        Arrays.fill(still, 0.1);
        RegimeDecision decision = agent.decide(Markets.table(new double[][] {still, still}, "SPY", "TLT"), null);
        assertThat(decision.signals().trend().score()).isZero();
        assertThat(decision.signals().volatility().sigma20()).isZero();
        assertThat(decision.signals().volatility().rank()).isEqualTo(1);
        assertThat(decision.signals().breadth().share()).isZero();
        assertThat(decision.signals().risk().z())
                .as("equities and bonds never parted")
                .isNull();
        assertThat(decision.label()).isEqualTo("Risk-Off / Low/Normal Vol / Downtrend / Weak Breadth");
    }

    @Test
    void without_spy_the_first_column_that_is_neither_bond_nor_cash_stands_in() {
        RegimeDecision decision = agent.decide(Markets.random(5, 300, 0, "TLT", "CASH", "QQQ", "IWM", "LQD"), null);
        assertThat(decision.signals().benchmark()).isEqualTo("QQQ");
        assertThat(decision.signals().breadth().universe()).isEqualTo(2);
        assertThat(decision.warnings())
                .contains("The prices have no SPY; QQQ, the first column that is neither bond nor cash, stands in for"
                        + " it.");
    }

    @Test
    void the_first_bond_of_the_preference_is_taken_whatever_its_column() {
        assertThat(bondAmong("SPY", "AGG", "IEF", "TLT")).isEqualTo("TLT");
        assertThat(bondAmong("SPY", "AGG", "IEF", "LQD")).isEqualTo("IEF");
        assertThat(bondAmong("SPY", "LQD", "QQQ", "SHY")).isNull();
    }

    private @Nullable String bondAmong(String... tickers) {
        return agent.decide(Markets.random(6, 300, 0, tickers), null)
                .signals()
                .risk()
                .bond();
    }

    @Test
    void a_bond_without_a_close_today_carries_the_risk_state_and_has_no_weight() {
        PriceTable whole = Markets.random(7, 400, 0, "SPY", "TLT");
        double[] bond = whole.closes(1).clone();
        bond[399] = Double.NaN;
        PriceTable prices = Markets.table(new double[][] {whole.closes(0), bond}, "SPY", "TLT");
        RiskSignal risk = agent.decide(prices, null).signals().risk();
        assertThat(risk.basis()).isEqualTo(RiskSignal.Basis.CARRIED);
        assertThat(risk.z()).isNull();
        assertThat(risk.weight()).isZero();
        assertThat(risk.state())
                .isEqualTo(agent.series(whole).decisionAt(398).signals().risk().state());
    }

    @Test
    void a_bond_gone_for_five_closes_is_not_relied_on_any_more() {
        PriceTable whole = Markets.random(7, 400, 0, "SPY", "TLT");
        double[] bond = whole.closes(1).clone();
        Arrays.fill(bond, 395, 400, Double.NaN);
        PriceTable prices = Markets.table(new double[][] {whole.closes(0), bond}, "SPY", "TLT");
        RegimeDecision decision = agent.decide(prices, null);
        assertThat(decision.signals().risk().basis()).isEqualTo(RiskSignal.Basis.TREND_AND_VOLATILITY);
        boolean on = decision.label().contains("Uptrend") && !decision.label().contains("High Vol");
        assertThat(decision.label()).startsWith(on ? "Risk-On" : "Risk-Off");
    }

    @Test
    void a_day_without_a_close_takes_the_one_before_and_says_so() {
        PriceTable prices = Markets.single("SPY", rising(80));
        RegimeDecision decision = agent.decide(prices, LocalDate.of(2001, 12, 31));
        assertThat(decision.asof()).isEqualTo(prices.date(79));
        assertThat(decision.warnings())
                .contains("SPY has no close on 2001-12-31; the last one before it, of 2001-03-21, was used.");
    }

    @Test
    void the_label_on_a_day_is_that_of_the_last_close_before_it_and_empty_without_enough_history() {
        double[] closes = rising(120);
        Arrays.fill(closes, 100, 105, Double.NaN);
        RegimeSeries series = agent.series(Markets.single("SPY", closes));
        assertThat(series.rows()).isEqualTo(115);
        assertThat(series.labelOn(Markets.FIRST_DAY.minusDays(1))).isEmpty();
        assertThat(series.labelOn(Markets.FIRST_DAY.plusDays(68))).isEmpty();
        assertThat(series.labelOn(Markets.FIRST_DAY.plusDays(69))).contains(String.valueOf(series.label(69)));
        assertThat(series.labelOn(Markets.FIRST_DAY.plusDays(103))).contains(String.valueOf(series.label(99)));
        assertThat(series.labelOn(LocalDate.of(2099, 1, 1))).contains(String.valueOf(series.label(114)));
    }

    @Test
    void closes_at_the_ends_of_the_number_range_still_give_an_answer() {
        double[] wild = IntStream.range(0, 300)
                .mapToDouble(row -> row % 7 == 0 ? 1e-300 : 1e300)
                .toArray();
        RegimeDecision decision = agent.decide(Markets.table(new double[][] {wild, rising(300)}, "SPY", "TLT"), null);
        assertThat(decision.label()).contains("High Vol");
        assertThat(decision.signals().volatility().sigma20()).isNull();
        assertThat(decision.confidence()).isBetween(0.0, 1.0);
        assertThat(decision.warnings())
                .contains("The volatility could not be computed; without an earlier state it counts as high.");
    }

    /** A slow rise with a small swing, so that returns vary but the trend is plain. */
    private static double[] rising(int rows) {
        return IntStream.range(0, rows)
                .mapToDouble(row -> 100 * Math.pow(1.001, row) * (1 + 0.0001 * (row % 3)))
                .toArray();
    }
}
