package io.quanttradingos.allocation;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Inputs for the tests: one that nothing binds, and random ones that like to sit on the limits. */
final class SampleInputs {
    private static final List<Double> EDGES = List.of(
            0.0, 0.03, 0.05, 0.06, 0.15, 0.2, 0.3, 0.5, 0.6, 0.9, 1.0, 0.03000001, 0.05999999, 0.19999, 0.4999999);

    private static final List<RegimeKey> REGIMES = List.of(RegimeKey.values());

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
                new MarketRegime(REGIMES.get(random.nextInt(REGIMES.size())), fraction(random, 1)),
                new PortfolioMetrics(null, heat, fraction(random, 0.25), random.nextInt(30), 1_000),
                Math.min(1, 0.4 + fraction(random, 0.6)),
                nullable(random, fraction(random, 0.8)),
                method);
    }

    /** Any policy its own checks let through. */
    static AllocationPolicy randomPolicy(Random random) {
        double[] table = random.doubles(7).map(x -> x < 0.1 ? 0 : x).toArray();
        double discipline = 0.1 + 0.4 * random.nextDouble();
        return new AllocationPolicy(
                new RegimeMultipliers(table[0], table[1], table[2], table[3], table[4], table[5], table[6]),
                new ConfidenceRule(random.nextDouble(), random.nextDouble() / 2),
                new DrawdownRule(random.nextDouble() / 10, 0.1 + random.nextDouble() / 2),
                new DisciplineRule(
                        0.5 + random.nextDouble() / 2,
                        discipline,
                        random.nextDouble(),
                        discipline * random.nextDouble()),
                new VolatilityRule(0.01 + random.nextDouble(), random.nextDouble()),
                new HeatRule(
                        random.nextDouble() / 20,
                        0.05 + random.nextDouble() / 20,
                        random.nextDouble() / 2,
                        0.5 + random.nextDouble() / 2,
                        random.nextDouble()),
                1 + random.nextInt(40),
                RiskModeThresholds.defaults(),
                0.001 + random.nextDouble() / 10);
    }

    /** Uniform in [0, high], but every third time one of the limits of the default policy. */
    private static double fraction(Random random, double high) {
        return random.nextInt(3) == 0 ? EDGES.get(random.nextInt(EDGES.size())) : random.nextDouble() * high;
    }

    private static @Nullable Double nullable(Random random, double value) {
        return random.nextInt(6) == 0 ? null : value;
    }
}
