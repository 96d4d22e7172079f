package io.quanttradingos.regime;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.PriceTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which regime a market is in, for example {@code Risk-Off / High Vol / Downtrend / Weak Breadth}.
 *
 * <p>Pure: the same closes and policy always give the same answer, whatever was decided before. Both questions rest on
 * the same pass, so a decision is a row of the series.
 */
public final class RegimeAgent {
    private final RegimePolicy policy;

    public RegimeAgent(RegimePolicy policy) {
        this.policy = policy;
    }

    /** Every label there is, sixteen of them. */
    public static List<String> labels() {
        return RegimeLabel.all();
    }

    /**
     * The regime of the last close on or before a day; later closes are not looked at.
     *
     * @param asOf the day; null for the last date of the table
     * @throws Refusal (not usable) where no column can be the benchmark or it has too few closes, saying how many there
     *     are and how many are needed
     */
    public RegimeDecision decide(PriceTable prices, @Nullable LocalDate asOf) {
        PriceTable known = asOf == null ? prices : prices.until(asOf);
        RegimeSeries series = series(known);
        if (series.rows() == 0) {
            throw Refusal.notUsable("the regime needs at least "
                    + policy.trend().rowsNeeded() + " closes of "
                    + series.measured().roles().benchmark() + ", there are none"
                    + (asOf == null ? "" : " up to " + asOf));
        }
        RegimeDecision decision = series.decisionAt(series.rows() - 1);
        LocalDate asked = asOf == null ? prices.date(prices.rows() - 1) : asOf;
        if (decision.asof().equals(asked)) {
            return decision;
        }
        List<String> warnings = new ArrayList<>(decision.warnings());
        warnings.add(decision.signals().benchmark() + " has no close on " + asked + "; the last one before it, of "
                + decision.asof() + ", was used.");
        return decision.withWarnings(warnings);
    }

    /**
     * The regime of every date on which the benchmark has a close, in one pass over the cells.
     *
     * <p>Does not refuse short tables: their rows are in no regime.
     *
     * @throws Refusal (not usable) where no column can be the benchmark
     */
    public RegimeSeries series(PriceTable prices) {
        return new RegimeSeries(RegimeMeasurements.of(prices, policy));
    }
}
