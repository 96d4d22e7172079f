package io.quanttradingos.backtest.research;

import io.quanttradingos.failure.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * How a stretch of bars is parted for a walk-forward test, for example 504 bars to choose on and the next 126 to trade.
 *
 * <p>The stretches that are traded follow each other without a gap; the last may be shorter.
 *
 * @param inSample bars of each choice, of the first where it is anchored; at least 3
 * @param outOfSample bars each choice is then traded on, at least 1
 * @param anchored whether a choice sees all bars from the first on, rather than the last {@code inSample} ones
 */
public record WalkForwardPlan(int inSample, int outOfSample, boolean anchored) {
    private static final int LEAST_IN_SAMPLE = 3;

    public WalkForwardPlan {
        if (inSample < LEAST_IN_SAMPLE) {
            throw Refusal.invalid(
                    "a walk-forward test needs at least " + LEAST_IN_SAMPLE + " bars in sample, was " + inSample);
        }
        if (outOfSample < 1) {
            throw Refusal.invalid("a walk-forward test needs at least 1 bar out of sample, was " + outOfSample);
        }
    }

    /**
     * One step: a stretch to choose on and the one after it to trade.
     *
     * @param inSample ends where {@code outOfSample} begins
     */
    record Step(Span inSample, Span outOfSample) {}

    /**
     * The steps over a stretch.
     *
     * @throws Refusal where it is too short for one
     */
    List<Step> steps(Span bars) {
        if (bars.bars() <= inSample) {
            throw Refusal.notUsable("a walk-forward test with " + inSample + " bars in sample needs at least "
                    + (inSample + 1L) + " bars, there are " + bars.bars());
        }
        List<Step> steps = new ArrayList<>();
        for (int now = bars.first() + inSample; now < bars.end(); now += Math.min(outOfSample, bars.end() - now)) {
            int from = anchored ? bars.first() : now - inSample;
            int end = now + Math.min(outOfSample, bars.end() - now);
            steps.add(new Step(new Span(from, now), new Span(now, end)));
        }
        return steps;
    }
}
