package io.quanttradingos.statistics;

/**
 * The steady yearly rate that gives the same total return, {@code (1 + total)^(1/years) - 1}.
 *
 * <p>After a total loss, or worse, it is -1. Over no time it is NaN.
 */
public final class CompoundAnnualGrowthRate {
    private CompoundAnnualGrowthRate() {}

    /** With years as calendar days / 365.25, the usual form: it does not depend on how often there were prices. */
    public static double overCalendarDays(double totalReturn, long days) {
        return overCalendarDays(totalReturn, (double) days);
    }

    /** The same with fractions of days, for prices within them. */
    public static double overCalendarDays(double totalReturn, double days) {
        return overYears(totalReturn, days / TradingYear.CALENDAR_DAYS);
    }

    /** With years as returns / 252, the form of libraries that see no dates. */
    public static double overReturns(double totalReturn, int returns) {
        return overYears(totalReturn, (double) returns / TradingYear.DAYS);
    }

    private static double overYears(double totalReturn, double years) {
        if (!(years > 0)) {
            return Double.NaN;
        }
        // expm1 and log1p keep the digits of a small return over a long time.
        return totalReturn <= -1 ? -1 : Math.expm1(Math.log1p(totalReturn) / years);
    }
}
