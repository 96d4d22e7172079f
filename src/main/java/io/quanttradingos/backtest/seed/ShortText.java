package io.quanttradingos.backtest.seed;

import io.quanttradingos.failure.Shortened;

/** A text of the sender's for a message: short, on one line. */
final class ShortText {
    private static final int LONGEST = 40;

    private ShortText() {}

    static String of(String text) {
        String shown = Shortened.to(LONGEST, text);
        return shown.replaceAll("\\p{Cntrl}", " ");
    }
}
