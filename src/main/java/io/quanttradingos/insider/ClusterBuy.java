package io.quanttradingos.insider;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several insiders who bought on the market within a few days of each other.
 *
 * <p>A span of the policy's days that begins with a purchase and holds those of enough people; spans that share a purchase
 * are one cluster, so a cluster may be longer than a span.
 *
 * @param from the first purchase
 * @param to the last one
 * @param insiders how many people
 * @param shares how many were bought
 * @param value shares times price where the price is known; null where it is known of none
 * @param linesWithoutPrice purchases that {@code value} leaves out
 * @param purchases each, in order of date and name
 */
public record ClusterBuy(
        LocalDate from,
        LocalDate to,
        int insiders,
        double shares,
        @Nullable Double value,
        int linesWithoutPrice,
        List<InsiderTrade> purchases) {
    public ClusterBuy {
        purchases = List.copyOf(purchases);
    }
}
