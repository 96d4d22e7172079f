package io.quanttradingos.reliability;

import io.quanttradingos.state.ContentDigest;

/**
 * A file that was dropped.
 *
 * @param name what it was called; a later drop may have the same name, never the same content
 * @param kind what it is
 * @param sha256 the digest of its content, by which it is found again
 */
record Drop(String name, DropKind kind, String sha256) {
    static Drop of(String name, DropKind kind, byte[] content) {
        return new Drop(name, kind, ContentDigest.sha256(content));
    }

    /** Tells it from every other drop: all contents differ but the empty ones, and those never share a name. */
    String identity() {
        return kind == DropKind.EMPTY ? name : sha256;
    }
}
