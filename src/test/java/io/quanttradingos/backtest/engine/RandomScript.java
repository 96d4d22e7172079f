package io.quanttradingos.backtest.engine;

import java.util.SplittableRandom;

/** Gives orders of every kind at random, the same for the same seed and market. */
final class RandomScript implements Script {
    private final SplittableRandom random;
    private final int instruments;
    private final double tick;
    private final double activity;
    private final double largest;

    /**
     * Chance decides.
     *
     * @param tick limits and stops are multiples of it, as the prices are; 0 for any price
     */
    RandomScript(long seed, int instruments, double tick) {
        this.random = new SplittableRandom(seed);
        this.instruments = instruments;
        this.tick = tick;
        this.activity = 0.05 + 0.5 * random.nextDouble();
        this.largest = Math.pow(10, 1 + 2 * random.nextDouble());
    }

    @Override
    public void act(int bar, TradingDesk desk) {
        for (int i = 0; i < instruments; i++) {
            while (random.nextDouble() < activity) {
                trade(i, desk);
            }
        }
    }

    private void trade(int instrument, TradingDesk desk) {
        switch (random.nextInt(10)) {
            case 0 -> desk.enterLong(instrument);
            case 1 -> desk.enterShort(instrument);
            case 2 -> desk.exit(instrument);
            case 3 -> desk.target(instrument, random.nextInt(5) == 0 ? 0 : 3 * random.nextDouble() - 1.5);
            case 4 -> {
                if (desk.given() > 0) {
                    desk.cancel(random.nextInt(desk.given()));
                }
            }
            default -> submit(instrument, desk);
        }
    }

    private void submit(int instrument, TradingDesk desk) {
        double last = desk.lastPrice(instrument);
        double price = Double.isNaN(last) ? 50 : last;
        double shares = largest * (0.01 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        OrderTicket ticket = ticket(instrument, shares, near(price), near(price));
        if (random.nextInt(4) == 0) {
            ticket = ticket.day();
        }
        if (random.nextInt(3) == 0) {
            ticket = ticket.with(bracket(random));
        }
        if (random.nextInt(5) == 0) {
            ticket = ticket.reducing();
        }
        desk.submit(ticket);
    }

    private OrderTicket ticket(int instrument, double shares, double limit, double stop) {
        return switch (random.nextInt(5)) {
            case 0 -> OrderTicket.market(instrument, shares);
            case 1 -> OrderTicket.limit(instrument, shares, limit);
            case 2 -> OrderTicket.stop(instrument, shares, stop);
            case 3 -> OrderTicket.stopLimit(instrument, shares, stop, random.nextInt(4) == 0 ? stop : limit);
            default -> OrderTicket.trailingStop(instrument, shares, 0.005 + 0.06 * random.nextDouble());
        };
    }

    private double near(double price) {
        double near = price * (0.96 + 0.08 * random.nextDouble());
        return tick == 0 ? near : Math.max(1, Math.rint(near / tick)) * tick;
    }

    /** Exits of any kinds at any distances. */
    static Bracket bracket(SplittableRandom random) {
        return new Bracket(
                random.nextBoolean() ? 0.003 + 0.05 * random.nextDouble() : Double.NaN,
                random.nextBoolean() ? 0.003 + 0.05 * random.nextDouble() : Double.NaN,
                random.nextInt(3) == 0 ? 0.003 + 0.05 * random.nextDouble() : Double.NaN);
    }

    /** A run with everything chosen by chance: sizing, fractions, fill model, costs, exits, leverage and first bar. */
    static EngineSettings settings(SplittableRandom random) {
        boolean free = random.nextInt(3) == 0;
        Costs costs = free
                ? Costs.none()
                : new Costs(
                        some(random, 0.02),
                        some(random, 3),
                        some(random, 0.003),
                        some(random, 6),
                        some(random, 8),
                        some(random, 8),
                        some(random, 1.5));
        FillModel[] models = FillModel.values();
        return new EngineSettings(
                2_000 + 200_000 * Math.pow(random.nextDouble(), 2),
                sizing(random),
                random.nextBoolean(),
                models[random.nextInt(models.length)],
                costs,
                random.nextBoolean() ? Bracket.NONE : bracket(random),
                new double[] {0.7, 1, 1, 2, 4}[random.nextInt(5)],
                random.nextInt(5),
                252);
    }

    private static double some(SplittableRandom random, double most) {
        return random.nextBoolean() ? most * random.nextDouble() : 0;
    }

    private static Sizing sizing(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Sizing.FixedQuantity(1 + 100 * random.nextDouble());
            case 1 -> new Sizing.PercentEquity(5 + 150 * random.nextDouble());
            case 2 ->
                new Sizing.RiskPercent(
                        0.2 + 4 * random.nextDouble(), 1 + random.nextInt(15), 0.5 + 3 * random.nextDouble());
            default -> new Sizing.VolatilityTarget(0.05 + 0.5 * random.nextDouble(), 2 + random.nextInt(20));
        };
    }
}
