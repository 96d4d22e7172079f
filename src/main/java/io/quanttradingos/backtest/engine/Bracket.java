package io.quanttradingos.backtest.engine;

/**
 * The exits that go with an entry; the first that is filled cancels the others.
 *
 * <p>They begin to work when the entry is filled, for the shares it opened. In the bar of the fill the stops work already,
 * while a profit is taken only where the entry was filled at the open; a bar that reaches both a stop and the profit counts
 * as stopped unless it opens beyond the profit. The exits of an entry filled at a close begin with the next bar. Distances
 * are measured from the price paid. An exit never trades more than the position that is left, and is cancelled once there
 * is none on its side.
 *
 * @param stopLoss adverse distance from the entry's price as a fraction of it; NaN for none
 * @param takeProfit favourable distance as a fraction; NaN for none
 * @param trailingStop distance from the best price since the entry as a fraction of that; NaN for none
 */
public record Bracket(double stopLoss, double takeProfit, double trailingStop) {
    /** No exits. */
    public static final Bracket NONE = new Bracket(Double.NaN, Double.NaN, Double.NaN);

    public Bracket {
        require("stop loss", stopLoss, 1);
        require("take profit", takeProfit, 1_000);
        require("trailing stop", trailingStop, 1);
    }

    private static void require(String name, double value, double below) {
        if (!Double.isNaN(value) && !(value > 0 && value < below)) {
            throw new IllegalArgumentException(name + " must be a fraction in (0, " + below + "), was " + value);
        }
    }

    /** With a stop loss where it has none and the distance is a possible one. */
    Bracket withStopLoss(double distance) {
        boolean needed = Double.isNaN(stopLoss) && distance > 0 && distance < 1;
        return needed ? new Bracket(distance, takeProfit, trailingStop) : this;
    }

    boolean isNone() {
        return Double.isNaN(stopLoss) && Double.isNaN(takeProfit) && Double.isNaN(trailingStop);
    }
}
