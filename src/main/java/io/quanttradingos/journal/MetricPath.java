package io.quanttradingos.journal;

import java.util.regex.Pattern;

/** Where a figure stands in the report, as a JSON path: {@code metrics.by_symbol['BRK.B'].net_pnl}. */
final class MetricPath {
    private static final Pattern PLAIN = Pattern.compile("\\w+");

    private MetricPath() {}

    static String of(String figure) {
        return "metrics." + figure;
    }

    /** The place of a figure of one group of a breakdown. */
    static String of(String breakdown, String key, String figure) {
        String step = PLAIN.matcher(key).matches() ? "." + key : "['" + key + "']";
        return of(breakdown + step + "." + figure);
    }
}
