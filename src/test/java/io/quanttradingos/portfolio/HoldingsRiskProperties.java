package io.quanttradingos.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way to volatility and heat gives the report's own doubles, whatever is held on whatever prices. */
class HoldingsRiskProperties {
    private static final String[] SYMBOLS = {"M", "SPY", "A", "Z", "B"};

    private final PortfolioPolicy policy = PortfolioPolicy.defaults();
    private final PortfolioAgent agent = new PortfolioAgent(policy);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void volatility_and_heat_are_those_of_the_report(long seed) {
        Random random = new Random(seed);
        PriceTable prices = prices(random, 120);
        HoldingsRisk risk = new HoldingsRisk(prices, policy);
        int compared = 0;
        for (int attempt = 0; attempt < 200; attempt++) {
            Held held = Held.random(random);
            int row = random.nextInt(prices.rows());
            PortfolioReport report = reportOrNull(prices, held, row);
            if (report != null) {
                risk.measure(row, held.cash(), held.shares(), held.stops());
                assertThat(boxed(risk.volAnnual())).isEqualTo(report.volAnnual());
                assertThat(boxed(risk.heat())).isEqualTo(report.portfolioHeat());
                assertThat(risk.isHeatAtStops() ? "stops" : "volatility_proxy").isEqualTo(report.heatMethod());
                assertThat(risk.openPositions()).isEqualTo(report.openPositions());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void nothing_but_cash_has_no_volatility_and_no_heat() {
        HoldingsRisk risk = new HoldingsRisk(prices(new Random(1), 30), policy);

        risk.measure(20, 1_000, new double[5], none());

        assertThat(risk.volAnnual()).isZero();
        assertThat(risk.heat()).isZero();
        assertThat(risk.openPositions()).isZero();
    }

    @Test
    void positions_that_never_traded_on_one_day_have_no_known_risk() {
        PriceTable prices = Market.of("A", 10, Double.NaN, 11)
                .and("B", Double.NaN, 20, Double.NaN)
                .table();
        HoldingsRisk risk = new HoldingsRisk(prices, policy);

        risk.measure(2, 100, new double[] {1, 1}, new double[] {9, Double.NaN});

        assertThat(risk.volAnnual()).isNaN();
        assertThat(risk.heat()).isNaN();
    }

    private static double[] none() {
        double[] stops = new double[5];
        Arrays.fill(stops, Double.NaN);
        return stops;
    }

    private @Nullable PortfolioReport reportOrNull(PriceTable prices, Held held, int row) {
        List<Holding> positions = new ArrayList<>();
        if (held.cash() != 0) {
            positions.add(Market.holding("CASH", held.cash()));
        }
        for (int i = 0; i < SYMBOLS.length; i++) {
            double stop = held.stops()[i];
            if (held.shares()[i] != 0) {
                positions.add(Market.holding(
                        SYMBOLS[i], held.shares()[i], null, Double.isNaN(stop) ? null : Double.valueOf(stop)));
            }
        }
        Holdings holdings = new Holdings(positions, List.of());
        boolean usable = !positions.isEmpty()
                && agent.missing(prices.until(prices.date(row)), holdings).isEmpty()
                && sharesADate(prices, held, row);
        return usable ? agent.report(prices, holdings, prices.date(row)) : null;
    }

    private static boolean sharesADate(PriceTable prices, Held held, int row) {
        for (int date = 0; date <= row; date++) {
            boolean shared = true;
            for (int i = 0; i < SYMBOLS.length; i++) {
                shared &= held.shares()[i] == 0 || !Double.isNaN(prices.close(date, i));
            }
            if (shared) {
                return true;
            }
        }
        return false;
    }

    private static PriceTable prices(Random random, int rows) {
        double[][] closes = new double[SYMBOLS.length][rows];
        for (double[] column : closes) {
            double price = 20 + 100 * random.nextDouble();
            for (int row = 0; row < rows; row++) {
                price *= Math.exp(0.02 * random.nextGaussian());
                column[row] = random.nextInt(12) == 0 ? Double.NaN : price;
            }
        }
        int[] days = new int[rows];
        Arrays.setAll(days, row -> 15_000 + row);
        return new PriceTable(Arrays.stream(SYMBOLS).map(Symbol::of).toList(), days, closes);
    }

    private static @Nullable Double boxed(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** What is held, by column. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Held(double cash, double[] shares, double[] stops) {
        static Held random(Random random) {
            double[] shares = new double[SYMBOLS.length];
            double[] stops = none();
            boolean anyStops = random.nextBoolean();
            for (int i = 0; i < shares.length; i++) {
                if (random.nextInt(3) > 0) {
                    shares[i] = random.nextInt(40) - 10;
                    stops[i] = anyStops && random.nextBoolean() ? 10 + 100 * random.nextDouble() : Double.NaN;
                }
            }
            return new Held(random.nextInt(5) == 0 ? 0 : 4_000 * (random.nextDouble() - 0.1), shares, stops);
        }
    }
}
