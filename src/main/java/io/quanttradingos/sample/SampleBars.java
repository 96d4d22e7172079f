package io.quanttradingos.sample;

/** Daily bars of SPY whose close is the one in {@code prices.csv}; high and low always enclose open and close. */
final class SampleBars {
    private static final double USUAL_VOLUME = 70_000_000;

    private final SampleMarket market;
    private final SampleRandom random;

    SampleBars(SampleMarket market, long seed) {
        this.market = market;
        this.random = SampleRandom.of(seed, "bars");
    }

    String csv() {
        StringBuilder csv = new StringBuilder("date,open,high,low,close,volume\n");
        int column = market.column("SPY");
        int before = market.cents(column, 0);
        for (int row = 0; row < market.rows(); row++) {
            int close = market.cents(column, row);
            double range = MarketPhase.at(row).marketVolatility() / StrictMath.sqrt(252);
            int open = cents(before * (1 + 0.35 * range * random.normal()));
            int high = cents(Math.max(open, close) * (1 + 0.4 * range * Math.abs(random.normal())));
            int low = cents(Math.min(open, close) * (1 - 0.4 * range * Math.abs(random.normal())));
            double surprise = Math.abs((double) close / before - 1) / range;
            long volume = StrictMath.round(
                    USUAL_VOLUME * StrictMath.exp(0.2 * random.normal() + 0.25 * surprise + 2 * range) / 100);
            csv.append(market.date(row)).append(',').append(SampleFiles.dollars(open));
            csv.append(',').append(SampleFiles.dollars(high)).append(',').append(SampleFiles.dollars(low));
            csv.append(',').append(SampleFiles.dollars(close)).append(',').append(volume * 100);
            csv.append('\n');
            before = close;
        }
        return csv.toString();
    }

    private static int cents(double value) {
        return (int) StrictMath.round(value);
    }
}
