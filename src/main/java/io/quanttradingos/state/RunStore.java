package io.quanttradingos.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every run ever recorded, as a chain in {@code runs.db}: appended, never changed.
 *
 * <p>A run is durable when {@link #append} returns: it survives a kill and a power cut. Many threads and processes may
 * append to one store; they form one chain. Readers never wait for a writer, nor a writer for readers.
 *
 * <p>Each run carries {@code digest = SHA-256(format, run_id, started_at_micros, …, portfolio_value, sequence,
 * previous)}: the columns of table {@code runs} in their order with {@code format = "qtos-run-1"} before them and the
 * place in the chain after them, a text as {@code T}, four bytes of length and UTF-8, a number as {@code N} and eight
 * bytes, a fraction as {@code F} and its eight IEEE 754 bytes, an absent value as {@code -}, most significant byte
 * first. {@code previous} is the digest of the run before. Inputs and stage outputs are kept once under their own
 * digests, small ones in table {@code contents}, large ones as files under {@code inputs/}; they are durable before
 * the run that cites them.
 */
public final class RunStore implements AutoCloseable {
    static final String FIND_CONTENT = "SELECT gzip FROM contents WHERE sha256 = ?";
    /** The most runs one {@link #page} gives. */
    public static final int PAGE_LIMIT = 1_000;

    private static final String FIND = "SELECT " + RunRow.COLUMNS + " FROM runs WHERE run_id = ?";
    private static final String FIND_KEY = "SELECT " + RunRow.COLUMNS + " FROM runs WHERE idempotency_key = ?";
    private static final String PAGE =
            "SELECT " + RunRow.COLUMNS + " FROM runs WHERE sequence < ? ORDER BY sequence DESC LIMIT ?";
    private static final String PAGE_OF_KIND =
            "SELECT " + RunRow.COLUMNS + " FROM runs WHERE kind = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?";
    private static final int KNOWN_CONTENTS = 1 << 16;

    private final RunDatabase database;
    private final InputArchive archive;
    private final KnownDigests known = new KnownDigests(KNOWN_CONTENTS);
    private final int inlineInputBytes;
    private final RunReaders readers;
    private final RunWriter writer;
    private final TrialLedger trials;
    private final List<String> warnings;
    private final StoreWatch watch;

    private RunStore(RunDatabase database, Path folder, StateSettings settings, List<String> warnings, StoreWatch watch)
            throws IOException {
        this.watch = watch;
        this.database = database;
        this.archive = new InputArchive(folder.resolve("inputs"));
        this.inlineInputBytes = settings.inlineInputBytes();
        this.warnings = List.copyOf(warnings);
        this.writer = new RunWriter(database, settings, this::nowKnown, watch);
        this.readers = openReaders(settings.readerConnections());
        this.trials = new TrialLedger(writer, readers);
    }

    /**
     * Opens the store of a state folder, creating both where they are missing.
     *
     * @param clock only to name a damaged store that is set aside
     * @throws IOException where the folder cannot be written or the store belongs to something else
     */
    public static RunStore open(Path folder, StateSettings settings, InstantSource clock) throws IOException {
        return open(folder, settings, clock, StoreWatch.NONE);
    }

    /** The same, with someone who is told of each run. */
    public static RunStore open(Path folder, StateSettings settings, InstantSource clock, StoreWatch watch)
            throws IOException {
        AtomicFile.createFolder(folder);
        List<String> warnings = new ArrayList<>();
        Consumer<String> add = warnings::add;
        RunDatabase database = RunDatabase.open(folder.resolve("runs.db"), settings, clock, add);
        return new RunStore(database, folder, settings, warnings, watch);
    }

    /** What its operator should hear about, loudly: a damaged store was set aside. */
    public List<String> warnings() {
        return warnings;
    }

    /** The configurations tried so far, which stand in the same database. */
    public TrialLedger trials() {
        return trials;
    }

    /**
     * Records a run and waits until it is durable.
     *
     * <p>A draft whose idempotency key is already recorded changes nothing and gives the record made before.
     *
     * @throws IllegalArgumentException where another run has the id
     * @throws io.quanttradingos.failure.Refusal (overloaded) where too many runs wait
     * @throws UncheckedIOException where the disk is full or fails; nothing is recorded then
     */
    public RunRecord append(RunDraft draft) {
        return watch.recording(() -> outcome(appendAsync(draft)));
    }

    static <T> T outcome(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * As {@link #append}, without waiting for the commit; the future completes on the writer's thread, which must not
     * be kept. Large new inputs are still written, and drafts refused, before this returns.
     */
    public CompletableFuture<RunRecord> appendAsync(RunDraft draft) {
        RunRow row = RunRow.of(draft.facts());
        PendingRun pending =
                new PendingRun(draft.facts(), row, row.beginDigest(), contentsOf(draft), new CompletableFuture<>());
        writer.submit(pending);
        return pending.recorded();
    }

    public Optional<RunRecord> find(String runId) {
        return findBy(FIND, runId);
    }

    /** The run recorded under an idempotency key; empty where there is none. */
    public Optional<RunRecord> findByKey(String idempotencyKey) {
        return findBy(FIND_KEY, idempotencyKey);
    }

    private Optional<RunRecord> findBy(String statement, String value) {
        return readers.ask(reader -> {
            PreparedStatement find = reader.statement(statement);
            find.setString(1, value);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(RunRow.readRecord(row)) : Optional.empty();
            }
        });
    }

    /**
     * Recorded runs, newest first.
     *
     * @param limit how many at most, 1 to {@link #PAGE_LIMIT}
     * @param beforeSequence only runs before this one; {@link Long#MAX_VALUE} for the newest
     * @param kind only runs of this kind; null for all
     */
    public List<RunRecord> page(int limit, long beforeSequence, @Nullable String kind) {
        if (limit < 1 || limit > PAGE_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + PAGE_LIMIT + ", was " + limit);
        }
        return readers.ask(reader -> {
            PreparedStatement page = reader.statement(kind == null ? PAGE : PAGE_OF_KIND);
            int parameter = 1;
            if (kind != null) {
                page.setString(parameter++, kind);
            }
            page.setLong(parameter++, beforeSequence);
            page.setInt(parameter, limit);
            List<RunRecord> records = new ArrayList<>();
            try (ResultSet rows = page.executeQuery()) {
                while (rows.next()) {
                    records.add(RunRow.readRecord(rows));
                }
            }
            return records;
        });
    }

    /** How many runs and trials wait to be recorded. */
    public int waiting() {
        return writer.waiting();
    }

    /** Whether the store is still where it was opened; where it is not, nothing is recorded any more. */
    public boolean isInPlace() {
        return database.isInPlace();
    }

    /** How many runs are recorded. */
    public long count() {
        return readers.ask(reader -> {
            try (ResultSet row = reader.statement("SELECT COALESCE(MAX(sequence), 0) FROM runs")
                    .executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
            }
        });
    }

    /** The bytes of an input or a stage output by its digest; empty where no such content is kept. */
    public Optional<byte[]> content(String sha256) {
        if (!ContentDigest.isDigest(sha256)) {
            return Optional.empty();
        }
        return readers.ask(reader -> {
            try {
                return content(reader.statement(FIND_CONTENT), archive, sha256);
            } catch (IOException e) {
                throw new UncheckedIOException("content " + sha256 + " cannot be read: " + e.getMessage(), e);
            }
        });
    }

    /**
     * The highest value recorded for a portfolio with a date up to and including a day; empty where there is none.
     *
     * <p>Values dated later do not count, whenever they were recorded: a run dated back sees what it could have known.
     */
    public OptionalDouble highestValue(String portfolioId, LocalDate asOfInclusive) {
        return readers.ask(
                reader -> PortfolioHighs.find(reader.statement(PortfolioHighs.FIND), portfolioId, asOfInclusive));
    }

    /** Checks every run, every kept content and the table of portfolio highs; takes as long as reading all of them. */
    public ChainReport verifyChain() {
        try (Connection connection = database.connectReader()) {
            return ChainCheck.of(connection, archive);
        } catch (SQLException e) {
            throw new UncheckedIOException("the run store cannot be read: " + e.getMessage(), new IOException(e));
        }
    }

    /** Records what waits, then closes. */
    @Override
    public void close() {
        writer.close();
        readers.close();
    }

    static Optional<byte[]> content(PreparedStatement find, InputArchive archive, String sha256)
            throws SQLException, IOException {
        find.setString(1, sha256);
        try (ResultSet row = find.executeQuery()) {
            if (row.next()) {
                return Optional.of(Gzip.expand(row.getBytes(1)));
            }
        }
        return archive.find(sha256);
    }

    private RunReaders openReaders(int count) throws IOException {
        try {
            return new RunReaders(database, count);
        } catch (IOException e) {
            writer.close();
            throw e;
        }
    }

    private List<PendingRun.CompressedContent> contentsOf(RunDraft draft) {
        List<PendingRun.CompressedContent> contents = new ArrayList<>();
        for (Content input : draft.inputs()) {
            addUnlessKept(input, true, contents);
        }
        for (Content stage : draft.stages()) {
            addUnlessKept(stage, false, contents);
        }
        return contents;
    }

    private void addUnlessKept(Content content, boolean mayBeFile, List<PendingRun.CompressedContent> to) {
        String sha256 = content.sha256();
        if (known.contains(sha256) || (mayBeFile && archive.holds(sha256))) {
            return;
        }
        byte[] bytes = content.bytes();
        if (mayBeFile && bytes.length > inlineInputBytes) {
            keepFile(sha256, bytes);
        } else {
            to.add(new PendingRun.CompressedContent(sha256, Gzip.compress(bytes)));
        }
    }

    private void keepFile(String sha256, byte[] bytes) {
        try {
            archive.keep(sha256, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("an input could not be kept: " + e.getMessage(), e);
        }
    }

    private void nowKnown(PendingRun run) {
        run.contents().forEach(content -> known.add(content.sha256()));
    }
}
