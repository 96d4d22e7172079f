package io.quanttradingos.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * The highest value of each portfolio up to each date, in table {@code portfolio_highs}.
 *
 * <p>A row stands only where a date brought a value above all earlier dates, so the rows of a portfolio rise with the
 * date and the highest value up to a day is the last row on or before it: one step down an index, however long the
 * history. A run dated back puts its value in and drops the later rows it overtops.
 */
final class PortfolioHighs {
    static final String FIND = "SELECT value FROM portfolio_highs"
            + " WHERE portfolio_id = ? AND asof_epoch_day <= ? ORDER BY asof_epoch_day DESC LIMIT 1";

    private final PreparedStatement find;
    private final PreparedStatement remove;
    private final PreparedStatement add;

    PortfolioHighs(Connection connection) throws SQLException {
        find = connection.prepareStatement(FIND);
        remove = connection.prepareStatement(
                "DELETE FROM portfolio_highs WHERE portfolio_id = ? AND asof_epoch_day >= ? AND value <= ?");
        add = connection.prepareStatement(
                "INSERT INTO portfolio_highs (portfolio_id, asof_epoch_day, value, sequence) VALUES (?, ?, ?, ?)");
    }

    void record(PortfolioValue seen, long sequence) throws SQLException {
        OptionalDouble high = find(find, seen.portfolioId(), seen.asOf());
        if (high.isPresent() && high.getAsDouble() >= seen.value()) {
            return;
        }
        long day = seen.asOf().toEpochDay();
        remove.setString(1, seen.portfolioId());
        remove.setLong(2, day);
        remove.setDouble(3, seen.value());
        remove.executeUpdate();
        add.setString(1, seen.portfolioId());
        add.setLong(2, day);
        add.setDouble(3, seen.value());
        add.setLong(4, sequence);
        add.executeUpdate();
    }

    static OptionalDouble find(PreparedStatement find, String portfolioId, LocalDate asOf) throws SQLException {
        find.setString(1, portfolioId);
        find.setLong(2, asOf.toEpochDay());
        try (ResultSet high = find.executeQuery()) {
            return high.next() ? OptionalDouble.of(high.getDouble(1)) : OptionalDouble.empty();
        }
    }
}
