package io.quanttradingos.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes trials, and keeps their number of rows bounded.
 *
 * <p>A family keeps its newest rows, and all families together keep a number of rows from which those of the families
 * untouched for longest go first. A trial whose row was given up still counts; tried again it counts once more, so that
 * the error is on the careful side.
 */
final class TrialTables {
    /** Rows that one family keeps: the largest sweep twice over. Times the largest square of a tally it fits a long. */
    static final int FAMILY_LIMIT = 50_000;

    /** Rows that all families keep, about 130 MB. */
    static final int TOTAL_LIMIT = 1_000_000;

    private final int familyLimit;
    private final int totalLimit;
    private final TrialFamilyTable families;
    private final TrialRows rows;

    TrialTables(Connection connection) throws SQLException {
        this(connection, FAMILY_LIMIT, TOTAL_LIMIT);
    }

    TrialTables(Connection connection, int familyLimit, int totalLimit) throws SQLException {
        this.familyLimit = familyLimit;
        this.totalLimit = totalLimit;
        this.families = new TrialFamilyTable(connection);
        this.rows = new TrialRows(connection);
    }

    /** Writes trials of one family, at least one, within the transaction at hand. */
    TrialSummary record(TrialFamily family, List<Trial> trials) throws SQLException {
        TrialFamilyTable.Entry entry = families.entry(family);
        long before = entry.tally().kept;
        for (Trial trial : trials) {
            rows.put(entry, trial);
        }
        if (entry.tally().kept > familyLimit) {
            rows.fold(entry, entry.tally().kept - familyLimit + slack());
        }
        families.change(entry, TrialRows.micros(trials.get(trials.size() - 1).at()));
        if (trials.size() > 1 && entry.tally().kept > before) {
            boundTotal(); // a lone trial comes with a recorded run, which takes far more room
        }
        return entry.tally().summary();
    }

    /** How many rows more than needed are given up at a time, so that it is rare but never long. */
    private int slack() {
        return familyLimit / 10;
    }

    private void boundTotal() throws SQLException {
        long excess = families.keptInAll() - totalLimit;
        while (excess > 0) {
            TrialFamilyTable.Entry entry =
                    families.entry(families.leastTouched().orElseThrow());
            long given = Math.min(entry.tally().kept, excess + slack());
            rows.fold(entry, given);
            families.change(entry, entry.touchedAtMicros());
            excess -= given;
        }
    }
}
