package io.quanttradingos.failure;

import java.util.function.BooleanSupplier;

/**
 * Whether the one who asked for the work in hand has left, so that nobody waits for its answer.
 *
 * <p>A door says how to find out, {@code Abandonment.during(client::hasLeft, work)}; long work asks now and then,
 * {@code Abandonment.check()}, between two candidates or every few thousand rows. Work that no door says it of, such as that of
 * a command or a dropped file, is never abandoned.
 *
 * <p>It belongs to the thread, as an interrupt does, and has no part in any result. An interrupt it is not, since that would
 * close the files of the store under the thread that is writing them.
 */
public final class Abandonment {
    private static final BooleanSupplier NEVER = () -> false;
    private static final ThreadLocal<BooleanSupplier> ASKER = ThreadLocal.withInitial(() -> NEVER);

    private Abandonment() {}

    /** Work that may fail as it likes. */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        void run() throws E;
    }

    /** Thrown through work that nobody waits for any more; not a fault, and nothing is recorded of it. */
    public static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Abandoned() {
            super("whoever asked has left", null, false, false);
        }
    }

    /** Does work on this thread for someone who may leave. */
    public static <E extends Exception> void during(BooleanSupplier hasLeft, Work<E> work) throws E {
        BooleanSupplier before = ASKER.get();
        ASKER.set(hasLeft);
        try {
            work.run();
        } finally {
            ASKER.set(before);
        }
    }

    /** How to find out about the work of this thread; for other threads that help with it. */
    public static BooleanSupplier ofThisThread() {
        return ASKER.get();
    }

    /** Ends the work of this thread where nobody waits for it. */
    public static void check() {
        if (ASKER.get().getAsBoolean()) {
            throw new Abandoned();
        }
    }
}
