package io.quanttradingos.regime;

/**
 * The benchmark's volatility, and how high it stands among those of its past year.
 *
 * <p>{@code sigma = sd(simple returns, n-1) * sqrt(periods per year)}; the rank is the share of the trailing sigmas,
 * today's included, that are at most today's. Without a rank only a sigma that is high by any standard enters High Vol,
 * and none is left, because leaving asks for a low rank.
 */
final class VolatilityComponent {
    private final VolatilityPolicy policy;
    private final double[] sigma;
    private final double[] rank;
    private final StatePath state;
    /** Volatilities known in the rank's window. */
    private int ranked;

    VolatilityComponent(double[] closes, RegimePolicy policy) {
        this.policy = policy.volatility();
        this.sigma = new double[closes.length];
        this.rank = new double[closes.length];
        this.state = new StatePath(closes.length, policy.confirmation());
        SlidingMoments returns = new SlidingMoments(this.policy.volatilityWindow());
        double annual = Math.sqrt(this.policy.periodsPerYear());
        for (int row = 0; row < closes.length; row++) {
            if (row > 0) {
                returns.add(closes[row] / closes[row - 1] - 1);
            }
            boolean enough = row >= this.policy.volatilityWindow();
            double now = enough ? returns.deviation() * annual : Double.NaN;
            sigma[row] = Double.isFinite(now) ? now : Double.NaN;
            rank[row] = shareAtMost(row);
            follow(row);
        }
    }

    private double shareAtMost(int row) {
        double now = sigma[row];
        int passed = row - policy.rankWindow();
        ranked += Double.isNaN(now) ? 0 : 1;
        ranked -= passed < 0 || Double.isNaN(sigma[passed]) ? 0 : 1;
        if (Double.isNaN(now) || ranked < policy.rankMinimum()) {
            return Double.NaN;
        }
        double highestCounted = now * (1 + Comparison.EQUAL_WITHIN);
        int atMost = 0;
        for (int past = Math.max(0, passed + 1); past <= row; past++) {
            atMost += sigma[past] <= highestCounted ? 1 : 0;
        }
        return (double) atMost / ranked;
    }

    private void follow(int row) {
        double now = sigma[row];
        if (Double.isNaN(now)) {
            state.skip(row);
            return;
        }
        // A missing rank is NaN, which is on neither side of any limit.
        boolean enter = now >= policy.highVolSureSigma()
                || (rank[row] >= policy.highVolEnterRank() && now >= policy.highVolEnterSigma());
        boolean leave = rank[row] < policy.highVolLeaveRank() && now < policy.highVolLeaveSigma();
        state.assess(row, enter, enter, leave);
    }

    StatePath state() {
        return state;
    }

    /** Annualised, as a fraction; NaN before there are enough returns. */
    double sigma(int row) {
        return sigma[row];
    }

    /** In (0, 1]; NaN before there are enough volatilities to rank among. */
    double rank(int row) {
        return rank[row];
    }

    /** NaN without a rank. */
    double margin(int row) {
        return Math.min(1, Math.abs(rank[row] - policy.rankMiddle()) / policy.rankFullMargin());
    }
}
