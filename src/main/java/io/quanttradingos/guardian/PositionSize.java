package io.quanttradingos.guardian;

/**
 * Whole shares from a risk budget: the number whose loss at the stop stays within the budget and whose cost stays within
 * the account.
 *
 * <p>{@code min(floor(account · risk% / 100 / stop distance), floor(account / price))}. Both promises hold in the very
 * doubles a reader would check them with: where a division rounds up to a whole number, one share less is given.
 */
public final class PositionSize {
    private PositionSize() {}

    /**
     * The number of shares, at least 0.
     *
     * @param accountSize in currency, above 0
     * @param riskPct percent of the account, at least 0
     * @param stopDistance in currency, above 0
     * @param price of one share in currency, above 0
     */
    public static long shares(double accountSize, double riskPct, double stopDistance, double price) {
        double budget = accountSize * riskPct / 100;
        return (long) Math.min(whole(budget, stopDistance), whole(accountSize, price));
    }

    private static double whole(double budget, double each) {
        double count = Math.floor(budget / each);
        if (!(count * each > budget)) {
            return count;
        }
        double fewer = count - 1;
        return fewer < count ? fewer : Math.nextDown(count);
    }
}
