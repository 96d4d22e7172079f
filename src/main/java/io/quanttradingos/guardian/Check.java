package io.quanttradingos.guardian;

/** Range checks whose message starts with the key of the limit that is wrong. */
final class Check {
    private Check() {}

    /** Must lie in [low, high]; NaN is refused. */
    static void limit(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(key + " must be in [" + Wording.number(low) + ", " + Wording.number(high)
                    + "], was " + Wording.number(value));
        }
    }

    /** Must be above 0 and at most high. */
    static void positive(String key, double value, double high) {
        if (!(value > 0 && value <= high)) {
            throw new IllegalArgumentException(key + " must be greater than 0 and at most " + Wording.number(high)
                    + ", was " + Wording.number(value));
        }
    }

    /** Must not exceed another limit, or what gets worse could earn more. */
    static void atMost(String key, double value, String otherKey, double other) {
        if (value > other) {
            throw new IllegalArgumentException(key + " must not exceed " + otherKey + " (" + Wording.number(other)
                    + "), was " + Wording.number(value));
        }
    }
}
