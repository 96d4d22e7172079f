package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.performance.PerformanceSeries;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.marketdata.BarFile;
import io.quanttradingos.marketdata.PriceFile;
import io.quanttradingos.state.TrialSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A run with what is to be thought of it.
 *
 * @param ran the run
 * @param trials of its caller on its instruments with its strategy, this one included
 * @param report what it says
 */
public record Judged(Ran ran, TrialSummary trials, BacktestReport report) implements Outcome {
    @Override
    public BacktestQuestion question() {
        return ran.prepared().question();
    }

    @Override
    public Instant at() {
        return ran.prepared().at();
    }

    @Override
    public LocalDate asOf() {
        int last = ran.prepared().market().rows() - 1;
        return LocalDate.ofInstant(ran.prepared().market().time(last), ZoneOffset.UTC);
    }

    @Override
    public List<Input<BarFile>> inputs() {
        return ran.prepared().bars();
    }

    @Override
    public Optional<Input<PriceFile>> prices() {
        return ran.prepared().agents().prices();
    }

    /** The bars. */
    public Market market() {
        return ran.prepared().market();
    }

    /** Every trade, the open ones last. */
    public List<BacktestTrade> trades() {
        return BacktestTrade.rows(ran.ledger(), ran.prepared().market());
    }

    /** Every order. */
    public List<BacktestOrder> orders() {
        return OrderSummary.rows(ran.ledger().orders(), ran.prepared().market());
    }

    /** How the returns of single bars are distributed. */
    public ReturnHistogram returnHistogram() {
        return ReturnHistogram.of(PerformanceSeries.of(ran.curve()).returnHistogram());
    }

    /** What a report draws. */
    public ChartSeries series() {
        return ChartSeries.of(ran);
    }
}
