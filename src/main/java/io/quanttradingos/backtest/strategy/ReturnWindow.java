package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.History;
import java.util.Arrays;

/** The last returns that several instruments have in common, bars that one of them misses left out. */
final class ReturnWindow {
    /** How many times as many bars may be looked through as are needed. */
    private static final int PATIENCE = 4;

    private final int length;
    private final int[] barsSeen;
    private final boolean[] takesPart;
    private final double[] later;
    private final double[][] returns;

    /** @param length how many returns; with 0 it only says who takes part, by one return of 0 each */
    ReturnWindow(int instruments, int length) {
        this.length = length;
        this.barsSeen = new int[instruments];
        this.takesPart = new boolean[instruments];
        this.later = new double[instruments];
        this.returns = new double[instruments][Math.max(1, length)];
    }

    /** Counts a bar; wanted for each. */
    void see(History history) {
        for (int i = 0; i < barsSeen.length; i++) {
            if (history.has(i)) {
                barsSeen[i]++;
            }
        }
    }

    /** Whether an instrument had enough bars, and one of them lately, when the window was last filled. */
    boolean takesPart(int instrument) {
        return takesPart[instrument];
    }

    /** Simple returns by instrument, oldest first; NaN for one that takes no part. */
    double[][] returns() {
        return returns;
    }

    /** Takes in the returns up to the bar at hand; false where there is no instrument or too few bars in common. */
    boolean fill(History history) {
        boolean isAny = false;
        for (int i = 0; i < takesPart.length; i++) {
            takesPart[i] = barsSeen[i] > length && !Double.isNaN(LastKnown.close(history, i, 0));
            isAny |= takesPart[i];
            Arrays.fill(returns[i], takesPart[i] ? 0 : Double.NaN);
        }
        return isAny && (length == 0 || fillReturns(history));
    }

    private boolean fillReturns(History history) {
        int missing = length + 1;
        long most = Math.min(history.bar(), PATIENCE * (length + 1L));
        for (int ago = 0; ago <= most && missing > 0; ago++) {
            if (haveAll(history, ago)) {
                missing--;
                take(history, ago, missing);
            }
        }
        return missing == 0;
    }

    private boolean haveAll(History history, int ago) {
        for (int i = 0; i < takesPart.length; i++) {
            if (takesPart[i] && Double.isNaN(history.close(i, ago))) {
                return false;
            }
        }
        return true;
    }

    /** Takes a close as the start of the return at a place; the newest close, at the place after the last, starts none. */
    private void take(History history, int ago, int place) {
        for (int i = 0; i < takesPart.length; i++) {
            if (takesPart[i]) {
                double close = history.close(i, ago);
                if (place < length) {
                    returns[i][place] = later[i] / close - 1;
                }
                later[i] = close;
            }
        }
    }
}
