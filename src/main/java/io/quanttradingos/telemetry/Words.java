package io.quanttradingos.telemetry;

import java.util.Locale;

/** Constants as labels and attributes write them: {@code TIMED_OUT} as {@code timed_out}. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
