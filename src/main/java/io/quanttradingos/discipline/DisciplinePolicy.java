package io.quanttradingos.discipline;

/**
 * The limits of the discipline agent that are not the trader's own plan.
 *
 * @param earlyExitBelowR a trade closed at a profit of zero up to this many R, R being the initial risk, left too early
 * @param limitTolerance the share of a limit by which a number may pass it before it counts, so that a number equal to
 *     its limit but for binary rounding is not a violation
 * @param trendThreshold by how much the mean score must change to be a trend
 * @param trendRuns how many of the latest runs the trend looks at, this one included
 */
public record DisciplinePolicy(double earlyExitBelowR, double limitTolerance, double trendThreshold, int trendRuns) {
    public DisciplinePolicy {
        require(earlyExitBelowR >= 0 && earlyExitBelowR <= 100, "early_exit_below_r", "[0, 100]", earlyExitBelowR);
        require(limitTolerance >= 0 && limitTolerance <= 0.01, "limit_tolerance", "[0, 0.01]", limitTolerance);
        require(trendThreshold >= 0 && trendThreshold <= 1, "trend_threshold", "[0, 1]", trendThreshold);
        require(trendRuns >= 2 && trendRuns <= 1000, "trend_runs", "[2, 1000]", trendRuns);
    }

    private static void require(boolean holds, String key, String range, Number seen) {
        if (!holds) {
            throw new IllegalArgumentException(key + " must be in " + range + ", was " + seen);
        }
    }

    /** The specification's limits. */
    public static DisciplinePolicy defaults() {
        return new DisciplinePolicy(0.5, 1e-9, 0.02, 5);
    }

    /** Whether a number is past its limit; at the limit is not. */
    boolean isAbove(double value, double limit) {
        return value > limit + Math.abs(limit) * limitTolerance;
    }
}
