package io.quanttradingos.backtest.performance;

/**
 * The limits of the gate.
 *
 * @param confidence the probability with which the Sharpe ratio must exceed hurdle and luck, from 0.8 to 0.9999
 * @param hurdleSharpe the yearly Sharpe ratio that must be exceeded, from 0 to 10; 0 asks for a profit over the riskless
 *     return
 * @param minimumExposedBars how many bars in the market it takes before anything is shown, from 2 to 1,000,000. The unit
 *     of evidence is the bar and not the trade: a single trade held for years has been tested on every bar of them
 * @param overfittingLimit the probability of backtest overfitting that may not be reached, above 0 and at most 1
 */
public record GateRules(double confidence, double hurdleSharpe, int minimumExposedBars, double overfittingLimit) {
    public GateRules {
        require("confidence", confidence, 0.8, 0.9999);
        require("hurdle_sharpe", hurdleSharpe, 0, 10);
        require("minimum_exposed_bars", minimumExposedBars, 2, 1_000_000);
        require("overfitting_limit", overfittingLimit, Double.MIN_VALUE, 1);
    }

    public static GateRules defaults() {
        return new GateRules(0.95, 0, 60, 0.5);
    }

    private static void require(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            String range = low == Double.MIN_VALUE ? "above 0" : "from " + Wording.number(low);
            throw new IllegalArgumentException(
                    key + " must be " + range + " to " + Wording.number(high) + ", was " + Wording.number(value));
        }
    }
}
