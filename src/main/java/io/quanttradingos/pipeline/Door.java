package io.quanttradingos.pipeline;

import java.util.Locale;

/** How a request came in. The answer never depends on it; the run's record says it. */
public enum Door {
    REST,
    INBOX,
    TIMER,
    COMMAND,
    REPLAY;

    /** As records write it, for example {@code rest}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
