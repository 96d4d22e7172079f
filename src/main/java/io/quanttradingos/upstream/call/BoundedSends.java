package io.quanttradingos.upstream.call;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends on threads of its own, so that whoever waits can leave in time: a transport that hangs, such as in a look-up of a name,
 * keeps its thread and not its caller.
 */
final class BoundedSends implements Sends, AutoCloseable {
    private static final int IDLE_SECONDS = 30;

    private final Transport transport;
    private final Carrying carrying;
    private final ThreadPoolExecutor threads;

    /**
     * Sends with at most so many threads.
     *
     * @param queued calls that may wait for a thread
     */
    BoundedSends(Transport transport, int threads, int queued, Carrying carrying) {
        this.transport = transport;
        this.carrying = carrying;
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(queued),
                work -> {
                    Thread thread = new Thread(work, "upstream");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.AbortPolicy());
        this.threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public Transport.Reply send(Call call, Duration within) throws IOException, InterruptedException {
        Budget budget = Budget.of(within);
        AtomicBoolean begun = new AtomicBoolean();
        FutureTask<Transport.Reply> sending = new FutureTask<>(carrying.along(() -> {
            begun.set(true);
            return transport.send(call, budget.remaining());
        }));
        try {
            threads.execute(sending);
            return sending.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            throw CallRefusals.crowded();
        } catch (TimeoutException e) {
            if (!begun.get()) {
                throw CallRefusals.crowded();
            }
            throw new SocketTimeoutException("no answer within " + within);
        } catch (ExecutionException e) {
            throw causeOf(e);
        } finally {
            sending.cancel(true);
            threads.remove(sending);
        }
    }

    private static IOException causeOf(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof IOException io) {
            return io;
        }
        if (cause instanceof RuntimeException bug) {
            throw bug;
        }
        throw new IllegalStateException(cause);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
