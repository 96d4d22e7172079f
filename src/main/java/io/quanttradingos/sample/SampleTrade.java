package io.quanttradingos.sample;

import java.time.LocalDate;

/**
 * One closed round trip; prices in cents.
 *
 * @param date of the entry
 * @param stopCents 0 where the trader set none
 */
record SampleTrade(
        LocalDate date, String ticker, boolean isShort, int entryCents, int exitCents, int shares, int stopCents) {}
