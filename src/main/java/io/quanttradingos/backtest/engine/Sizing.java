package io.quanttradingos.backtest.engine;

/**
 * How many shares an entry buys or sells short.
 *
 * <p>Shares are whole, rounded down, unless the run allows fractions. A share of the equity is worked out at the price
 * of the fill, costs included, as a broker's order for an amount is; everything else at the close of the decision. Sizes
 * worked out from the equity are cut to the buying power, a fixed number of shares is rejected where it is too many.
 */
public sealed interface Sizing {
    /**
     * Always as many.
     *
     * @param shares positive
     */
    record FixedQuantity(double shares) implements Sizing {
        public FixedQuantity {
            require(shares > 0 && shares < Double.POSITIVE_INFINITY, "quantity must be positive and finite", shares);
        }
    }

    /**
     * A share of the equity.
     *
     * @param percent 100 is all of it
     */
    record PercentEquity(double percent) implements Sizing {
        public PercentEquity {
            require(percent > 0 && percent <= 1_000, "percent of equity must be in (0, 1000]", percent);
        }
    }

    /**
     * As many as lose a share of the equity should the price move against them by a multiple of the average true range.
     *
     * @param percent of the equity at risk
     * @param bars over which the range is averaged, plainly
     * @param multiple of the range, the distance of the stop; as a fraction of the last close it becomes the entry's stop
     *     loss where it has no other
     */
    record RiskPercent(double percent, int bars, double multiple) implements Sizing {
        public RiskPercent {
            require(percent > 0 && percent <= 100, "percent at risk must be in (0, 100]", percent);
            require(bars >= 1 && bars <= 1_000, "bars of the average true range must be in [1, 1000]", bars);
            require(multiple > 0 && multiple <= 100, "multiple of the range must be in (0, 100]", multiple);
        }
    }

    /**
     * A share of the equity that would have had the wanted volatility.
     *
     * @param annualVolatility the wanted one, 0.15 is 15 percent
     * @param bars of the sample whose deviation is taken
     */
    record VolatilityTarget(double annualVolatility, int bars) implements Sizing {
        public VolatilityTarget {
            require(
                    annualVolatility > 0 && annualVolatility <= 10,
                    "annual volatility must be in (0, 10]",
                    annualVolatility);
            require(bars >= 2 && bars <= 1_000, "bars of the volatility must be in [2, 1000]", bars);
        }
    }

    private static void require(boolean isSo, String rule, double seen) {
        if (!isSo) {
            throw new IllegalArgumentException(rule + ", was " + seen);
        }
    }
}
