package io.quanttradingos.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The one place that knows the run store is SQLite: how it is opened, created and set aside when damaged.
 *
 * <p>The tables and all other statements are plain SQL that PostgreSQL accepts too: epoch columns are {@code BIGINT},
 * bytes are {@code BYTEA} (a type name SQLite takes as it comes).
 */
final class RunDatabase {
    private static final int FORMAT = 1;
    /** Larger pages than SQLite's 4 KiB: a row of 2 to 3 KB would waste a third of each. */
    private static final int PAGE_BYTES = 8_192;
    /** Pages of the log before it is copied into the database: 32 MiB, so that copying is rare under load. */
    private static final int LOG_PAGES = 4_096;
    /** A full check reads every page; past this size opening looks at the header, the tables and the last run only. */
    private static final long FULL_CHECK_BYTES = 32L << 20;

    private static final List<String> COMPANIONS = List.of("-wal", "-shm");
    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS runs (
              sequence BIGINT NOT NULL PRIMARY KEY,
              run_id TEXT NOT NULL UNIQUE,
              started_at_micros BIGINT NOT NULL,
              finished_at_micros BIGINT NOT NULL,
              kind TEXT NOT NULL,
              door TEXT NOT NULL,
              asof_epoch_day BIGINT,
              status TEXT NOT NULL,
              request_json TEXT NOT NULL,
              result_json TEXT NOT NULL,
              inputs_json TEXT NOT NULL,
              stages_json TEXT NOT NULL,
              config_sha256 TEXT NOT NULL,
              version TEXT NOT NULL,
              idempotency_key TEXT,
              portfolio_id TEXT,
              portfolio_epoch_day BIGINT,
              portfolio_value DOUBLE PRECISION,
              previous TEXT NOT NULL,
              digest TEXT NOT NULL
            )""",
            """
            CREATE UNIQUE INDEX IF NOT EXISTS runs_by_idempotency_key
              ON runs (idempotency_key) WHERE idempotency_key IS NOT NULL""",
            "CREATE INDEX IF NOT EXISTS runs_by_kind ON runs (kind, sequence)",
            "CREATE TABLE IF NOT EXISTS contents (sha256 TEXT NOT NULL PRIMARY KEY, gzip BYTEA NOT NULL)",
            """
            CREATE TABLE IF NOT EXISTS portfolio_highs (
              portfolio_id TEXT NOT NULL,
              asof_epoch_day BIGINT NOT NULL,
              value DOUBLE PRECISION NOT NULL,
              sequence BIGINT NOT NULL,
              PRIMARY KEY (portfolio_id, asof_epoch_day)
            )""",
            """
            CREATE TABLE IF NOT EXISTS trial_families (
              family BIGINT NOT NULL PRIMARY KEY,
              caller TEXT NOT NULL,
              symbols TEXT NOT NULL,
              strategy TEXT NOT NULL,
              kept BIGINT NOT NULL DEFAULT 0,
              measured BIGINT NOT NULL DEFAULT 0,
              sum_of_millionths BIGINT NOT NULL DEFAULT 0,
              sum_of_squares BIGINT NOT NULL DEFAULT 0,
              folded BIGINT NOT NULL DEFAULT 0,
              folded_measured BIGINT NOT NULL DEFAULT 0,
              folded_mean DOUBLE PRECISION NOT NULL DEFAULT 0,
              folded_squares DOUBLE PRECISION NOT NULL DEFAULT 0,
              touched_at_micros BIGINT NOT NULL DEFAULT 0,
              UNIQUE (caller, symbols, strategy)
            )""",
            """
            CREATE TABLE IF NOT EXISTS trials (
              family BIGINT NOT NULL,
              settings BYTEA NOT NULL,
              sharpe DOUBLE PRECISION,
              bars BIGINT NOT NULL,
              skewness DOUBLE PRECISION,
              kurtosis DOUBLE PRECISION,
              first_epoch_day BIGINT NOT NULL,
              last_epoch_day BIGINT NOT NULL,
              at_micros BIGINT NOT NULL,
              PRIMARY KEY (family, settings)
            )""");

    private final Path file;
    private final SQLiteConfig config;
    private volatile String opened = "";

    private RunDatabase(Path file, int busyTimeoutMillis) {
        this.file = file;
        this.config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(busyTimeoutMillis);
        config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, Long.toString(2L * LOG_PAGES * PAGE_BYTES));
    }

    /**
     * Opens the database, creating what is missing. A damaged one is set aside with a warning and a fresh one begun;
     * processes that open at the same time take turns.
     */
    static RunDatabase open(Path file, StateSettings settings, InstantSource clock, Consumer<String> warnings)
            throws IOException {
        RunDatabase database = new RunDatabase(file, settings.busyTimeoutMillis());
        FolderLock lock = new FolderLock(file.resolveSibling(file.getFileName() + ".lock"));
        lock.run(generation -> {
            try {
                database.prepare();
            } catch (SQLException damage) {
                if (!isDamage(damage)) {
                    throw unusable(file, damage);
                }
                String name = DamagedFile.setAside(file, clock.instant(), COMPANIONS);
                warnings.accept("the run store " + file.getFileName() + " is damaged (" + damage.getMessage()
                        + "): it was set aside as " + name + ", and a new chain of runs begins");
                database.prepareFresh();
            }
        });
        AtomicFile.forceFolder(AtomicFile.folderOf(file));
        database.opened = identity(file);
        return database;
    }

    /**
     * Whether the file that was opened still stands in its place. Where its folder was deleted or exchanged, SQLite goes on
     * writing to a file that nobody will find again.
     */
    boolean isInPlace() {
        try {
            return identity(file).equals(opened);
        } catch (IOException e) {
            return false;
        }
    }

    /** The same for the same file only; where the platform has no such thing, that it is there must do. */
    private static String identity(Path file) throws IOException {
        return String.valueOf(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }

    /** A connection for the one thread that records. */
    Connection connectWriter() throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = " + LOG_PAGES);
        }
        return connection;
    }

    /** A connection that cannot write and never waits for one that does. */
    Connection connectReader() throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = 1");
        }
        return connection;
    }

    static boolean isDamage(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return false;
        }
        int primary = sqlite.getResultCode().code & 0xff;
        return primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private Connection connect() throws SQLException {
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    private void prepareFresh() throws IOException {
        try {
            prepare();
        } catch (SQLException e) {
            throw unusable(file, e);
        }
    }

    private void prepare() throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "PRAGMA page_size = " + PAGE_BYTES); // heeded by an empty database only, and before its log
            statement.execute("PRAGMA journal_mode = WAL");
            requireKnownFormat(statement);
            for (String table : TABLES) {
                statement.execute(table);
            }
            statement.execute("PRAGMA user_version = " + FORMAT);
            requireSound(statement);
        }
    }

    private void requireKnownFormat(Statement statement) throws SQLException {
        int format = (int) number(statement, "PRAGMA user_version");
        if (format > FORMAT) {
            throw new IllegalStateException("the run store " + file.getFileName() + " has format " + format
                    + ", made by a newer version; this one reads up to " + FORMAT);
        }
    }

    private void requireSound(Statement statement) throws SQLException, IOException {
        try (ResultSet last =
                statement.executeQuery("SELECT " + RunRow.COLUMNS + " FROM runs ORDER BY sequence DESC LIMIT 1")) {
            if (last.next()) {
                RunRow.read(last);
            }
        }
        if (Files.size(file) <= FULL_CHECK_BYTES) {
            try (ResultSet check = statement.executeQuery("PRAGMA quick_check(1)")) {
                if (check.next() && !"ok".equals(check.getString(1))) {
                    throw new SQLiteException(check.getString(1), SQLiteErrorCode.SQLITE_CORRUPT);
                }
            }
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    private static IOException unusable(Path file, SQLException e) {
        return new IOException("the run store " + file.getFileName() + " cannot be opened: " + e.getMessage(), e);
    }
}
