package io.quanttradingos.pipeline;

import io.quanttradingos.state.LastScore;
import io.quanttradingos.state.RunStore;
import io.quanttradingos.state.StateFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What earlier runs left, from the run store and the state files. */
public final class RecordedHistory implements History {
    private static final int SCORES_OF_A_TREND = 4;

    private final RunStore store;
    private final StateFiles files;

    public RecordedHistory(RunStore store, StateFiles files) {
        this.store = store;
        this.files = files;
    }

    @Override
    public Known before(String portfolioId, LocalDate asOf) {
        OptionalDouble peak = store.highestValue(portfolioId, asOf);
        Optional<LastScore> score = files.lastScore();
        return new Known(
                peak.isPresent() ? peak.getAsDouble() : null,
                score.map(LastScore::complianceScore).orElse(null),
                score.map(LastScore::asOf).orElse(null),
                List.of());
    }

    @Override
    public List<Double> previousScores() {
        return files.recentScores(SCORES_OF_A_TREND);
    }
}
