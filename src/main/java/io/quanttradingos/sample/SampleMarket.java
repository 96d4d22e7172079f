package io.quanttradingos.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * Invented closes of every {@link Instrument}, in cents, from a factor model whose drifts and volatility change by
 * {@link MarketPhase}.
 *
 * <p>Daily log return = Σ loading · factor + own noise; the market's volatility walks towards the phase's one, so that
 * turbulence builds up and dies away instead of jumping.
 */
final class SampleMarket {
    static final LocalDate FIRST = LocalDate.of(2016, 1, 4);
    static final LocalDate LAST = LocalDate.of(2023, 12, 29);

    private static final double YEAR = 252;
    private static final double VOLATILITY_PULL = 0.08;
    private static final double RATES_VOLATILITY = 0.055;
    private static final double GROWTH_VOLATILITY = 0.07;
    private static final double ENERGY_VOLATILITY = 0.19;
    private static final double GOLD_VOLATILITY = 0.13;

    private final List<LocalDate> dates;
    private final int[][] cents;

    SampleMarket(long seed) {
        dates = TradingDays.between(FIRST, LAST);
        cents = walk(SampleRandom.of(seed, "prices"), dates.size());
    }

    private static int[][] walk(SampleRandom random, int rows) {
        int columns = Instrument.ALL.size();
        int[][] cents = new int[columns][rows];
        double[] logPrice = new double[columns];
        for (int column = 0; column < columns; column++) {
            logPrice[column] = StrictMath.log(Instrument.ALL.get(column).firstPrice());
        }
        double volatility = MarketPhase.at(0).marketVolatility();
        for (int row = 0; row < rows; row++) {
            MarketPhase phase = MarketPhase.at(row);
            volatility += VOLATILITY_PULL * (phase.marketVolatility() - volatility);
            Factors factors = Factors.draw(random, phase, volatility);
            for (int column = 0; column < columns; column++) {
                if (row > 0) {
                    logPrice[column] += factors.logReturn(Instrument.ALL.get(column), random.normal());
                }
                cents[column][row] = (int) StrictMath.round(100 * StrictMath.exp(logPrice[column]));
            }
        }
        return cents;
    }

    int rows() {
        return dates.size();
    }

    LocalDate date(int row) {
        return dates.get(row);
    }

    int cents(int column, int row) {
        return cents[column][row];
    }

    int column(String ticker) {
        for (int column = 0; column < Instrument.ALL.size(); column++) {
            if (Instrument.ALL.get(column).ticker().equals(ticker)) {
                return column;
            }
        }
        throw new IllegalArgumentException("the sample has no " + ticker);
    }

    private record Factors(double market, double rates, double growth, double energy, double gold) {

        static Factors draw(SampleRandom random, MarketPhase phase, double volatility) {
            double market = phase.marketDrift() / YEAR + daily(volatility) * random.normal();
            double rates =
                    phase.ratesDrift() / YEAR - phase.flight() * market + daily(RATES_VOLATILITY) * random.normal();
            return new Factors(
                    market,
                    rates,
                    0.03 / YEAR + daily(GROWTH_VOLATILITY) * random.normal(),
                    daily(ENERGY_VOLATILITY) * random.normal(),
                    0.04 / YEAR + daily(GOLD_VOLATILITY) * random.normal());
        }

        double logReturn(Instrument of, double noise) {
            return of.market() * market
                    + of.rates() * rates
                    + of.growth() * growth
                    + of.energy() * energy
                    + of.gold() * gold
                    + daily(of.ownVolatility()) * noise;
        }

        private static double daily(double perYear) {
            return perYear / StrictMath.sqrt(YEAR);
        }
    }
}
