package io.quanttradingos.regime;

/**
 * One component's two-valued state, row by row, with its resistance to flicker.
 *
 * <p>The first assessable row takes the state its rule without memory gives. From then on the state flips only where
 * the condition of the other state holds now and held on enough of the last closes. Rows must be filled in order; each
 * depends on those before it alone. A state is forgotten, to start afresh, once a whole confirmation window went by in
 * which the component could not be assessed: an old state is no knowledge.
 */
final class StatePath {
    private static final int KNOWN = 1;
    private static final int ON = 2;
    private static final int RAW_ON = 4;
    private static final int FLIP_PENDING = 8;
    private static final int ASSESSED = 16;

    private final ConfirmationPolicy policy;
    private final int windowMask;
    private final byte[] path;
    private boolean known;
    private boolean on;
    private int onHistory;
    private int offHistory;
    private int closesUnassessed;

    StatePath(int rows, ConfirmationPolicy policy) {
        this.policy = policy;
        this.windowMask = (int) ((1L << policy.confirmationWindow()) - 1);
        this.path = new byte[rows];
    }

    /**
     * Fills an assessable row.
     *
     * @param raw the state by the rule without memory
     * @param toOn whether the condition to turn on holds
     * @param toOff whether the condition to turn off holds
     */
    void assess(int row, boolean raw, boolean toOn, boolean toOff) {
        onHistory = ((onHistory << 1) | (toOn ? 1 : 0)) & windowMask;
        offHistory = ((offHistory << 1) | (toOff ? 1 : 0)) & windowMask;
        closesUnassessed = 0;
        if (!known) {
            known = true;
            on = raw;
        } else if (confirmed(on ? offHistory : onHistory)) {
            on = !on;
        }
        boolean pending = on ? toOff : toOn;
        path[row] = (byte) (KNOWN | ASSESSED | (on ? ON : 0) | (raw ? RAW_ON : 0) | (pending ? FLIP_PENDING : 0));
    }

    /** Fills a row on which the component cannot be assessed: the state, if any, is carried on for a while. */
    void skip(int row) {
        onHistory = (onHistory << 1) & windowMask;
        offHistory = (offHistory << 1) & windowMask;
        if (++closesUnassessed >= policy.confirmationWindow()) {
            known = false;
        }
        path[row] = (byte) (known ? KNOWN | (on ? ON | RAW_ON : 0) : 0);
    }

    private boolean confirmed(int history) {
        return (history & 1) == 1 && Integer.bitCount(history) >= policy.confirmingCloses();
    }

    /** Whether there is a state, be it carried on. */
    boolean known(int row) {
        return (path[row] & KNOWN) != 0;
    }

    /** Whether the component could be assessed on this very row. */
    boolean assessed(int row) {
        return (path[row] & ASSESSED) != 0;
    }

    boolean on(int row) {
        return (path[row] & ON) != 0;
    }

    boolean rawOn(int row) {
        return (path[row] & RAW_ON) != 0;
    }

    /** Whether the condition of the other state holds and only waits for confirmation. */
    boolean flipPending(int row) {
        return (path[row] & FLIP_PENDING) != 0;
    }
}
