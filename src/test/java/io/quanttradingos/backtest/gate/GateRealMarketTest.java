package io.quanttradingos.backtest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.SharedData;
import io.quanttradingos.backtest.engine.Engine;
import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.Hooks;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.OrderLog;
import io.quanttradingos.backtest.engine.OrderStatus;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.pipeline.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** SPY from 1998 to 2021, adjusted, through the worst of 2008. */
class GateRealMarketTest {
    private static final LocalDate CRASH = LocalDate.of(2008, 10, 1);
    private static final LocalDate LOW = LocalDate.of(2009, 3, 31);
    private static final EngineSettings SETTINGS = EngineSettings.standard(100_000);

    private static Market market;
    private static Gate gate;

    @BeforeAll
    static void readTheBars() throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(SharedData.file("data/joined/lean_SPY_ohlcv_adj_1998_2021.csv"))) {
            if (!line.startsWith("date")) {
                rows.add(adjusted(line.split(",", -1)));
            }
        }
        market = Market.of(Bazaar.bars("SPY", rows));
        gate = Gate.of(GateSettings.of(List.of("Risk-On"), false, false), Policies.defaults(), market, null);
    }

    private static double[] adjusted(String[] cells) {
        double[] row = new double[6];
        double close = Double.parseDouble(cells[4]);
        double factor = Double.parseDouble(cells[6]) / close;
        row[0] = LocalDate.parse(cells[0]).toEpochDay() * (double) Bazaar.DAY;
        for (int column = 1; column <= 4; column++) {
            row[column] = Double.parseDouble(cells[column]) * factor;
        }
        row[5] = Double.parseDouble(cells[5]);
        return row;
    }

    private static LocalDate date(int bar) {
        return LocalDate.ofEpochDay(market.times()[bar] / Bazaar.DAY);
    }

    private static int bar(LocalDate day) {
        int bar = 0;
        while (date(bar).isBefore(day)) {
            bar++;
        }
        return bar;
    }

    /** Long while the average of 5 closes is above that of 20; flat otherwise. */
    private static Strategy crossing() {
        return (history, desk) -> {
            if (history.bar() < 20) {
                return;
            }
            if (average(history.bar(), 5) > average(history.bar(), 20)) {
                desk.enterLong(0);
            } else {
                desk.exit(0);
            }
        };
    }

    private static double average(int bar, int length) {
        double sum = 0;
        for (int back = 0; back < length; back++) {
            sum += market.close(0)[bar - back];
        }
        return sum / length;
    }

    private static List<LocalDate> entries(Ledger ledger) {
        List<LocalDate> entries = new ArrayList<>();
        OrderLog orders = ledger.orders();
        for (int id = 0; id < orders.size(); id++) {
            if (orders.status(id) == OrderStatus.FILLED && orders.filledShares(id) > 0) {
                entries.add(date(orders.submittedBar(id)));
            }
        }
        return entries;
    }

    private static boolean isInTheCrash(LocalDate day) {
        return !day.isBefore(CRASH) && !day.isAfter(LOW);
    }

    @Test
    void a_crossover_that_may_only_buy_when_risk_is_on_buys_nothing_in_the_crash() {
        Ledger free = new Ledger();
        Ledger watched = new Ledger();

        new Engine(market, SETTINGS).run(crossing(), Hooks.none(), free);
        new Engine(market, SETTINGS).run(crossing(), gate.over(watched).hooks(), watched);

        assertThat(entries(free)).filteredOn(GateRealMarketTest::isInTheCrash).hasSizeGreaterThan(3);
        assertThat(entries(watched)).noneMatch(GateRealMarketTest::isInTheCrash);
        assertThat(entries(watched))
                .hasSizeGreaterThan(60)
                .allSatisfy(day -> assertThat(gate.regimes().label(bar(day))).startsWith("Risk-On"));
        assertThat(worst(watched)).isGreaterThan(worst(free));
    }

    /** The deepest fall below an earlier high, negative. */
    private static double worst(Ledger ledger) {
        double peak = 0;
        double worst = 0;
        for (int bar = 0; bar < ledger.bars(); bar++) {
            peak = Math.max(peak, ledger.equity()[bar]);
            worst = Math.min(worst, ledger.equity()[bar] / peak - 1);
        }
        return worst;
    }

    @Test
    void who_wants_to_hold_from_the_crash_on_has_to_wait_until_it_is_over() {
        EngineSettings fromTheCrash = SETTINGS.from(bar(CRASH));
        Strategy hold = (history, desk) -> desk.enterLong(0);
        Ledger free = new Ledger();
        Ledger watched = new Ledger();

        new Engine(market, fromTheCrash).run(hold, Hooks.none(), free);
        new Engine(market, fromTheCrash).run(hold, gate.over(watched).hooks(), watched);

        assertThat(entries(free)).containsExactly(CRASH);
        assertThat(entries(watched)).hasSize(1);
        assertThat(entries(watched).get(0)).isAfter(LOW).isBefore(LocalDate.of(2009, 12, 31));
        assertThat(watched.finalEquity()).isGreaterThan(free.finalEquity());
    }

    @Test
    void all_agents_together_trade_smaller_and_fall_less() {
        Gate all = Gate.of(GateSettings.of(List.of("Risk-On"), true, true), Policies.defaults(), market, null);
        Ledger regimeAlone = new Ledger();
        Ledger watched = new Ledger();
        GatedRun gated = all.over(watched);

        new Engine(market, SETTINGS).run(crossing(), gate.over(regimeAlone).hooks(), regimeAlone);
        new Engine(market, SETTINGS).run(crossing(), gated.hooks(), watched);

        assertThat(worst(watched)).isGreaterThan(worst(regimeAlone));
        assertThat(watched.account().tradedValue())
                .isLessThan(regimeAlone.account().tradedValue());
        assertThat(watched.trades().size()).isGreaterThan(40);
        assertThat(gated.counts().byReason())
                .containsKeys("regime_unknown", "regime_not_allowed", "allocation_confidence", "guardian_size");
    }
}
