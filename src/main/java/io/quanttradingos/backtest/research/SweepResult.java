package io.quanttradingos.backtest.research;

import io.quanttradingos.backtest.performance.Trials;
import java.util.List;

/**
 * What a sweep found.
 *
 * @param figures of each candidate, by its number
 * @param objective by which the best was chosen
 * @param best the number of the best candidate; -1 where none could be chosen
 * @param trials all candidates, as what the best has to be judged against
 * @param deflatedSharpeRatio the probability that the best one's true Sharpe ratio is above what luck would have found
 *     among as many; NaN where there is no best or its returns are too few
 * @param overfitting of the choice
 */
public record SweepResult(
        List<RunFigures> figures,
        Objective objective,
        int best,
        Trials trials,
        double deflatedSharpeRatio,
        Overfitting overfitting) {
    public SweepResult {
        figures = List.copyOf(figures);
    }
}
