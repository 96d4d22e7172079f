package io.quanttradingos.allocation;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Inputs for the tests: one that nothing binds, and random ones that like to sit on the limits. */
final class SampleInputs {
    private static final List<Double> EDGES = List.of(
            0.0, 0.03, 0.05, 0.06, 0.15, 0.2, 0.3, 0.5, 0.6, 0.9, 1.0, 0.03000001, 0.05999999, 0.19999, 0.4999999);

    private SampleInputs() {}

    static AllocationInput unbound() {
        return new AllocationInput(
                new MarketRegime(RegimeKey.TRENDING, 1),
                new PortfolioMetrics(0.0, 0.0, 0, 3, 100_000),
                1,
                0.10,
                HeatMethod.STOPS);
    }

    static AllocationInput random(Random random) {
        HeatMethod method = random.nextBoolean() ? HeatMethod.STOPS : HeatMethod.VOLATILITY_PROXY;
        Double heat = method == HeatMethod.STOPS
                ? Double.valueOf(fraction(random, 0.07))
                : nullable(random, fraction(random, 0.8));
        return new AllocationInput(
                new MarketRegime(RegimeKey.values()[random.nextInt(7)], fraction(random, 1)),
                new PortfolioMetrics(null, heat, fraction(random, 0.25), random.nextInt(30), 1_000),
                Math.min(1, 0.4 + fraction(random, 0.6)),
                nullable(random, fraction(random, 0.8)),
                method);
    }

    /** Uniform in [0, high], but every third time one of the limits of the default policy. */
    private static double fraction(Random random, double high) {
        return random.nextInt(3) == 0 ? EDGES.get(random.nextInt(EDGES.size())) : random.nextDouble() * high;
    }

    private static @Nullable Double nullable(Random random, double value) {
        return random.nextInt(6) == 0 ? null : value;
    }
}
