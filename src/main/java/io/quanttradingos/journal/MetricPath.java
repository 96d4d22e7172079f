package io.quanttradingos.journal;

import java.util.regex.Pattern;

/** Where a figure of a breakdown stands in the report: {@code by_symbol['BRK.B'].net_pnl}. */
final class MetricPath {
    private static final Pattern PLAIN = Pattern.compile("\\w+");

    private MetricPath() {}

    static String of(String breakdown, String key, String figure) {
        String step = PLAIN.matcher(key).matches() ? "." + key : "['" + key + "']";
        return breakdown + step + "." + figure;
    }
}
