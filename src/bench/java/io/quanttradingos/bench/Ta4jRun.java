package io.quanttradingos.bench;

import io.quanttradingos.backtest.engine.Market;
import java.time.Duration;
import java.time.ZoneOffset;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Strategy;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.CashFlow;
import org.ta4j.core.analysis.cost.LinearTransactionCostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.rules.BooleanRule;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;

/**
 * The same strategies with ta4j, on its numbers made of doubles, its quickest. A run records the trades
 * alone; their equity is a pass of its own.
 */
final class Ta4jRun {
    private final BarSeries series;
    private final BarSeriesManager manager;

    /** @param costs as a fraction of the traded value */
    Ta4jRun(Market market, double costs) {
        series = new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
        for (int bar = 0; bar < market.rows(); bar++) {
            series.addBar(new BaseBar(
                    Duration.ofDays(1),
                    market.time(bar).atZone(ZoneOffset.UTC),
                    market.open(0)[bar],
                    market.high(0)[bar],
                    market.low(0)[bar],
                    market.close(0)[bar],
                    market.volume(0)[bar],
                    0,
                    0,
                    DoubleNum::valueOf));
        }
        manager = new BarSeriesManager(
                series, new LinearTransactionCostModel(costs), new ZeroCostModel(), new TradeOnNextOpenModel());
    }

    /** What the account was worth on each bar. */
    CashFlow equity(TradingRecord record) {
        return new CashFlow(series, record);
    }

    TradingRecord buyAndHold() {
        return manager.run(new BaseStrategy(BooleanRule.TRUE, BooleanRule.FALSE));
    }

    /** With averages of its own, so that none is remembered from an earlier run. */
    TradingRecord cross(int fast, int slow) {
        ClosePriceIndicator closes = new ClosePriceIndicator(series);
        SMAIndicator quick = new SMAIndicator(closes, fast);
        SMAIndicator steady = new SMAIndicator(closes, slow);
        Strategy strategy = new BaseStrategy(
                new CrossedUpIndicatorRule(quick, steady), new CrossedDownIndicatorRule(quick, steady), slow);
        return manager.run(strategy);
    }
}
