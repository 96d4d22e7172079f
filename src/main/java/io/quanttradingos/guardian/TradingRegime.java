package io.quanttradingos.guardian;

import java.util.Locale;

/** How the market moves, as far as a single trade is concerned. */
public enum TradingRegime {
    TREND,
    RANGE,
    CHOPPY;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name in requests and answers, for example {@code choppy}. */
    public String key() {
        return key;
    }

    /** The key, so that whoever writes an answer writes that. */
    @Override
    public String toString() {
        return key;
    }

    /**
     * The regime a text stands for: one of the three names, else a market label such as
     * {@code "Risk-Off / Low Vol / Downtrend / Weak Breadth"}, which is a {@link #TREND}.
     *
     * <p>In a label, high volatility, chop or ranging is {@link #CHOPPY}, else an uptrend or downtrend is
     * {@link #TREND}, else it is {@link #RANGE}. Upper and lower case are the same.
     */
    public static TradingRegime of(String text) {
        String label = text.strip().toUpperCase(Locale.ROOT);
        if (label.equals("TREND")) {
            return TREND;
        }
        if (label.contains("HIGH VOL") || label.contains("CHOP") || label.contains("RANGING")) {
            return CHOPPY;
        }
        return label.contains("UPTREND") || label.contains("DOWNTREND") ? TREND : RANGE;
    }
}
