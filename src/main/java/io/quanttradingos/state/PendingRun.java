package io.quanttradingos.state;

import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A run made ready by the thread that records it: all that remains is its place in the chain.
 *
 * @param digest has taken in every column
 * @param contents what it cites and the store may not hold yet
 */
record PendingRun(
        RunFacts facts,
        RunRow row,
        MessageDigest digest,
        List<CompressedContent> contents,
        CompletableFuture<RunRecord> recorded)
        implements Pending {
    @Override
    public void refuse(Throwable why) {
        recorded.completeExceptionally(why);
    }

    /** Bytes as the table holds them. */
    static final class CompressedContent {
        private final String sha256;
        private final byte[] gzip;

        CompressedContent(String sha256, byte[] gzip) {
            this.sha256 = sha256;
            this.gzip = gzip;
        }

        String sha256() {
            return sha256;
        }

        byte[] gzip() {
            return gzip;
        }
    }
}
