package io.quanttradingos.upstream.call;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How many calls are in work at once, and how many may wait for one of them to end. */
final class Crowd {
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int mostWaiting;

    Crowd(int atOnce, int mostWaiting) {
        this.places = new Semaphore(atOnce, true);
        this.mostWaiting = mostWaiting;
    }

    /**
     * Takes a place, waiting for one where there is none.
     *
     * @throws io.quanttradingos.failure.Refusal where too many wait already, or none became free in time
     */
    void enter(Call call, Budget budget) {
        if (places.tryAcquire()) {
            return;
        }
        try {
            if (waiting.incrementAndGet() > mostWaiting
                    || !places.tryAcquire(budget.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw CallRefusals.crowded();
            }
        } catch (InterruptedException e) {
            throw CallRefusals.interrupted(call.service());
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Gives the place back. */
    void leave() {
        places.release();
    }

    /** Calls that wait for a place. */
    int waiting() {
        return waiting.get();
    }
}
