package io.quanttradingos.backtest.research;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The threads that searches share, for example {@code new Workers(2)} on two cores.
 *
 * <p>The thread that asks works, too: a search always gets on, however many others there are. Closing takes no thread
 * away from a search that runs.
 */
public final class Workers implements AutoCloseable {
    private final int helpers;
    private final ExecutorService pool;

    /**
     * Starts no thread before it is needed.
     *
     * @param threads that work on a search, the one that asks included; at least 1
     */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("a search needs at least 1 thread, was " + threads);
        }
        AtomicInteger number = new AtomicInteger();
        this.helpers = threads - 1;
        this.pool = Executors.newFixedThreadPool(Math.max(1, helpers), task -> {
            Thread thread = new Thread(task, "research-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Does every task once, in no certain order, and returns when all are done.
     *
     * @param tool makes what one thread uses for all its tasks; given what says whether to give up
     * @throws InterruptedException where this thread was interrupted; no task runs any more then
     */
    <T> void each(int tasks, Function<BooleanSupplier, T> tool, SharedWork.Task<T> task, Progress progress)
            throws InterruptedException {
        SharedWork<T> work = new SharedWork<>(tasks, tool, task, progress);
        try {
            for (int i = 0; i < Math.min(helpers, tasks - 1); i++) {
                pool.execute(work::help);
            }
        } catch (RejectedExecutionException e) {
            // closed meanwhile: this thread does it alone
        }
        work.finish();
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
