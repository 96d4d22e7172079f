package io.quanttradingos.regime;

/** Refuses a setting out of range, its key first so that a reader of the file can be shown the line. */
final class PolicyChecks {
    private PolicyChecks() {}

    static void inRange(String key, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw refused(key, "in [" + shown(lowest) + ", " + shown(highest) + "]", shown(value));
        }
    }

    static void inRange(String key, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw refused(key, "in [" + lowest + ", " + highest + "]", Integer.toString(value));
        }
    }

    static void above(String key, double value, double bound) {
        if (!(value > bound && value < Double.POSITIVE_INFINITY)) {
            throw refused(key, "finite and above " + shown(bound), shown(value));
        }
    }

    /** The smaller of two settings that belong together must not pass the larger. */
    static void atMost(String key, double value, String largerKey, double larger) {
        if (!(value <= larger)) {
            throw refused(key, "at most " + largerKey + " (" + shown(larger) + ")", shown(value));
        }
    }

    static IllegalArgumentException refused(String key, String expected, String seen) {
        return new IllegalArgumentException(key + " must be " + expected + ", was " + seen);
    }

    private static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
