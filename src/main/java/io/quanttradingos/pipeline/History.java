package io.quanttradingos.pipeline;

import java.time.LocalDate;
import java.util.List;

/** Where a run learns what earlier runs left. */
public interface History {
    /**
     * Looks it up.
     *
     * @param portfolioId whose peak
     * @param asOf values recorded for later dates do not count: nothing may use the future
     */
    Known before(String portfolioId, LocalDate asOf);

    /** The scores of the last judgements, oldest first: what the trend of the next one is measured against. */
    List<Double> previousScores();
}
