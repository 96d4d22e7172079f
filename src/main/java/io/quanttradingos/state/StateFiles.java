package io.quanttradingos.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The memory files under the names and in the shape the original reads: {@code regime_memory.json},
 * {@code discipline_memory.json} and {@code discipline_last_score.json}.
 *
 * <p>Each write replaces the whole file at once, under a lock other processes respect. What a discipline run leaves is
 * durable before {@link #recordDiscipline} returns; threads that record at the same time share one write. Regimes are
 * read by nothing that decides, so they gather in memory and are written at most once per
 * {@link StateSettings#regimeWriteMillis}: a kill can lose that much of {@code regime_memory.json}, and nothing of the
 * run store, which has every run.
 *
 * <p>Record a run in the {@link RunStore} first and here second: an entry of a run replaces an earlier entry of the same
 * run, so repeating this step after a kill leaves one.
 *
 * <p>A file that cannot be read as JSON is set aside as {@code <name>.corrupt-<time>} with a warning, and a new one
 * begins.
 */
public final class StateFiles implements AutoCloseable {
    /** A discipline run waiting to be written. */
    private record Waiting(DisciplineEntry entry, CompletableFuture<Void> written) {}

    private final FolderLock lock;
    private final HistoryFile regimes;
    private final HistoryFile disciplines;
    private final LastScoreFile lastScore;
    private final Path lastScorePath;
    private final InstantSource clock;
    private final StateSettings settings;
    private final Consumer<String> warnings;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Deque<RegimeEntry> gathered = new ArrayDeque<>();
    private final ScheduledThreadPoolExecutor background;
    private boolean writeScheduled;

    private StateFiles(Path folder, StateSettings settings, InstantSource clock, Consumer<String> warnings) {
        this.lock = new FolderLock(folder.resolve("memory.lock"));
        this.regimes = new HistoryFile(folder.resolve("regime_memory.json"), settings.historyLimit(), clock, warnings);
        this.disciplines =
                new HistoryFile(folder.resolve("discipline_memory.json"), settings.historyLimit(), clock, warnings);
        this.lastScorePath = folder.resolve("discipline_last_score.json");
        this.lastScore = new LastScoreFile(lastScorePath, clock);
        this.clock = clock;
        this.settings = settings;
        this.warnings = warnings;
        this.background = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "state-files-writer");
            thread.setDaemon(true);
            return thread;
        });
        background.setExecuteExistingDelayedTasksAfterShutdownPolicy(false); // close writes what they would have
    }

    /**
     * Opens the files of a state folder, creating it where it is missing.
     *
     * @param warnings told, from any thread, what an operator should hear about loudly
     */
    public static StateFiles open(Path folder, StateSettings settings, InstantSource clock, Consumer<String> warnings)
            throws IOException {
        AtomicFile.createFolder(folder);
        return new StateFiles(folder, settings, clock, warnings);
    }

    /** Remembers a decision's regime; returns at once, and is written a little later, at the latest on close. */
    public void rememberRegime(RegimeEntry entry) {
        synchronized (gathered) {
            if (gathered.size() >= settings.historyLimit()) {
                gathered.removeFirst(); // it would be dropped from the file anyway
            }
            gathered.addLast(entry);
            if (!writeScheduled) {
                writeScheduled = true;
                var unused =
                        background.schedule(this::writeGathered, settings.regimeWriteMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Records a discipline run and makes its score the last one; durable on return. */
    public void recordDiscipline(DisciplineEntry entry) {
        Waiting mine = new Waiting(entry, new CompletableFuture<>());
        waiting.add(mine);
        try {
            locked(generation -> {
                if (!mine.written.isDone()) {
                    writeWaiting(generation);
                }
                return true;
            });
            mine.written.join();
        } catch (CompletionException e) {
            throw new UncheckedIOException("the discipline run could not be recorded", new IOException(e.getCause()));
        } finally {
            waiting.remove(mine); // still there where the lock itself failed
        }
    }

    /** The score of the latest discipline run; empty where there was none. */
    public Optional<LastScore> lastScore() {
        try {
            return lastScore.read();
        } catch (LastScoreFile.Damaged e) {
            return lastScoreUnderLock();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The scores of the latest discipline runs, oldest first, at most so many; entries without a score are skipped. */
    public List<Double> recentScores(int most) {
        return locked(generation -> {
            Deque<Double> scores = new ArrayDeque<>();
            var newestFirst = disciplines.entries(generation).descendingIterator();
            while (newestFirst.hasNext() && scores.size() < most) {
                var score = newestFirst.next().path("compliance_score");
                if (score.isNumber()) {
                    scores.addFirst(score.doubleValue());
                }
            }
            return List.copyOf(scores);
        });
    }

    /** Writes the regimes gathered so far. */
    public void flush() {
        List<RegimeEntry> entries;
        synchronized (gathered) {
            writeScheduled = false;
            entries = List.copyOf(gathered);
            gathered.clear();
        }
        if (!entries.isEmpty()) {
            boolean written = false;
            try {
                written = locked(generation -> {
                    regimes.append(entries.stream().map(RegimeEntry::toJson).toList(), generation);
                    return true;
                });
            } finally {
                if (!written) {
                    putBack(entries);
                }
            }
        }
    }

    /** What could not be written is written with what comes next, or on close. */
    private void putBack(List<RegimeEntry> entries) {
        synchronized (gathered) {
            for (int i = entries.size() - 1; i >= 0 && gathered.size() < settings.historyLimit(); i--) {
                gathered.addFirst(entries.get(i));
            }
        }
    }

    /** Writes what is gathered, then ends. */
    @Override
    public void close() {
        background.shutdown();
        try {
            // An interrupt would cut a running write short; it ends by itself.
            if (!background.awaitTermination(10, TimeUnit.SECONDS)) {
                warnings.accept("regime_memory.json is still being written after ten seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        flush();
    }

    private void writeGathered() {
        try {
            flush();
        } catch (RuntimeException e) {
            warnings.accept("regime_memory.json could not be written: " + e.getMessage());
        }
    }

    private void writeWaiting(FolderLock.Generation generation) throws IOException {
        List<Waiting> batch = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            batch.add(next);
        }
        try {
            disciplines.append(batch.stream().map(one -> one.entry.toJson()).toList(), generation);
            DisciplineEntry latest = batch.get(batch.size() - 1).entry;
            lastScore.write(new LastScore(latest.complianceScore(), latest.asOf(), latest.runId()));
            batch.forEach(one -> one.written.complete(null));
        } catch (IOException | RuntimeException e) {
            batch.forEach(one -> one.written.completeExceptionally(e));
            throw e;
        }
    }

    /** Reads once more where no writer can be half-way, as the original can be, and only then calls it damaged. */
    private Optional<LastScore> lastScoreUnderLock() {
        return locked(generation -> {
            try {
                return lastScore.read();
            } catch (LastScoreFile.Damaged e) {
                Instant now = clock.instant();
                String name = DamagedFile.setAside(lastScorePath, now, List.of());
                warnings.accept(lastScorePath.getFileName() + " is damaged (" + e.getMessage()
                        + "): it was set aside as " + name + ", and there is no last score");
                return Optional.empty();
            }
        });
    }

    private <T> T locked(FolderLock.Question<T> question) {
        try {
            return lock.ask(question);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("the state files cannot be read or written: " + e.getMessage(), e);
    }
}
