package io.quanttradingos.backtest.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.discipline.DisciplineAgent;
import io.quanttradingos.discipline.DisciplinePolicy;
import io.quanttradingos.discipline.RegimeKnowledge;
import io.quanttradingos.discipline.Trade;
import io.quanttradingos.discipline.TradeLog;
import io.quanttradingos.discipline.TradingPlan;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.guardian.TradeType;
import io.quanttradingos.regime.RegimeAgent;
import io.quanttradingos.units.Side;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedRegimesTest {
    private static final String CALM = "Risk-On / Low/Normal Vol / Uptrend / Healthy Breadth";

    /** The list of a gate means what the same list means in a plan, judged by the discipline agent itself. */
    @Test
    void a_gate_allows_what_a_plan_with_the_same_list_allows() {
        Random random = new Random(5);
        int allowed = 0;
        for (int attempt = 0; attempt < 300; attempt++) {
            List<String> regimes = random.ints(1 + random.nextInt(3), 0, 16)
                    .mapToObj(label -> beginning(RegimeAgent.labels().get(label), 1 + random.nextInt(4)))
                    .toList();
            AllowedRegimes gate = new AllowedRegimes(regimes);
            for (String label : RegimeAgent.labels()) {
                boolean passes = gate.refusal(label) == null;
                assertThat(passes).as("%s under %s", label, regimes).isEqualTo(planAllows(regimes, label));
                allowed += passes ? 1 : 0;
            }
        }
        assertThat(allowed).isBetween(300, 4_500);
    }

    private static String beginning(String label, int parts) {
        List<String> all = List.of(label.split(" / ", -1));
        return String.join(" / ", all.subList(0, parts));
    }

    private static boolean planAllows(List<String> regimes, String label) {
        TradingPlan plan =
                TradingPlan.read("plan", Map.of("allowed_regimes", regimes)).orRefuse();
        Trade trade = new Trade(LocalDate.of(2020, 1, 2), Symbol.of("SPY"), Side.LONG, 10, 11, 1, 9.0);
        return new DisciplineAgent(DisciplinePolicy.defaults())
                .judge(new TradeLog("log", List.of(trade)), plan, new RegimeKnowledge.Given(label), List.of())
                .violations()
                .isEmpty();
    }

    @Test
    void a_refusal_names_the_regime_and_what_is_allowed() {
        AllowedRegimes gate = new AllowedRegimes(List.of("Risk-Off", "Risk-On / High Vol"));

        assertThat(gate.refusal(CALM))
                .isEqualTo("the regime is " + CALM + ", allowed are: Risk-Off, Risk-On / High Vol");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Normal Vol", "Uptrend", "Risk-Only", "Risk-On / Uptrend", "", "Risk-On /High Vol"})
    void a_regime_that_begins_no_label_is_refused(String regime) {
        assertThatThrownBy(() -> GateSettings.of(List.of("Risk-On", regime), false, false))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("gate.regime has '" + regime
                        + "', which begins no label of a regime; expected is a" + " label such as '");
    }

    @Test
    void a_regime_that_is_only_written_in_another_case_is_refused_with_the_right_one() {
        assertThatThrownBy(() -> GateSettings.of(List.of("risk-on / high vol"), false, false))
                .isInstanceOf(Refusal.class)
                .hasMessage("gate.regime has 'risk-on / high vol', which begins no label of a regime; write"
                        + " 'Risk-On / High Vol'");
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> GateSettings.of(List.of(), false, false))
                .isInstanceOf(Refusal.class)
                .hasMessage("gate.regime must name at least one regime, the list was empty");
        assertThatThrownBy(() -> new GateSettings(null, true, false, Double.NaN, TradeType.SWING, 30))
                .isInstanceOf(Refusal.class)
                .hasMessage("gate.discipline must be in [0, 1], was NaN");
        assertThatThrownBy(() -> new GateSettings(null, false, true, 1, TradeType.SWING, 0))
                .isInstanceOf(Refusal.class)
                .hasMessage("gate.loss_days must be in [1, 3650], was 0");
    }

    @Test
    void settings_say_whether_any_agent_has_a_say() {
        assertThat(GateSettings.NONE.areNone()).isTrue();
        assertThat(GateSettings.of(List.of("Risk-On"), false, false).areNone()).isFalse();
        assertThat(GateSettings.of(null, true, false).areNone()).isFalse();
        assertThat(GateSettings.of(null, false, true).areNone()).isFalse();
    }
}
