package io.quanttradingos.journal;

import io.quanttradingos.statistics.CompensatedSum;
import org.jspecify.annotations.Nullable;

/**
 * Won and lost trades and what they sum to, after fees; a flat trade came to nothing and is neither.
 *
 * @param won the sum of the wins
 * @param lost the sum of the losses, at most 0
 * @param total the sum of all results, flat ones included
 */
record Tally(int wins, int losses, int flats, double won, double lost, double total) {
    /**
     * Of the results from one place up to, but without, another.
     *
     * @param flatWithin a result no farther from 0 than this is flat
     */
    static Tally of(double[] net, int from, int to, double flatWithin) {
        double[] parted = new double[to - from];
        int wins = 0;
        int losses = 0;
        for (int i = from; i < to; i++) {
            if (net[i] > flatWithin) {
                parted[wins++] = net[i];
            } else if (net[i] < -flatWithin) {
                parted[parted.length - ++losses] = net[i];
            }
        }
        return new Tally(
                wins,
                losses,
                parted.length - wins - losses,
                CompensatedSum.of(parted, 0, wins),
                CompensatedSum.of(parted, parted.length - losses, parted.length),
                CompensatedSum.of(net, from, to));
    }

    int trades() {
        return wins + losses + flats;
    }

    double winRate() {
        return (double) wins / trades();
    }

    double expectancy() {
        return total / trades();
    }

    @Nullable Double averageWin() {
        return wins == 0 ? null : (Double) (won / wins);
    }

    @Nullable Double averageLoss() {
        return losses == 0 ? null : (Double) (lost / losses);
    }

    @Nullable Double profitFactor() {
        return losses == 0 ? null : (Double) (won / -lost);
    }

    @Nullable Double payoffRatio() {
        return wins == 0 || losses == 0 ? null : (Double) (won / wins / (-lost / losses));
    }

    /** The share of wins among decided trades at which these averages break even. */
    @Nullable Double breakEvenWinRate() {
        Double payoff = payoffRatio();
        return payoff == null ? null : (Double) (1 / (1 + payoff));
    }

    /** J. Kelly (1956) for two outcomes: p - q / b, p and q the shares of wins and losses, b the payoff ratio. */
    @Nullable Double kellyFraction() {
        Double payoff = payoffRatio();
        return payoff == null ? null : (Double) (winRate() - (double) losses / trades() / payoff);
    }
}
