package io.quanttradingos.insider;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One insider's trade on the market.
 *
 * @param name the insider
 * @param date when it was done
 * @param shares how many, above 0
 * @param price for a share; null where it is not known
 * @param value shares times price; null where the price is not known
 */
public record InsiderTrade(
        String name,
        LocalDate date,
        double shares,
        @Nullable Double price,
        @Nullable Double value) {}
