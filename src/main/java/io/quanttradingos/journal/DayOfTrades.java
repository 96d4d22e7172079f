package io.quanttradingos.journal;

import java.time.LocalDate;

/**
 * The trades of one day.
 *
 * @param netPnl their result after fees
 */
public record DayOfTrades(LocalDate date, int n, double netPnl) {}
