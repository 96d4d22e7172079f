package io.quanttradingos.state;

/**
 * The bounds of what is kept and how long a writer waits.
 *
 * @param historyLimit entries kept in each JSON history file
 * @param regimeWriteMillis the longest time a decision may wait in memory before {@code regime_memory.json} has it
 * @param queueLimit runs waiting to be recorded; past it a new one is refused as overload
 * @param batchLimit runs recorded by one commit
 * @param busyTimeoutMillis how long to wait for another process that holds the run store's write lock
 * @param readerConnections queries of the run store that may run at once
 * @param inlineInputBytes inputs up to this size go into the run store, larger ones into files beside it
 */
public record StateSettings(
        int historyLimit,
        int regimeWriteMillis,
        int queueLimit,
        int batchLimit,
        int busyTimeoutMillis,
        int readerConnections,
        int inlineInputBytes) {
    public StateSettings {
        atLeast("history_limit", historyLimit, 1);
        atLeast("regime_write_millis", regimeWriteMillis, 1);
        atLeast("queue_limit", queueLimit, 1);
        atLeast("batch_limit", batchLimit, 1);
        atLeast("busy_timeout_millis", busyTimeoutMillis, 0);
        atLeast("reader_connections", readerConnections, 1);
        atLeast("inline_input_bytes", inlineInputBytes, 0);
    }

    public static StateSettings defaults() {
        return new StateSettings(1_000, 1_000, 4_096, 256, 10_000, 4, 16_384);
    }

    private static void atLeast(String key, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(key + " must be at least " + least + ", was " + value);
        }
    }
}
