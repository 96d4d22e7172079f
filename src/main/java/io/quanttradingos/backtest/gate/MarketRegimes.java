package io.quanttradingos.backtest.gate;

import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.pipeline.StageCache;
import io.quanttradingos.pipeline.Weighed;
import io.quanttradingos.regime.RegimeAgent;
import io.quanttradingos.regime.RegimePolicy;
import io.quanttradingos.regime.RegimeSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The regime in force at the close of each bar of a market, as it was known then; computed once, whatever is run over it.
 *
 * <p>A daily bar's is that of its own day, whose close is known at its close. Of a bar that is only a part of a day it is
 * that of the day before: the day's own close is still to come. Immutable.
 */
public final class MarketRegimes implements Weighed {
    /** Over holidays and weekends closes are a few days old; beyond this something is missing. */
    private static final int FRESH_DAYS = 7;

    private final RegimeSeries series;
    private final int[] rows;
    private final int needed;
    private final int outdated;

    private MarketRegimes(RegimeSeries series, int[] rows, int needed, int outdated) {
        this.series = series;
        this.rows = rows;
        this.needed = needed;
        this.outdated = outdated;
    }

    /**
     * Labels every bar.
     *
     * @param wider daily closes of a wider market, with a benchmark and a bond; null takes the closes of the bars themselves
     * @throws Refusal (not usable) where no column can be the benchmark, as where only a bond is traded
     */
    public static MarketRegimes of(Market market, RegimePolicy policy, @Nullable PriceTable wider) {
        return of(new MarketDays(market), policy, wider);
    }

    static MarketRegimes of(MarketDays days, RegimePolicy policy, @Nullable PriceTable wider) {
        RegimeSeries series = new RegimeAgent(policy).series(wider == null ? days.closes() : wider);
        int[] rows = new int[days.bars()];
        int outdated = 0;
        for (int bar = 0; bar < rows.length; bar++) {
            boolean sameDay = bar > 0 && days.epochDay(bar) == days.epochDay(bar - 1);
            rows[bar] = sameDay ? rows[bar - 1] : series.rowAsOf(days.lastOver(bar));
            outdated += isOutdated(series, rows[bar], days.lastOver(bar)) ? 1 : 0;
        }
        return new MarketRegimes(series, rows, policy.trend().rowsNeeded(), outdated);
    }

    private static boolean isOutdated(RegimeSeries series, int row, LocalDate day) {
        return row >= 0 && series.date(row).plusDays(FRESH_DAYS).isBefore(day);
    }

    /** The daily closes of a market's bars, to be given as the wider market of a part of it. */
    public static PriceTable closes(Market market) {
        return new MarketDays(market).closes();
    }

    @Override
    public long bytes() {
        return StageCache.bytes(series) + (long) Integer.BYTES * rows.length;
    }

    /** The label at the close of a bar; null where there was too little history for one. */
    public @Nullable String label(int bar) {
        return rows[bar] < 0 ? null : series.label(rows[bar]);
    }

    /** How sure the label is, in [0, 1]; NaN where there is none. */
    public double confidence(int bar) {
        return rows[bar] < 0 ? Double.NaN : series.confidence(rows[bar]);
    }

    /** The day whose close the label rests on; null where there was no close yet. */
    public @Nullable LocalDate asOf(int bar) {
        return rows[bar] < 0 ? null : series.date(rows[bar]);
    }

    /** The first bar with a label; the number of bars where none has one. */
    public int firstLabelled() {
        int bar = 0;
        while (bar < rows.length && label(bar) == null) {
            bar++;
        }
        return bar;
    }

    /** Why there is no label. */
    String whyUnknown() {
        return "the regime is not known yet: it needs " + needed + " daily closes of the market";
    }

    /** What to know before relying on the labels, one sentence each. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        int first = firstLabelled();
        if (first > 0) {
            warnings.add("The regime is not known for the first " + first + " of " + rows.length + " bars, for want of "
                    + needed + " daily closes before them.");
        }
        if (outdated > 0) {
            warnings.add("The regime of " + outdated + " bars rests on closes more than " + FRESH_DAYS
                    + " days old; the prices it is read from end on " + series.date(series.rows() - 1) + ".");
        }
        return warnings;
    }
}
