package io.quanttradingos.state;

import io.quanttradingos.failure.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that records, so that one forced write to the disk serves every run waiting at that moment.
 *
 * <p>While the disk confirms one batch the next one gathers: the more threads record, the larger the batches, without
 * any added delay for a lone one.
 */
final class RunWriter implements AutoCloseable {
    private final RunDatabase database;
    private final int batchLimit;
    private final Consumer<PendingRun> afterRecording;
    private final StoreWatch watch;
    private final BlockingQueue<Pending> queue;
    private final Thread thread = new Thread(this::run, "run-store-writer");
    private @Nullable RunTransaction transaction;
    private volatile boolean closing;
    private volatile boolean ended;

    /** @param afterRecording told of each newly recorded run once it is durable, before its recorder is */
    RunWriter(RunDatabase database, StateSettings settings, Consumer<PendingRun> afterRecording, StoreWatch watch)
            throws IOException {
        this.watch = watch;
        this.database = database;
        this.batchLimit = settings.batchLimit();
        this.afterRecording = afterRecording;
        this.queue = new LinkedBlockingQueue<>(settings.queueLimit());
        try {
            transaction = new RunTransaction(database.connectWriter());
        } catch (SQLException e) {
            throw new IOException("the run store cannot be written: " + e.getMessage(), e);
        }
        thread.setDaemon(true);
        thread.start();
    }

    /** Hands a run or trials to the writer; the future completes once the run is durable or the trials are counted. */
    void submit(Pending pending) {
        if (closing) {
            throw closed();
        }
        if (!queue.offer(pending)) {
            throw new Refusal(
                    Refusal.Kind.OVERLOADED, "too many runs wait to be recorded, try again later", List.of(), null);
        }
        if (ended) {
            refuseRemaining(); // it came in between the last batch and the end
        }
    }

    int waiting() {
        return queue.size();
    }

    private void run() {
        List<Pending> batch = new ArrayList<>(batchLimit);
        try {
            while (!closing || !queue.isEmpty()) {
                Pending first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, batchLimit - 1);
                    record(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            closing = true; // nobody but an ending process interrupts this thread
        } finally {
            ended = true;
            refuseRemaining();
            endTransaction();
        }
    }

    private void record(List<Pending> batch) {
        List<PendingRun> runs = only(PendingRun.class, batch);
        List<PendingTrials> trials = only(PendingTrials.class, batch);
        RunTransaction.Outcomes outcomes;
        long began = System.nanoTime();
        try {
            outcomes = openTransaction().record(runs, trials);
        } catch (SQLException e) {
            endTransaction();
            watch.failed();
            refuse(
                    batch,
                    new UncheckedIOException("the run could not be recorded: " + e.getMessage(), new IOException(e)));
            return;
        } catch (RuntimeException | Error e) {
            endTransaction();
            watch.failed();
            refuse(batch, e);
            return;
        }
        watch.committed(runs.size(), System.nanoTime() - began);
        for (int i = 0; i < trials.size(); i++) {
            trials.get(i).counted().complete(outcomes.ofTrials().get(i));
        }
        for (int i = 0; i < runs.size(); i++) {
            complete(runs.get(i), outcomes.ofRuns().get(i));
        }
    }

    private static <T extends Pending> List<T> only(Class<T> kind, List<Pending> batch) {
        return batch.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void complete(PendingRun run, RunTransaction.Outcome outcome) {
        if (outcome.record() != null) {
            if (outcome.added()) {
                afterRecording.accept(run);
            }
            run.recorded().complete(outcome.record());
        } else if (outcome.refused() != null) {
            run.recorded().completeExceptionally(outcome.refused());
        }
    }

    private RunTransaction openTransaction() throws SQLException {
        if (!database.isInPlace()) {
            throw new SQLException("the run store is not where it was opened, its folder was deleted or exchanged:"
                    + " put it back, or start again");
        }
        RunTransaction open = transaction;
        if (open == null) {
            open = new RunTransaction(database.connectWriter());
            transaction = open;
        }
        return open;
    }

    /** Closing the connection undoes what it had not committed, in whatever state the failure left it. */
    private void endTransaction() {
        RunTransaction open = transaction;
        transaction = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // the failure that led here has been reported; the next batch opens anew
            }
        }
    }

    private void refuseRemaining() {
        List<Pending> remaining = new ArrayList<>();
        queue.drainTo(remaining);
        refuse(remaining, closed());
    }

    private static void refuse(List<Pending> batch, Throwable why) {
        batch.forEach(pending -> pending.refuse(why));
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("the run store is closed");
    }

    /** Records what is waiting, then ends. */
    @Override
    public void close() {
        closing = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
