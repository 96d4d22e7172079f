package io.quanttradingos.backtest.indicator;

/** Checks how many bars an indicator is told to cover. */
final class BarCount {
    private BarCount() {}

    /** The count, or an exception that says what was seen. */
    static int atLeast(int least, String name, int count) {
        if (count < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + count);
        }
        return count;
    }
}
