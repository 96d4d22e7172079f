package io.quanttradingos.sample;

import java.util.List;

/**
 * A position held on the last date.
 *
 * @param boughtBefore trading days before the last date; the close of that day is the average price
 * @param stopDistance below the last close as a fraction; 0 where there is no stop
 */
record SampleHolding(String ticker, int shares, int boughtBefore, double stopDistance) {
    static final int CASH = 21_500;

    static final List<SampleHolding> ALL = List.of(
            new SampleHolding("SPY", 55, 310, 0.055),
            new SampleHolding("QQQ", 60, 180, 0.06),
            new SampleHolding("XLV", 95, 240, 0.045),
            new SampleHolding("XLE", 110, 75, 0.08),
            new SampleHolding("XLU", 120, 120, 0.05),
            new SampleHolding("TLT", 70, 400, 0),
            new SampleHolding("GLD", 60, 150, 0.05));
}
