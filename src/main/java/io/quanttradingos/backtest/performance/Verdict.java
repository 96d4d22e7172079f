package io.quanttradingos.backtest.performance;

import java.util.Locale;

/** What a gate says of a backtest, from best to worst. */
public enum Verdict {
    /** More than luck and costs explain, as far as the past can show it. */
    PASS,
    /** Nothing speaks against it, but too little for it. */
    INSUFFICIENT_EVIDENCE,
    /** The evidence speaks against it. */
    FAIL;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name in answers, for example {@code insufficient_evidence}. */
    public String key() {
        return key;
    }

    /** The key, so that whoever writes an answer writes that. */
    @Override
    public String toString() {
        return key;
    }
}
