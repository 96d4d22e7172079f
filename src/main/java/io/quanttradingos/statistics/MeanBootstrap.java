package io.quanttradingos.statistics;

import io.quanttradingos.failure.Abandonment;

/**
 * The percentile bootstrap interval of a mean: the values are drawn anew with replacement, as many as there are, many
 * times over, and the interval holds the middle share of the means.
 *
 * <p>Source: B. Efron, R. Tibshirani, "An Introduction to the Bootstrap" (1993), ch. 13. Up to {@link #MOST_DRAWN} values
 * each is drawn singly. Of more only the {@link #FAR_VALUES} farthest from the mean are: how many of a resample's draws
 * fall on them is binomial and drawn from that law's table, and the sum of all other draws, which are many and bounded
 * by the far ones, is drawn from the normal law with its exact mean and variance, corrected for its exact skewness by the
 * first Cornish-Fisher term. The error of that is of the order of 1 / {@link #FAR_VALUES} of a standard error at worst,
 * less than the noise of 10,000 resamples. Random numbers: {@link NoiseSource}, the same on every Java version.
 *
 * @param drawnSingly how many of the values each resample draws from one by one
 */
public record MeanBootstrap(double low, double high, int drawnSingly) {
    /** Up to so many values are all drawn one by one. */
    public static final int MOST_DRAWN = 4096;
    /** Of more values so many are. */
    public static final int FAR_VALUES = 2048;

    private static final int RESAMPLES_BETWEEN = 256;

    /**
     * The interval.
     *
     * @param ascending the values in ascending order, which also makes the result one of the values alone
     * @param level the share of means inside, in (0, 1)
     * @param seed the same one gives the same interval
     */
    public static MeanBootstrap percentile(double[] ascending, double level, int resamples, long seed) {
        double mean = Mean.of(ascending);
        double[] distances = new double[ascending.length];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = ascending[i] - mean;
        }
        NoiseSource noise = new NoiseSource(seed);
        boolean few = distances.length <= MOST_DRAWN;
        double[] means = few ? allDrawn(distances, resamples, noise) : farDrawn(distances, resamples, noise);
        double[] sorted = Quantile.sorted(means);
        return new MeanBootstrap(
                mean + Quantile.ofSorted(sorted, (1 - level) / 2),
                mean + Quantile.ofSorted(sorted, (1 + level) / 2),
                few ? distances.length : FAR_VALUES);
    }

    private static void checkNowAndThen(int resample) {
        if (resample % RESAMPLES_BETWEEN == 0) {
            Abandonment.check();
        }
    }

    private static double[] allDrawn(double[] values, int resamples, NoiseSource noise) {
        double[] means = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            checkNowAndThen(i);
            means[i] = drawnSum(values, values.length, noise) / values.length;
        }
        return means;
    }

    /** The sum of so many draws; one word of noise gives two places, each off even odds by 2^-20 of them at most. */
    private static double drawnSum(double[] values, int draws, NoiseSource noise) {
        double sum = 0;
        for (int i = 1; i < draws; i += 2) {
            long bits = noise.bits();
            sum += values[place(bits >>> 32, values.length)] + values[place(bits & 0xFFFFFFFFL, values.length)];
        }
        return draws % 2 == 0 ? sum : sum + values[place(noise.bits() >>> 32, values.length)];
    }

    private static int place(long thirtyTwoBits, int size) {
        return (int) ((thirtyTwoBits * size) >>> 32);
    }

    private static double[] farDrawn(double[] ascending, int resamples, NoiseSource noise) {
        int size = ascending.length;
        int from = 0;
        int to = size;
        double[] far = new double[FAR_VALUES];
        for (int i = 0; i < FAR_VALUES; i++) {
            far[i] = -ascending[from] >= ascending[to - 1] ? ascending[from++] : ascending[--to];
        }
        NearValues near = NearValues.of(ascending, from, to);
        BinomialTable draws = new BinomialTable(size, (double) FAR_VALUES / size);
        double[] means = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            checkNowAndThen(i);
            int onFar = draws.draw(noise);
            means[i] = (drawnSum(far, onFar, noise) + near.sum(size - onFar, noise.normal())) / size;
        }
        return means;
    }

    /** The middle values by their first three moments. */
    private record NearValues(double mean, double deviation, double skewness) {
        static NearValues of(double[] values, int from, int to) {
            double mean = Mean.of(values, from, to);
            double squares = 0;
            double cubes = 0;
            for (int i = from; i < to; i++) {
                double distance = values[i] - mean;
                squares += distance * distance;
                cubes += distance * distance * distance;
            }
            double variance = squares / (to - from);
            double deviation = Math.sqrt(variance);
            double skewness = cubes / (to - from) / (variance * deviation);
            return new NearValues(mean, deviation, Double.isFinite(skewness) ? skewness : 0);
        }

        /** The sum of so many draws whose standard normal deviate is {@code z}. */
        double sum(int draws, double z) {
            double root = Math.sqrt(draws);
            return draws * mean + root * deviation * (z + skewness / (6 * root) * (z * z - 1));
        }
    }
}
