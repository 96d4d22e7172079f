package io.quanttradingos.state;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Trials of one family, at least one, to be counted. */
record PendingTrials(TrialFamily family, List<Trial> trials, CompletableFuture<TrialSummary> counted)
        implements Pending {
    @Override
    public void refuse(Throwable why) {
        counted.completeExceptionally(why);
    }
}
