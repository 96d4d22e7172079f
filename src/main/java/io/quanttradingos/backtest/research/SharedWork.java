package io.quanttradingos.backtest.research;

import io.quanttradingos.failure.Abandonment;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tasks that one thread has to see done, and others may help with. */
final class SharedWork<T> {
    /** Does one task. */
    @FunctionalInterface
    interface Task<T> {
        void run(T tool, int task);
    }

    /** Thrown through a run that is not wanted any more. */
    static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUp() {
            super("given up", null, false, false);
        }
    }

    private final int tasks;
    private final Function<BooleanSupplier, T> tools;
    private final Task<T> task;
    private final Progress progress;
    private final int stride;
    private final BooleanSupplier abandoned = Abandonment.ofThisThread();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean stopped;
    private int done;
    private int helping;
    private boolean closed;
    private int failedTask = Integer.MAX_VALUE;
    private @Nullable Throwable failure;

    SharedWork(int tasks, Function<BooleanSupplier, T> tools, Task<T> task, Progress progress) {
        this.tasks = tasks;
        this.tools = tools;
        this.task = task;
        this.progress = progress;
        this.stride = Math.max(1, tasks / 100);
    }

    /** Works until nothing is left to begin, unless it is too late to. */
    void help() {
        if (enter()) {
            try {
                work(() -> stopped || abandoned.getAsBoolean());
            } finally {
                leave();
            }
        }
    }

    /**
     * Works until nothing is left to begin, and waits for those who help.
     *
     * @throws Abandonment.Abandoned where whoever asked has left; nobody works on it any more then
     */
    void finish() throws InterruptedException {
        Thread self = Thread.currentThread();
        work(() -> stopped || self.isInterrupted() || abandoned.getAsBoolean());
        boolean whileWaiting = awaitHelpers();
        boolean whileWorking = Thread.interrupted();
        if (whileWaiting || whileWorking) {
            throw new InterruptedException("the search was interrupted");
        }
        rethrow();
        Abandonment.check();
    }

    private void work(BooleanSupplier givesUp) {
        int current = -1;
        try {
            T tool = tools.apply(givesUp);
            for (current = next.getAndIncrement(); current < tasks; current = next.getAndIncrement()) {
                if (givesUp.getAsBoolean()) {
                    throw new GivenUp();
                }
                task.run(tool, current);
                count();
            }
        } catch (GivenUp e) {
            stopped = true;
        } catch (RuntimeException | Error e) {
            fail(current, e);
        }
    }

    private synchronized void count() {
        done++;
        if (done % stride == 0 || done == tasks) {
            progress.reached(done, tasks);
        }
    }

    /** Of several failures the one of the first task counts. */
    private synchronized void fail(int failed, Throwable why) {
        stopped = true;
        if (failure == null || failed < failedTask) {
            failedTask = failed;
            failure = why;
        }
    }

    private synchronized boolean enter() {
        if (closed) {
            return false;
        }
        helping++;
        return true;
    }

    private synchronized void leave() {
        helping--;
        notifyAll();
    }

    /** Whether this thread was interrupted meanwhile; the helpers have stopped then, too. */
    private synchronized boolean awaitHelpers() {
        closed = true;
        boolean interrupted = false;
        while (helping > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
                stopped = true;
            }
        }
        return interrupted;
    }

    private synchronized void rethrow() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
