package io.quanttradingos.backtest.seed;

/** A text of the sender's for a message: short, on one line. */
final class ShortText {
    private static final int LONGEST = 40;

    private ShortText() {}

    static String of(String text) {
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return shown.replaceAll("\\p{Cntrl}", " ");
    }
}
