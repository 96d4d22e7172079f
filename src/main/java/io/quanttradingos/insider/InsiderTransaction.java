package io.quanttradingos.insider;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of an insider's report (SEC Form 4).
 *
 * @param name the insider
 * @param transactionDate when it was done
 * @param filingDate when it was reported; null where that is not known
 * @param code the form's code in upper case, such as {@code P} for a purchase on the market; empty where there is none
 * @param sharesChanged by how many shares the holding changed, negative where it fell
 * @param sharesAfter how many shares were held afterwards; NaN where that is not known
 * @param price for a share, in the currency of the report; NaN where none was paid or it is not known
 * @param derivative whether the line is about options or the like rather than shares
 */
public record InsiderTransaction(
        String name,
        LocalDate transactionDate,
        @Nullable LocalDate filingDate,
        String code,
        double sharesChanged,
        double sharesAfter,
        double price,
        boolean derivative) {
    public InsiderTransaction {
        if (!Double.isFinite(sharesChanged)) {
            throw new IllegalArgumentException("the change of a holding must be a number, was " + sharesChanged);
        }
    }
}
