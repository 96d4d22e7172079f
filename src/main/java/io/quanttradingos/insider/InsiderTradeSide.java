package io.quanttradingos.insider;

import org.jspecify.annotations.Nullable;

/**
 * What insiders bought, or sold, on the market.
 *
 * @param lines of the reports
 * @param insiders how many people
 * @param shares how many, never negative
 * @param value shares times price over the lines whose price is known, in the currency of the reports; null where there are
 *     lines and none has a price
 * @param linesWithoutPrice lines that {@code value} leaves out
 * @param largest the line with the most shares; null where there are no lines
 */
public record InsiderTradeSide(
        int lines,
        int insiders,
        double shares,
        @Nullable Double value,
        int linesWithoutPrice,
        @Nullable InsiderTrade largest) {}
