package io.quanttradingos.camel;

/**
 * The place of one request among those in work, from its admission until nobody sends, computes or answers any more.
 *
 * <p>A client that leaves gives up its answer, but not yet the place: whatever computes for it must stop first. The connection
 * and the worker thread tell of their ends in any order.
 */
final class Admission {
    /** Where an exchange has it. */
    static final String PROPERTY = "QtosAdmission";

    private final RequestBounds bounds;
    private final int weight;
    private final long most;
    private long bytes;
    private long counted;
    private boolean working;
    private boolean answered;
    private boolean released;
    private boolean tooLarge;
    private volatile boolean left;

    /**
     * Takes a place.
     *
     * @param weight how often each byte of its body counts
     * @param most bytes its body may have
     */
    Admission(RequestBounds bounds, int weight, long most) {
        this.bounds = bounds;
        this.weight = weight;
        this.most = most;
    }

    /** Whether the client has left before it had its answer. */
    boolean hasLeft() {
        return left;
    }

    /**
     * More of the body is there, or is going to be.
     *
     * @return whether there is room for it; what there is no room for must not be kept
     */
    synchronized boolean takes(long more) {
        long sum = bytes + more;
        long owed = sum <= RequestBounds.FREE_BYTES ? 0 : sum * weight - counted;
        tooLarge |= sum > most;
        if (released || tooLarge || !bounds.takeBytes(owed, counted)) {
            return false;
        }
        bytes = sum;
        counted += owed;
        return true;
    }

    /** Whether there would be no room for its body even if it were alone. */
    synchronized boolean isTooLarge() {
        return tooLarge;
    }

    /** A worker thread is going to compute the answer. */
    synchronized void workBegins() {
        working = true;
    }

    /** The worker thread is done with it. */
    synchronized void workEnds() {
        working = false;
        releaseWhereOver();
    }

    /** The answer has been sent, or will never be because the client has left. */
    synchronized void answerEnds(boolean clientHasLeft) {
        left |= clientHasLeft;
        answered = true;
        releaseWhereOver();
    }

    private void releaseWhereOver() {
        if (answered && !working && !released) {
            released = true;
            bounds.release(counted);
        }
    }
}
