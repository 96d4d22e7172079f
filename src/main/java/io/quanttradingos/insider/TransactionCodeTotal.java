package io.quanttradingos.insider;

import org.jspecify.annotations.Nullable;

/**
 * The lines of one code.
 *
 * @param code the form's letter; {@code UNKNOWN} where there is none
 * @param title what it means
 * @param derivative whether the lines are about options or the like; shares and those are not added up
 * @param lines how many
 * @param shares the sum of the changes of the holdings, negative where they fell
 * @param value |change| times price over the lines whose price is known; null where none has a price
 * @param linesWithoutPrice lines that {@code value} leaves out
 */
public record TransactionCodeTotal(
        String code,
        String title,
        TransactionKind kind,
        boolean derivative,
        int lines,
        double shares,
        @Nullable Double value,
        int linesWithoutPrice) {}
