package io.quanttradingos.sentiment;

import java.util.Locale;

/** Which way the news point. */
public enum Direction {
    BULLISH,
    BEARISH;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The way of a number's sign; 0 must not be asked about. */
    static Direction of(double signed) {
        if (!(signed > 0 || signed < 0)) {
            throw new IllegalArgumentException("a direction needs a sign, was " + signed);
        }
        return signed > 0 ? BULLISH : BEARISH;
    }

    /** The name in answers, for example {@code bullish}. */
    public String key() {
        return key;
    }

    /** The key, so that whoever writes an answer writes that. */
    @Override
    public String toString() {
        return key;
    }
}
