package io.quanttradingos.backtest.research;

import org.jspecify.annotations.Nullable;

/**
 * One step of a walk-forward test.
 *
 * @param inSample the bars the choice was made on
 * @param outOfSample the bars it was then traded on
 * @param chosen the number of the candidate; -1 where none could be chosen and nothing was traded
 * @param chosenOn its figures over the bars it was chosen on; null where there is none
 * @param traded its figures over the bars it was traded on, from the first open after the choice
 * @param efficiency the yearly growth traded over the yearly growth chosen on; NaN where the latter is not above 0
 */
public record WalkForwardWindow(
        Span inSample,
        Span outOfSample,
        int chosen,
        @Nullable RunFigures chosenOn,
        RunFigures traded,
        double efficiency) {}
