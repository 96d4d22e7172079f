package io.quanttradingos.backtest.weights;

/**
 * An asset that got no weight because the rule could not weigh it; "2: a return of the window is missing".
 *
 * @param asset its place among the given returns
 */
public record LeftOut(int asset, Reason reason) {
    /** Why. */
    public enum Reason {
        /** At least one return of the window is NaN or infinite. */
        MISSING_HISTORY("a return of the window is missing"),
        /** The window holds fewer than the two returns a deviation takes. */
        WINDOW_TOO_SHORT("the window has fewer than two returns"),
        /** Its returns are all equal, so that no risk can be told of it. */
        NO_SPREAD("its returns do not vary");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** The reason as part of a sentence. */
        public String words() {
            return words;
        }
    }

    public LeftOut {
        if (asset < 0) {
            throw new IllegalArgumentException("asset must not be negative, was " + asset);
        }
    }

    @Override
    public String toString() {
        return asset + ": " + reason.words();
    }
}
