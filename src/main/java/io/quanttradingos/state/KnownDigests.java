package io.quanttradingos.state;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Digests already seen to be kept, so that nothing is written or looked up twice; bounded.
 *
 * <p>Only a saving: forgetting a digest costs one look-up. At the bound everything is forgotten, which for a set that
 * refills from its busiest members is as good as finer bookkeeping on every use.
 */
final class KnownDigests {
    private final Set<String> digests = ConcurrentHashMap.newKeySet();
    private final int limit;

    KnownDigests(int limit) {
        this.limit = limit;
    }

    boolean contains(String sha256) {
        return digests.contains(sha256);
    }

    void add(String sha256) {
        if (digests.size() >= limit) {
            digests.clear();
        }
        digests.add(sha256);
    }
}
