package io.quanttradingos.sample;

/**
 * Random numbers that are the same on every Java version.
 *
 * <p>SplitMix64 (Steele, Lea, Flood 2014) written out, and normal deviates by the polar method (Marsaglia 1964) on
 * {@link StrictMath}, because the algorithms behind {@code java.util} generators may change between releases.
 */
final class SampleRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double ULP_OF_UNIT = 0x1.0p-53;

    private long state;

    SampleRandom(long seed) {
        state = seed;
    }

    /** A stream of its own for a purpose, so that lengthening one file leaves the others as they are. */
    static SampleRandom of(long seed, String purpose) {
        long mixed = seed;
        for (int i = 0; i < purpose.length(); i++) {
            mixed = mixed * 31 + purpose.charAt(i);
        }
        return new SampleRandom(new SampleRandom(mixed).nextLong());
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        long bits = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }

    /** In [0, 1). */
    double uniform() {
        return (nextLong() >>> 11) * ULP_OF_UNIT;
    }

    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** In [0, bound). */
    int below(int bound) {
        return (int) (uniform() * bound);
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
}
