package io.quanttradingos.insider;

/**
 * How many lines there were and what became of them.
 *
 * <p>{@code total = notYetKnown + beforeWindow + duplicates + used}.
 *
 * @param total as given
 * @param notYetKnown filed, or without a filing date done, after the day asked about; never looked at
 * @param beforeWindow done before the window
 * @param duplicates equal to another in name, date, code, shares, price and holding, as an amended filing repeats a line
 * @param used what every other number is made from
 * @param offMarket of those used, that are no trade on the market: any code but {@code P} and {@code S}, and the next two
 * @param derivative of those used, about options or the like; never market trades
 * @param contradictory of those used, a purchase by which the holding did not grow or a sale by which it did not fall; never
 *     market trades
 * @param unknownCode of those used, without a known code
 * @param withoutFilingDate of those used; taken to have been known on the day they were done
 */
public record InsiderLineCounts(
        int total,
        int notYetKnown,
        int beforeWindow,
        int duplicates,
        int used,
        int offMarket,
        int derivative,
        int contradictory,
        int unknownCode,
        int withoutFilingDate) {}
