package io.quanttradingos.backtest.research;

import io.quanttradingos.backtest.performance.EquityCurve;
import java.util.List;

/**
 * What a walk-forward test came to.
 *
 * @param windows every step, oldest first; fewer than planned where the account went bankrupt
 * @param equity of the bars traded, one account from the first to the last; its first bar is the one at whose close the
 *     first choice was made
 * @param traded the figures of that account
 * @param growthInSample the yearly growth over the bars chosen on, all windows one after the other, as a fraction; NaN
 *     without a choice
 * @param growthOutOfSample the yearly growth over the bars traded, as a fraction
 * @param efficiency the latter over the former; NaN where the former is not above 0
 */
public record WalkForwardResult(
        List<WalkForwardWindow> windows,
        EquityCurve equity,
        RunFigures traded,
        double growthInSample,
        double growthOutOfSample,
        double efficiency) {
    public WalkForwardResult {
        windows = List.copyOf(windows);
    }
}
