package io.quanttradingos.state;

import java.util.function.Supplier;

/** Told what the run store does; what it does changes nothing of it. */
public interface StoreWatch {
    /** Looks at nothing. */
    StoreWatch NONE = new StoreWatch() {
        @Override
        public RunRecord recording(Supplier<RunRecord> append) {
            return append.get();
        }

        @Override
        public void committed(int runs, long nanos) {
            // nobody looks
        }

        @Override
        public void failed() {
            // nobody looks
        }
    };

    /** Lets a run be recorded, on the thread that waits for it, and gives its record. */
    RunRecord recording(Supplier<RunRecord> append);

    /**
     * A batch has been written.
     *
     * @param runs in it; trials are not counted
     * @param nanos from the first of them being taken up to the disk's confirmation
     */
    void committed(int runs, long nanos);

    /** A batch could not be written. */
    void failed();
}
