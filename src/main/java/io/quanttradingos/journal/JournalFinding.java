package io.quanttradingos.journal;

/**
 * Something a journal shows, with the figure it rests on.
 *
 * @param code what was found, the same word in every journal, for example {@code NEGATIVE_EXPECTANCY}
 * @param sentence for the trader, numbers included
 * @param metric where the figure stands in the report, as a JSON path such as {@code metrics.by_weekday.MONDAY.expectancy}; a
 *     key with anything but letters, digits and underscores stands in brackets, {@code metrics.by_symbol['BRK.B'].net_pnl}
 * @param value the figure
 */
public record JournalFinding(String code, FindingSeverity severity, String sentence, String metric, double value) {}
