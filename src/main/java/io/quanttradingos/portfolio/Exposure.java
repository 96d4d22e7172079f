package io.quanttradingos.portfolio;

import org.jspecify.annotations.Nullable;

/** How much is at work, and in how few names. */
record Exposure(
        @Nullable Double gross,
        @Nullable Double net,
        @Nullable Double herfindahl,
        @Nullable Double effectivePositions) {

    /**
     * From the values of the securities, cash left out.
     *
     * @param total the net value of the portfolio, cash included
     */
    static Exposure of(double[] values, double total, Warnings warnings) {
        double gross = 0;
        double net = 0;
        double squares = 0;
        for (double value : values) {
            gross += Math.abs(value);
            net += value;
            squares += value * value;
        }
        String worthless = "Weights and exposures are unknown: the net value of the portfolio is not positive.";
        double base = total > 0 ? total : Double.NaN;
        double herfindahl = squares / (gross * gross);
        return new Exposure(
                warnings.known(gross / base, worthless),
                warnings.known(net / base, worthless),
                warnings.known(herfindahl, "hhi and effective_positions are unknown: there is no position but cash."),
                Warnings.known(1 / herfindahl));
    }
}
