package io.quanttradingos.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The families in table {@code trial_families}, each with its {@link TrialTally}. */
final class TrialFamilyTable {
    static final String FIND = "SELECT family, kept, measured, sum_of_millionths, sum_of_squares, folded,"
            + " folded_measured, folded_mean, folded_squares, touched_at_micros FROM trial_families"
            + " WHERE caller = ? AND symbols = ? AND strategy = ?";

    /** A family's number, its tally as it was read, and when it was last tried. */
    record Entry(long number, TrialTally tally, long touchedAtMicros) {}

    private final PreparedStatement find;
    private final PreparedStatement add;
    private final PreparedStatement change;
    private final PreparedStatement keptInAll;
    private final PreparedStatement leastTouched;

    TrialFamilyTable(Connection connection) throws SQLException {
        find = connection.prepareStatement(FIND);
        add = connection.prepareStatement("INSERT INTO trial_families (family, caller, symbols, strategy)"
                + " SELECT COALESCE(MAX(family), 0) + 1, ?, ?, ? FROM trial_families");
        change = connection.prepareStatement("UPDATE trial_families SET kept = ?, measured = ?, sum_of_millionths = ?,"
                + " sum_of_squares = ?, folded = ?, folded_measured = ?, folded_mean = ?, folded_squares = ?,"
                + " touched_at_micros = ? WHERE family = ?");
        keptInAll = connection.prepareStatement("SELECT COALESCE(SUM(kept), 0) FROM trial_families");
        leastTouched = connection.prepareStatement("SELECT caller, symbols, strategy FROM trial_families"
                + " WHERE kept > 0 ORDER BY touched_at_micros, family LIMIT 1");
    }

    /** The entry of a family, which begins here where it was never tried. */
    Entry entry(TrialFamily family) throws SQLException {
        Optional<Entry> entry = find(find, family);
        if (entry.isPresent()) {
            return entry.get();
        }
        bind(add, family);
        add.executeUpdate();
        return find(find, family).orElseThrow();
    }

    static Optional<Entry> find(PreparedStatement find, TrialFamily family) throws SQLException {
        bind(find, family);
        try (ResultSet row = find.executeQuery()) {
            return row.next() ? Optional.of(new Entry(row.getLong(1), tally(row), row.getLong(10))) : Optional.empty();
        }
    }

    private static void bind(PreparedStatement statement, TrialFamily family) throws SQLException {
        statement.setString(1, family.caller());
        statement.setString(2, family.symbols());
        statement.setString(3, family.strategy());
    }

    private static TrialTally tally(ResultSet row) throws SQLException {
        TrialTally tally = new TrialTally();
        tally.kept = row.getLong(2);
        tally.measured = row.getLong(3);
        tally.sum = row.getLong(4);
        tally.squares = row.getLong(5);
        tally.folded = row.getLong(6);
        tally.foldedMeasured = row.getLong(7);
        tally.foldedMean = row.getDouble(8);
        tally.foldedSquares = row.getDouble(9);
        return tally;
    }

    void change(Entry entry, long touchedAtMicros) throws SQLException {
        TrialTally tally = entry.tally();
        change.setLong(1, tally.kept);
        change.setLong(2, tally.measured);
        change.setLong(3, tally.sum);
        change.setLong(4, tally.squares);
        change.setLong(5, tally.folded);
        change.setLong(6, tally.foldedMeasured);
        change.setDouble(7, tally.foldedMean);
        change.setDouble(8, tally.foldedSquares);
        change.setLong(9, touchedAtMicros);
        change.setLong(10, entry.number());
        change.executeUpdate();
    }

    /** How many rows all families keep. */
    long keptInAll() throws SQLException {
        try (ResultSet row = keptInAll.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** The family with rows that was not tried for longest. */
    Optional<TrialFamily> leastTouched() throws SQLException {
        try (ResultSet row = leastTouched.executeQuery()) {
            return row.next()
                    ? Optional.of(new TrialFamily(row.getString(1), row.getString(2), row.getString(3)))
                    : Optional.empty();
        }
    }
}
