package io.quanttradingos.backtest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.backtest.engine.Bracket;
import io.quanttradingos.backtest.engine.Engine;
import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.FillModel;
import io.quanttradingos.backtest.engine.Hooks;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.LookAheadCheck;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.Sizing;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.pipeline.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever comes after a bar, nothing that a gate did up to it may change. */
class GateLookAheadTest {
    private static final GateSettings ALL =
            GateSettings.of(List.of("Risk-On", "Risk-Off / Low/Normal Vol"), true, true);
    private static final EngineSettings SETTINGS = EngineSettings.standard(50_000)
            .with(new Sizing.PercentEquity(40))
            .with(new Bracket(0.05, Double.NaN, Double.NaN));

    private static Function<List<Bars>, Ledger> gatedRun(EngineSettings settings, @Nullable PriceTable wider) {
        return bars -> {
            Market market = Market.of(bars);
            Ledger ledger = new Ledger();
            Hooks hooks = Gate.of(ALL, Policies.defaults(), market, wider)
                    .over(ledger)
                    .hooks();
            new Engine(market, settings).run(new RandomTrader(11, 0.6), hooks, ledger);
            return ledger;
        };
    }

    @ParameterizedTest
    @EnumSource(
            value = FillModel.class,
            names = {"NEXT_OPEN", "NEXT_CLOSE"})
    void a_gate_over_daily_bars_knows_nothing_of_the_future(FillModel model) {
        List<Bars> bars = Bazaar.bars(3, 320, 0.04, "SPY", "TLT", "AAA");

        assertThat(LookAheadCheck.of(bars).firstDifference(model, gatedRun(SETTINGS.with(model), null)))
                .isEmpty();
        assertThat(gatedRun(SETTINGS.with(model), null).apply(bars).trades().size())
                .isGreaterThan(10);
    }

    @Test
    void a_gate_over_bars_within_days_knows_nothing_of_the_future() {
        List<Bars> bars = List.of(everyEightHours(Bazaar.bars(4, 500, 0, "SPY").get(0)));
        PriceTable wider = MarketRegimes.closes(Market.of(Bazaar.bars(5, 200, 0, "SPY", "TLT")));

        assertThat(LookAheadCheck.of(bars).firstDifference(FillModel.NEXT_OPEN, gatedRun(SETTINGS, null)))
                .isEmpty();
        assertThat(LookAheadCheck.of(bars).firstDifference(FillModel.NEXT_OPEN, gatedRun(SETTINGS, wider)))
                .isEmpty();
        assertThat(gatedRun(SETTINGS, null).apply(bars).trades().size()).isGreaterThan(4);
    }

    /** The same bars, three to a day. */
    private static Bars everyEightHours(Bars daily) {
        List<double[]> rows = new ArrayList<>();
        for (int row = 0; row < daily.rows(); row++) {
            rows.add(new double[] {
                daily.times()[0] + row * 8 * 3_600_000.0,
                daily.open()[row],
                daily.high()[row],
                daily.low()[row],
                daily.close()[row],
                daily.volume()[row]
            });
        }
        return Bazaar.bars("SPY", rows);
    }

    /** The check has eyes: a regime known one bar early is found. */
    @Test
    void a_gate_that_knew_tomorrows_regime_would_be_found() {
        List<Bars> bars = Bazaar.bars(3, 320, 0, "SPY");

        assertThat(LookAheadCheck.of(bars).at(300).firstDifference(FillModel.NEXT_OPEN, one -> {
                    Market market = Market.of(one);
                    MarketRegimes regimes =
                            MarketRegimes.of(market, Policies.defaults().regime(), null);
                    Ledger ledger = new Ledger();
                    new Engine(market, SETTINGS)
                            .run(
                                    new RandomTrader(11, 0.9),
                                    new Hooks(
                                            List.of((signal, history, account) -> {
                                                int next = Math.min(history.bar() + 1, market.rows() - 1);
                                                String label = regimes.label(next);
                                                return label != null && label.startsWith("Risk-On")
                                                        ? signal
                                                        : signal.vetoed("tomorrow is not Risk-On");
                                            }),
                                            List.of(),
                                            List.of()),
                                    ledger);
                    return ledger;
                }))
                .isPresent();
    }
}
