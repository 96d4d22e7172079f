package io.quanttradingos.discipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.quanttradingos.SharedData;
import io.quanttradingos.discipline.RegimeKnowledge.PointInTime;
import io.quanttradingos.failure.Parsed;
import io.quanttradingos.units.Side;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two thousand closed trades on real prices, with counts taken from the file by other means. */
class RealTradesTest {
    private static final LocalDate FIRST_LABEL = LocalDate.of(2005, 1, 1);

    private static Parsed<TradeLog> read(int copies) throws IOException {
        List<String> lines = Files.readAllLines(SharedData.file("data/trades/trades_2000.csv"));
        List<String> repeated = new ArrayList<>(lines.subList(0, 1));
        for (int i = 0; i < copies; i++) {
            repeated.addAll(lines.subList(1, lines.size()));
        }
        return TradeLog.read(Tables.of(repeated));
    }

    private static TradingPlan plan() {
        return TradingPlan.read(
                        "plan.json",
                        Map.of(
                                "allowed_regimes", List.of("Risk-On"),
                                "stop_required", true,
                                "account_size", 100_000,
                                "position_limits_by_regime", Map.of("Risk-On", 20, "Risk-On / High Vol", 10),
                                "max_position_pct", 25,
                                "max_stop_pct", 8,
                                "risk_per_trade_pct", 1))
                .orRefuse();
    }

    private static final PointInTime EVEN_YEARS = new PointInTime(
            date -> date.isBefore(FIRST_LABEL)
                    ? Optional.empty()
                    : Optional.of(date.getYear() % 2 == 0 ? "Risk-On / High Vol" : "Risk-Off / Low/Normal Vol"),
            null);

    @Test
    void reads_all_trades_without_a_problem() throws IOException {
        Parsed<TradeLog> log = read(1);
        assertThat(log.problems()).isEmpty();
        assertThat(log.value().trades()).hasSize(2000);
        assertThat(log.value().trades().stream().filter(t -> t.stopPrice() == null))
                .hasSize(311);
        assertThat(log.value().trades().stream().filter(t -> t.side() == Side.LONG))
                .hasSize(1430);
    }

    @Test
    void judges_them_by_the_regime_of_their_dates() throws IOException {
        List<Trade> trades = read(1).orRefuse().trades();
        DisciplineReport report = new DisciplineAgent(DisciplinePolicy.defaults())
                .judge(new TradeLog("trades", trades), plan(), EVEN_YEARS, List.of());
        // Counted from the file in exact decimals by a few lines of Python.
        assertThat(report.violationSummary())
                .containsExactly(
                        entry("Regime Mismatch", 1004),
                        entry("Missing Stop", 311),
                        entry("Oversized for Regime", 498),
                        entry("Oversized Position", 611),
                        entry("Stop Too Wide", 25),
                        entry("Risk Too Large", 507),
                        entry("Early Exit", 334));
        assertThat(report.nViolating()).isEqualTo(1680);
        assertThat(report.complianceScore()).isEqualTo(0.16);
        assertThat(report.regimeMismatchRate()).isEqualTo(1004 / 1986.0);
        assertThat(report.regimeSource()).isEqualTo("point_in_time");
        assertThat(report.warnings())
                .containsExactly("14 trades on dates whose regime is not known and no label given:"
                        + " the rules of regime were not applied");
    }

    @Test
    void a_hundredfold_log_is_judged_alike_and_without_delay() throws IOException {
        TradeLog log = read(100).orRefuse();
        DisciplineAgent agent = new DisciplineAgent(DisciplinePolicy.defaults());
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        DisciplineReport report = agent.judge(log, plan(), EVEN_YEARS, List.of());
        long start = thread.getCurrentThreadCpuTime();
        assertThat(agent.judge(log, plan(), EVEN_YEARS, List.of())).isEqualTo(report);
        long nanoseconds = thread.getCurrentThreadCpuTime() - start;
        assertThat(report.nTrades()).isEqualTo(200_000);
        assertThat(report.nViolating()).isEqualTo(168_000);
        assertThat(nanoseconds).as("processor time, a generous bound").isLessThan(10_000_000_000L);
    }
}
