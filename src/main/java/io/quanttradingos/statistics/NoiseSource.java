package io.quanttradingos.statistics;

/**
 * Random numbers that are the same on every Java version: SplitMix64 (Steele, Lea, Flood 2014) written out, normal
 * deviates by the polar method (Marsaglia 1964) on {@link StrictMath}.
 */
public final class NoiseSource {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    public NoiseSource(long seed) {
        state = seed;
    }

    /** The next 64 bits. */
    public long bits() {
        state += GOLDEN_GAMMA;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Standard normal. */
    public double normal() {
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }

    /** Uniform in [0, 1), a multiple of 2^-53. */
    public double uniform() {
        return (bits() >>> 11) * 0x1.0p-53;
    }
}
