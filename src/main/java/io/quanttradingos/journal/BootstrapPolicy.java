package io.quanttradingos.journal;

/**
 * How the interval of the expectancy is found.
 *
 * @param resamples how many times the trades are drawn anew
 * @param level the share of intervals that hold the true expectancy
 * @param seed of the draws
 */
public record BootstrapPolicy(int resamples, double level, int seed) {
    public BootstrapPolicy {
        Limits.require(resamples >= 1000 && resamples <= 50_000, "resamples", "[1000, 50000]", resamples);
        Limits.require(level >= 0.5 && level <= 0.999, "level", "[0.5, 0.999]", level);
    }

    public static BootstrapPolicy defaults() {
        return new BootstrapPolicy(10_000, 0.95, 1);
    }
}
