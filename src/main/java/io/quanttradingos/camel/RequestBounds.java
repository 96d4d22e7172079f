package io.quanttradingos.camel;

import io.quanttradingos.api.Json;
import org.jspecify.annotations.Nullable;

/**
 * How many requests, and how many bytes of their bodies, may be in work at once.
 *
 * <p>A body counts with all its bytes from its first one on, where its length is told, and otherwise as it arrives; it counts
 * until its request is over, because until then it is held. It counts {@value #WEIGHT_OF_A_FORM} or {@value #WEIGHT_OF_JSON} times, which is about what reading it takes. Small bodies do not count, so that large ones keep nobody from a
 * decision. A body that is alone is always taken: how large one may be is another bound.
 */
final class RequestBounds {
    /** A body of so many bytes does not count. */
    static final long FREE_BYTES = 64 * 1024;

    private static final int WEIGHT_OF_A_FORM = 2;
    private static final int WEIGHT_OF_JSON = 12;
    private static final int LONGEST_WAIT_SECONDS = 4;

    private final int mostRequests;
    private final long mostBody;
    private final long mostBytes;
    private int requests;
    private long bytes;
    private int refused;

    /**
     * Has room for all.
     *
     * @param mostBody bytes one body may have; JSON may have {@link Json#MOST_BYTES} at most
     * @param mostBytes all bodies may have together, as they count
     */
    RequestBounds(int mostRequests, long mostBody, long mostBytes) {
        this.mostBody = mostBody;
        this.mostRequests = mostRequests;
        this.mostBytes = mostBytes;
    }

    /** Requests in work. */
    synchronized int requests() {
        return requests;
    }

    /**
     * A place for one more request; null where there is none.
     *
     * @param beyond places beyond the bound that this request may take
     */
    synchronized @Nullable Admission admit(boolean json, int beyond) {
        if (requests >= mostRequests + beyond) {
            return null;
        }
        requests++;
        return json
                ? new Admission(this, WEIGHT_OF_JSON, Math.min(Json.MOST_BYTES, mostBody))
                : new Admission(this, WEIGHT_OF_A_FORM, mostBody);
    }

    /**
     * Room for more bytes of a body.
     *
     * @param own how many of that body are counted already
     */
    synchronized boolean takeBytes(long more, long own) {
        if (more > 0 && bytes > own && bytes + more > mostBytes) {
            return false;
        }
        bytes += more;
        return true;
    }

    synchronized void release(long counted) {
        requests--;
        bytes -= counted;
    }

    /** Seconds that one who is refused should wait; not the same for all, lest they all come back at once. */
    synchronized String retryAfter() {
        return Integer.toString(1 + refused++ % LONGEST_WAIT_SECONDS);
    }
}
