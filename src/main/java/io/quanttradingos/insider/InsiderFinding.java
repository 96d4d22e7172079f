package io.quanttradingos.insider;

/**
 * A sentence that rests on one number of the report.
 *
 * @param metric where that number stands in the report, such as {@code market.net_shares}
 * @param value the number
 * @param sentence what it says, in plain words
 */
public record InsiderFinding(String metric, double value, String sentence) {}
