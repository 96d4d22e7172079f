package io.quanttradingos.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.OptionalDouble;

/** The rows of table {@code trials}, one for each trial of a family that is still known one by one. */
final class TrialRows {
    static final String NEWEST = "SELECT settings, sharpe, bars, skewness, kurtosis, first_epoch_day, last_epoch_day,"
            + " at_micros FROM trials WHERE family = ? ORDER BY at_micros DESC, settings LIMIT ?";

    private static final HexFormat HEX = HexFormat.of();
    private static final String OLDEST = " FROM trials WHERE family = ? ORDER BY at_micros, settings LIMIT ?";

    private final PreparedStatement find;
    private final PreparedStatement write;
    private final PreparedStatement oldest;
    private final PreparedStatement removeOldest;

    TrialRows(Connection connection) throws SQLException {
        find = connection.prepareStatement("SELECT sharpe FROM trials WHERE family = ? AND settings = ?");
        write = connection.prepareStatement("INSERT INTO trials (family, settings, sharpe, bars, skewness, kurtosis,"
                + " first_epoch_day, last_epoch_day, at_micros) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (family, settings) DO UPDATE SET sharpe = excluded.sharpe, bars = excluded.bars,"
                + " skewness = excluded.skewness, kurtosis = excluded.kurtosis,"
                + " first_epoch_day = excluded.first_epoch_day, last_epoch_day = excluded.last_epoch_day,"
                + " at_micros = excluded.at_micros");
        oldest = connection.prepareStatement("SELECT sharpe" + OLDEST);
        removeOldest = connection.prepareStatement(
                "DELETE FROM trials WHERE family = ? AND settings IN (SELECT settings" + OLDEST + ")");
    }

    /** Writes a trial and brings the tally up to date. */
    void put(TrialFamilyTable.Entry family, Trial trial) throws SQLException {
        byte[] settings = HEX.parseHex(trial.settingsSha256());
        OptionalDouble before = sharpe(family.number(), settings);
        if (before.isPresent()) {
            family.tally().replace(before.getAsDouble(), trial.sharpePerBar());
        } else {
            family.tally().add(trial.sharpePerBar());
        }
        write.setLong(1, family.number());
        write.setBytes(2, settings);
        bind(3, trial.sharpePerBar());
        write.setLong(4, trial.bars());
        bind(5, trial.skewness());
        bind(6, trial.kurtosis());
        write.setLong(7, trial.first().toEpochDay());
        write.setLong(8, trial.last().toEpochDay());
        write.setLong(9, micros(trial.at()));
        write.executeUpdate();
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** NaN where the trial is there without a ratio. */
    private OptionalDouble sharpe(long family, byte[] settings) throws SQLException {
        find.setLong(1, family);
        find.setBytes(2, settings);
        try (ResultSet row = find.executeQuery()) {
            return row.next() ? OptionalDouble.of(fraction(row, 1)) : OptionalDouble.empty();
        }
    }

    private void bind(int column, double value) throws SQLException {
        if (Double.isNaN(value)) {
            write.setNull(column, Types.DOUBLE);
        } else {
            write.setDouble(column, value);
        }
    }

    private static double fraction(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    /** Gives up the oldest rows of a family; its tally goes on counting them. */
    void fold(TrialFamilyTable.Entry family, long count) throws SQLException {
        bindOldest(oldest, family.number(), 1, count);
        try (ResultSet rows = oldest.executeQuery()) {
            while (rows.next()) {
                family.tally().fold(fraction(rows, 1));
            }
        }
        removeOldest.setLong(1, family.number());
        bindOldest(removeOldest, family.number(), 2, count);
        removeOldest.executeUpdate();
    }

    private static void bindOldest(PreparedStatement statement, long family, int from, long count) throws SQLException {
        statement.setLong(from, family);
        statement.setLong(from + 1, count);
    }

    static Trial read(ResultSet row) throws SQLException {
        return new Trial(
                HEX.formatHex(row.getBytes(1)),
                fraction(row, 2),
                row.getLong(3),
                fraction(row, 4),
                fraction(row, 5),
                LocalDate.ofEpochDay(row.getLong(6)),
                LocalDate.ofEpochDay(row.getLong(7)),
                Instant.EPOCH.plus(row.getLong(8), ChronoUnit.MICROS));
    }
}
