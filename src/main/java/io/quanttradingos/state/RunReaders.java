package io.quanttradingos.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** A few connections that only read, each with its statements prepared once; a query waits where all are in use. */
final class RunReaders implements AutoCloseable {
    /** One question to the store. */
    @FunctionalInterface
    interface Query<T extends @Nullable Object> {
        T run(Reader reader) throws SQLException;
    }

    /** A connection and its prepared statements. */
    static final class Reader {
        private final Connection connection;
        private final Map<String, PreparedStatement> statements = new HashMap<>();

        private Reader(Connection connection) {
            this.connection = connection;
        }

        PreparedStatement statement(String sql) throws SQLException {
            PreparedStatement statement = statements.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                statements.put(sql, statement);
            }
            return statement;
        }
    }

    private final List<Connection> connections = new ArrayList<>();
    private final BlockingQueue<Reader> idle;

    RunReaders(RunDatabase database, int count) throws IOException {
        idle = new ArrayBlockingQueue<>(count);
        try {
            for (int i = 0; i < count; i++) {
                Connection connection = database.connectReader();
                connections.add(connection);
                idle.add(new Reader(connection));
            }
        } catch (SQLException e) {
            close();
            throw new IOException("the run store cannot be read: " + e.getMessage(), e);
        }
    }

    <T extends @Nullable Object> T ask(Query<T> query) {
        Reader reader = take();
        try {
            return query.run(reader);
        } catch (SQLException e) {
            throw new UncheckedIOException("the run store cannot be read: " + e.getMessage(), new IOException(e));
        } finally {
            idle.add(reader);
        }
    }

    private Reader take() {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the run store", e);
        }
    }

    @Override
    public void close() {
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                // a connection that only read has nothing to lose
            }
        }
    }
}
