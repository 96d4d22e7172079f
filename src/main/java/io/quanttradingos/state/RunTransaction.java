package io.quanttradingos.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a batch of runs and trials in one transaction on one connection, with statements prepared once.
 *
 * <p>A batch with a run is forced to the disk. One of trials alone is not: the next forced one takes it along, because
 * both are written to the end of the same log.
 */
final class RunTransaction implements AutoCloseable {
    private static final String FIND = "SELECT " + RunRow.COLUMNS + " FROM runs WHERE ";
    private static final String INSERT = "INSERT INTO runs (" + RunRow.COLUMNS + ") VALUES (?"
            + ", ?".repeat(RunRow.COLUMN_COUNT - 1) + ") ON CONFLICT DO NOTHING";

    /**
     * How one run of a batch ended.
     *
     * @param record the run as recorded; null where it was refused
     * @param added whether this transaction recorded it; false where its idempotency key was there before
     * @param refused why it was not recorded; null where it was
     */
    record Outcome(
            @Nullable RunRecord record,
            boolean added,
            @Nullable RuntimeException refused) {}

    /** How the runs and the trials of a batch ended, each in their order. */
    record Outcomes(List<Outcome> ofRuns, List<TrialSummary> ofTrials) {}

    private final Connection connection;
    private final Statement pragma;
    private final PreparedStatement head;
    private final PreparedStatement insert;
    private final PreparedStatement byKey;
    private final PreparedStatement insertContent;
    private final PortfolioHighs highs;
    private final TrialTables trials;
    private boolean isForced = true;

    RunTransaction(Connection connection) throws SQLException {
        this.connection = connection;
        head = connection.prepareStatement("SELECT sequence, digest FROM runs ORDER BY sequence DESC LIMIT 1");
        insert = connection.prepareStatement(INSERT);
        byKey = connection.prepareStatement(FIND + "idempotency_key = ?");
        insertContent =
                connection.prepareStatement("INSERT INTO contents (sha256, gzip) VALUES (?, ?) ON CONFLICT DO NOTHING");
        highs = new PortfolioHighs(connection);
        trials = new TrialTables(connection);
        pragma = connection.createStatement();
    }

    /**
     * Records the batch. When this returns, every run with a record is durable and every trial counted; when it throws,
     * nothing is, and the transaction is to be closed.
     */
    Outcomes record(List<PendingRun> runs, List<PendingTrials> tried) throws SQLException {
        force(!runs.isEmpty());
        connection.setAutoCommit(false); // begins at once, and takes the write lock
        List<TrialSummary> counted = new ArrayList<>(tried.size());
        for (PendingTrials some : tried) {
            counted.add(trials.record(some.family(), some.trials()));
        }
        List<Outcome> recorded = runs.isEmpty() ? List.of() : record(runs);
        connection.setAutoCommit(true); // commits, without beginning anew as commit() would here
        return new Outcomes(recorded, counted);
    }

    private void force(boolean forced) throws SQLException {
        if (forced != isForced) {
            pragma.execute("PRAGMA synchronous = " + (forced ? "FULL" : "NORMAL"));
            isForced = forced;
        }
    }

    private List<Outcome> record(List<PendingRun> batch) throws SQLException {
        Position position = readHead();
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        for (PendingRun run : batch) {
            Outcome outcome = record(run, position);
            outcomes.add(outcome);
            if (outcome.record != null && outcome.added) {
                position = new Position(outcome.record.sequence(), outcome.record.digest());
            }
        }
        return outcomes;
    }

    private record Position(long sequence, String digest) {}

    /** Read in every transaction, because another process may have recorded since. */
    private Position readHead() throws SQLException {
        try (ResultSet row = head.executeQuery()) {
            return row.next() ? new Position(row.getLong(1), row.getString(2)) : new Position(0, ContentDigest.NONE);
        }
    }

    private Outcome record(PendingRun run, Position last) throws SQLException {
        long sequence = last.sequence + 1;
        String digest = RunRow.finishDigest(run.digest(), sequence, last.digest);
        run.row().bind(insert, sequence, last.digest, digest);
        if (insert.executeUpdate() == 0) {
            return existing(run.row());
        }
        for (PendingRun.CompressedContent content : run.contents()) {
            insertContent.setString(1, content.sha256());
            insertContent.setBytes(2, content.gzip());
            insertContent.executeUpdate();
        }
        PortfolioValue value = run.facts().portfolioValue();
        if (value != null) {
            highs.record(value, sequence);
        }
        return new Outcome(new RunRecord(sequence, run.facts(), last.digest, digest), true, null);
    }

    private Outcome existing(RunRow row) throws SQLException {
        if (row.idempotencyKey() != null) {
            byKey.setString(1, row.idempotencyKey());
            try (ResultSet found = byKey.executeQuery()) {
                if (found.next()) {
                    return new Outcome(RunRow.readRecord(found), false, null);
                }
            }
        }
        return new Outcome(null, false, new IllegalArgumentException("run " + row.runId() + " is already recorded"));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
