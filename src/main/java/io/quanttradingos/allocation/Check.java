package io.quanttradingos.allocation;

import io.quanttradingos.failure.Refusal;

/** Range checks whose message starts with the name of what is wrong. */
final class Check {
    private Check() {}

    /** A limit of a policy, which must lie in [low, high]; NaN is refused. */
    static void limit(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(key + " must be in [" + Wording.number(low) + ", " + Wording.number(high)
                    + "], was " + Wording.number(value));
        }
    }

    /** A limit of a policy, which must be below another one. */
    static void below(String key, double value, String higherKey, double higher) {
        if (!(value < higher)) {
            throw new IllegalArgumentException(key + " must be below " + higherKey + " (" + Wording.number(higher)
                    + "), was " + Wording.number(value));
        }
    }

    /** A field of an input. */
    static void field(boolean valid, String field, String expected, double seen) {
        if (!valid) {
            throw Refusal.invalid(field + " must be " + expected + ", was " + Wording.number(seen));
        }
    }
}
