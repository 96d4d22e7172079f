package io.quanttradingos.reliability;

import java.util.List;
import java.util.Locale;

/** Times in the order of their length. */
record Percentiles(List<Long> micros) {
    Percentiles {
        micros = micros.stream().sorted().toList();
    }

    /** The time that so many of a hundred did not exceed, in milliseconds; 0 where there is none. */
    double millis(double percent) {
        if (micros.isEmpty()) {
            return 0;
        }
        int place = (int) Math.ceil(percent / 100 * micros.size()) - 1;
        return micros.get(Math.max(0, place)) / 1_000.0;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f / %.1f / %.1f", millis(50), millis(99), millis(100));
    }
}
