package io.quanttradingos.insider;

import org.jspecify.annotations.Nullable;

/**
 * What the market trades of insiders add up to.
 *
 * <p>With B shares bought by b insiders and S sold by s: {@code score = B/(B+S)·b/(b+h) − w·S/(B+S)·s/(s+h)}. h is the number of
 * insiders at which their breadth is one half; w, at most 1, is what a sale weighs beside a purchase: there are many reasons to
 * sell and one to buy. Confidence is the cube root of coverage · amount · agreement.
 *
 * @param score in (-1, 1); null where nobody traded on the market
 * @param confidence in [0, 1]; 0 where nobody traded
 * @param coverage the share of the lines used that have a known code and contradict nothing
 * @param amount n/(n+h), n being the people who traded on the market
 * @param agreement |B−S|/(B+S)
 */
public record InsiderSignal(
        @Nullable Double score, double confidence, double coverage, double amount, double agreement) {}
