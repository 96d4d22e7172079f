package io.quanttradingos.state;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Every configuration ever tried, by caller, instruments and kind of strategy: what the best of many has to be judged
 * against.
 *
 * <p>A configuration counts once, however often it is run; the last result stands. Trials are counted one after the other
 * for all threads and processes, so no two of them are told the same number. A count survives a kill as soon as it is
 * told, and a power cut as soon as a run recorded after it is durable ({@link RunStore#append}): who answers after that
 * has told no number that can be forgotten.
 */
public final class TrialLedger {
    /** How many trials one transaction takes, so that runs need not wait for a sweep. */
    private static final int PART = 500;

    private final RunWriter writer;
    private final RunReaders readers;

    TrialLedger(RunWriter writer, RunReaders readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /**
     * Counts a trial.
     *
     * @return the family with this trial
     * @throws io.quanttradingos.failure.Refusal (overloaded) where too much waits to be recorded
     * @throws java.io.UncheckedIOException where the disk is full or fails
     */
    public TrialSummary record(TrialFamily family, Trial trial) {
        return record(family, List.of(trial));
    }

    /**
     * Counts all trials of a sweep. Should it fail, a part of them may be counted.
     *
     * @return the family with these trials
     */
    public TrialSummary record(TrialFamily family, List<Trial> trials) {
        TrialSummary summary = trials.isEmpty() ? summary(family) : TrialSummary.NONE;
        for (int from = 0; from < trials.size(); from += PART) {
            List<Trial> part = List.copyOf(trials.subList(from, Math.min(trials.size(), from + PART)));
            PendingTrials pending = new PendingTrials(family, part, new CompletableFuture<>());
            writer.submit(pending);
            summary = RunStore.outcome(pending.counted());
        }
        return summary;
    }

    /** What is known of a family. */
    public TrialSummary summary(TrialFamily family) {
        return readers.ask(reader -> {
            PreparedStatement find = reader.statement(TrialFamilyTable.FIND);
            return TrialFamilyTable.find(find, family)
                    .map(entry -> entry.tally().summary())
                    .orElse(TrialSummary.NONE);
        });
    }

    /** The trials of a family that are still known one by one, newest first. */
    public List<Trial> newest(TrialFamily family, int limit) {
        return readers.ask(reader -> {
            Optional<TrialFamilyTable.Entry> entry =
                    TrialFamilyTable.find(reader.statement(TrialFamilyTable.FIND), family);
            List<Trial> trials = new ArrayList<>();
            if (entry.isPresent()) {
                PreparedStatement newest = reader.statement(TrialRows.NEWEST);
                newest.setLong(1, entry.get().number());
                newest.setInt(2, limit);
                try (ResultSet rows = newest.executeQuery()) {
                    while (rows.next()) {
                        trials.add(TrialRows.read(rows));
                    }
                }
            }
            return trials;
        });
    }
}
