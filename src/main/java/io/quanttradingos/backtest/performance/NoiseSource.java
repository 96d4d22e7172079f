package io.quanttradingos.backtest.performance;

/**
 * Random numbers that are the same on every Java version: SplitMix64 (Steele, Lea, Flood 2014) written out, normal
 * deviates by the polar method (Marsaglia 1964) on {@link StrictMath}.
 */
final class NoiseSource {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    NoiseSource(long seed) {
        state = seed;
    }

    long bits() {
        state += GOLDEN_GAMMA;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Standard normal. */
    double normal() {
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }

    private double uniform() {
        return (bits() >>> 11) * 0x1.0p-53;
    }
}
