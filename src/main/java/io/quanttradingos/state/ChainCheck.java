package io.quanttradingos.state;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Walks all runs from the first and stops at the first that does not fit: its digest, its predecessor, or the bytes of
 * what it cites.
 *
 * <p>Sees one state of the store throughout, whatever is recorded meanwhile. A chain proves order and content, not
 * length: runs cut off at the end leave a sound, shorter chain, which only a receipt held elsewhere can show.
 */
final class ChainCheck {
    private static final int REMEMBERED = 1 << 18;

    /** One row of {@code portfolio_highs}. */
    private record High(double value, long sequence) {}

    private final PreparedStatement content;
    private final InputArchive archive;
    private final KnownDigests sound = new KnownDigests(REMEMBERED);
    private final Map<String, NavigableMap<Long, High>> highs = new HashMap<>();
    private long sequence;
    private String previous = ContentDigest.NONE;

    private ChainCheck(Connection connection, InputArchive archive) throws SQLException {
        this.content = connection.prepareStatement(RunStore.FIND_CONTENT);
        this.archive = archive;
    }

    static ChainReport of(Connection connection, InputArchive archive) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            return new ChainCheck(connection, archive).walk(statement);
        }
    }

    private ChainReport walk(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT " + RunRow.COLUMNS + " FROM runs ORDER BY sequence")) {
            while (rows.next()) {
                String problem = problemOf(rows);
                if (problem != null) {
                    return new ChainReport(sequence, sequence, problem);
                }
            }
        }
        return checkHighs(statement);
    }

    private @Nullable String problemOf(ResultSet rows) throws SQLException {
        long found = rows.getLong(1);
        String foundPrevious = rows.getString(19);
        String digest = rows.getString(20);
        sequence++;
        if (found != sequence) {
            return "run " + sequence + " is missing, " + found + " stands in its place";
        }
        if (!previous.equals(foundPrevious)) {
            return "run " + sequence + " does not follow the run before it";
        }
        RunRow row = RunRow.read(rows);
        if (!row.digest(sequence, previous).equals(digest)) {
            return "run " + sequence + " was changed after it was recorded";
        }
        previous = digest;
        remember(row.portfolio());
        return citationProblem(row);
    }

    private @Nullable String citationProblem(RunRow row) throws SQLException {
        List<String> cited = new ArrayList<>();
        Citations.inputs(row.inputsJson()).forEach(input -> cited.add(input.sha256()));
        Citations.stages(row.stagesJson()).forEach(stage -> cited.add(stage.sha256()));
        for (String sha256 : cited) {
            if (!sound.contains(sha256)) {
                String problem = contentProblem(sha256);
                if (problem != null) {
                    return "run " + sequence + " cites content " + sha256 + " that " + problem;
                }
                sound.add(sha256);
            }
        }
        return null;
    }

    private @Nullable String contentProblem(String sha256) throws SQLException {
        try {
            Optional<byte[]> bytes = RunStore.content(content, archive, sha256);
            if (bytes.isEmpty()) {
                return "is not kept";
            }
            return ContentDigest.sha256(bytes.get()).equals(sha256) ? null : "was changed after it was kept";
        } catch (IOException e) {
            return "cannot be read: " + e.getMessage();
        }
    }

    /** The table of highs is derived from the runs, so it is derived once more, in the plainest way, and compared. */
    private void remember(@Nullable PortfolioValue seen) {
        if (seen == null) {
            return;
        }
        long day = seen.asOf().toEpochDay();
        NavigableMap<Long, High> rising = highs.computeIfAbsent(seen.portfolioId(), id -> new TreeMap<>());
        Map.Entry<Long, High> before = rising.floorEntry(day);
        if (before == null || before.getValue().value < seen.value()) {
            rising.tailMap(day, true).values().removeIf(high -> high.value <= seen.value());
            rising.put(day, new High(seen.value(), sequence));
        }
    }

    private ChainReport checkHighs(Statement statement) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("SELECT portfolio_id, asof_epoch_day, value, sequence FROM portfolio_highs")) {
            while (rows.next()) {
                NavigableMap<Long, High> rising = highs.getOrDefault(rows.getString(1), new TreeMap<>());
                High stored = new High(rows.getDouble(3), rows.getLong(4));
                if (!stored.equals(rising.remove(rows.getLong(2)))) {
                    return badHigh(stored.sequence);
                }
            }
        }
        return highs.values().stream()
                .flatMap(rising -> rising.values().stream())
                .map(missing -> badHigh(missing.sequence))
                .findFirst()
                .orElse(new ChainReport(sequence, null, null));
    }

    private ChainReport badHigh(long run) {
        return new ChainReport(
                sequence, run, "the highest portfolio values do not agree with run " + run + " they come from");
    }
}
