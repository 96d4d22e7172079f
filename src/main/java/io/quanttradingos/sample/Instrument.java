package io.quanttradingos.sample;

import java.util.List;

/**
 * A ticker and how it answers to the factors of the invented market.
 *
 * @param firstPrice on the first date, in dollars
 * @param market loading on the equity market
 * @param rates loading on the factor behind bonds, about the duration of seven-year notes at 1
 * @param growth loading on growth against value
 * @param energy loading on energy
 * @param gold loading on gold
 * @param ownVolatility of what no factor explains, per year
 */
record Instrument(
        String ticker,
        double firstPrice,
        double market,
        double rates,
        double growth,
        double energy,
        double gold,
        double ownVolatility) {

    static final List<Instrument> ALL = List.of(
            new Instrument("SPY", 201.35, 1.00, 0.00, 0.00, 0.00, 0.00, 0.005),
            new Instrument("QQQ", 109.50, 1.08, 0.10, 0.90, -0.05, 0.00, 0.03),
            new Instrument("IWM", 110.20, 1.15, -0.20, -0.25, 0.08, 0.00, 0.07),
            new Instrument("EFA", 57.40, 0.92, 0.05, -0.30, 0.05, 0.05, 0.06),
            new Instrument("XLB", 42.75, 1.02, -0.05, -0.35, 0.15, 0.05, 0.08),
            new Instrument("XLE", 59.90, 0.95, -0.25, -0.50, 1.00, 0.00, 0.09),
            new Instrument("XLF", 23.40, 1.10, -0.60, -0.55, 0.05, 0.00, 0.07),
            new Instrument("XLK", 42.10, 1.10, 0.05, 1.00, -0.05, 0.00, 0.04),
            new Instrument("XLP", 50.20, 0.62, 0.25, -0.30, 0.00, 0.00, 0.06),
            new Instrument("XLU", 43.10, 0.55, 0.60, -0.35, 0.05, 0.00, 0.09),
            new Instrument("XLV", 71.60, 0.82, 0.10, -0.10, 0.00, 0.00, 0.06),
            new Instrument("TLT", 120.80, 0.00, 2.30, 0.00, 0.00, 0.00, 0.03),
            new Instrument("IEF", 105.60, 0.00, 1.00, 0.00, 0.00, 0.00, 0.01),
            new Instrument("GLD", 102.30, 0.02, 0.50, 0.00, 0.00, 1.00, 0.03));
}
