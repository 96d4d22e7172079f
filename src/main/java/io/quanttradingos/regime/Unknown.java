package io.quanttradingos.regime;

import org.jspecify.annotations.Nullable;

/** Inside the arrays an unknown number is NaN; in an answer it is null. */
final class Unknown {
    private Unknown() {}

    static @Nullable Double asNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
