package io.quanttradingos.imports.fold;

/**
 * An instrument whose history begins too late: more of it went than the file tells came.
 *
 * @param line where that shows first
 * @param why as one sentence
 */
public record HistoryGap(Instrument instrument, int line, String why) {}
