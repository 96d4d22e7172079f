package io.quanttradingos.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.units.Symbol;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any portfolio on any prices. */
class PortfolioProperties {
    private static final String[] SYMBOLS = {"SPY", "A", "B", "C", "D", "E"};

    private final PortfolioAgent agent = new PortfolioAgent(PortfolioPolicy.defaults());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_order_of_holdings_changes_nothing(long seed) {
        PriceTable prices = market(seed).table();
        List<Holding> positions = positions(seed, 1);
        PortfolioReport before = agent.report(prices, new Holdings(positions, List.of()), null);
        Collections.shuffle(positions, new Random(seed));
        assertThat(agent.report(prices, new Holdings(positions, List.of()), null))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void prices_after_the_day_of_valuation_change_nothing(long seed) {
        Market market = market(seed);
        int lastDay = 200 + new Random(seed).nextInt(150);
        Holdings held = new Holdings(positions(seed, 1), List.of());
        PortfolioReport before = agent.report(market.table(), held, Market.date(lastDay));

        Market changed = new Market();
        Market truncated = new Market();
        for (String symbol : SYMBOLS) {
            double[] closes = market.closes(symbol).clone();
            truncated.and(symbol, Arrays.copyOf(closes, lastDay + 1));
            for (int day = lastDay + 1; day < closes.length; day++) {
                closes[day] = day % 3 == 0 ? Double.NaN : 1e6 / day;
            }
            changed.and(symbol, closes);
        }
        assertThat(agent.report(changed.table(), held, Market.date(lastDay))).isEqualTo(before);
        assertThat(agent.report(truncated.table(), held, null)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void risk_contributions_and_weights_sum_to_one(long seed) {
        PortfolioReport report = agent.report(market(seed).table(), new Holdings(positions(seed, 1), List.of()), null);
        double risk = 0;
        double weight = 0;
        double value = 0;
        for (HoldingReport row : report.holdings()) {
            risk += known(row.riskContribution());
            weight += known(row.weight());
            value += row.value();
        }
        assertThat(risk).isCloseTo(1, within(1e-9));
        assertThat(weight).isCloseTo(1, within(1e-9));
        assertThat(value).isCloseTo(report.totalValue(), within(1e-9 * report.totalValue()));
    }

    /** By a power of two, so that no rounding differs. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void twice_or_a_quarter_of_the_shares_changes_values_and_profits_only(long seed) throws Exception {
        PriceTable prices = market(seed).table();
        PortfolioReport one = agent.report(prices, new Holdings(positions(seed, 1), List.of()), null);
        for (double scale : new double[] {2, 0.25}) {
            PortfolioReport scaled = agent.report(prices, new Holdings(positions(seed, scale), List.of()), null);
            assertThat(scaled.totalValue()).isEqualTo(scale * one.totalValue());
            for (RecordComponent part : PortfolioReport.class.getRecordComponents()) {
                if (!List.of("totalValue", "holdings").contains(part.getName())) {
                    Object before = part.getAccessor().invoke(one);
                    assertThat(part.getAccessor().invoke(scaled))
                            .as(part.getName())
                            .isEqualTo(before);
                }
            }
            for (int i = 0; i < one.holdings().size(); i++) {
                HoldingReport before = one.holdings().get(i);
                HoldingReport after = scaled.holdings().get(i);
                assertThat(after.weight()).isEqualTo(before.weight());
                assertThat(after.riskContribution()).isEqualTo(before.riskContribution());
                assertThat(after.unrealisedPnlPct()).isEqualTo(before.unrealisedPnlPct());
                assertThat(after.value()).isEqualTo(scale * before.value());
                if (before.unrealisedPnl() != null) {
                    assertThat(after.unrealisedPnl()).isEqualTo(scale * before.unrealisedPnl());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_number_answered_is_finite_and_every_unknown_has_a_warning(long seed) throws Exception {
        Random random = new Random(seed);
        Market market = Market.random(seed, 1 + random.nextInt(6), SYMBOLS);
        List<Holding> positions = new ArrayList<>();
        for (String symbol : SYMBOLS) {
            if (random.nextBoolean()) {
                positions.add(Market.holding(symbol, random.nextInt(2) * 20 - 10));
            }
        }
        positions.add(Market.holding("CASH", 1 + random.nextInt(500)));
        PortfolioReport report = agent.report(market.table(), new Holdings(positions, List.of()), null);
        boolean unknown = false;
        for (RecordComponent part : PortfolioReport.class.getRecordComponents()) {
            Object value = part.getAccessor().invoke(report);
            unknown |= value == null;
            if (value instanceof Double number) {
                assertThat(number).as(part.getName()).isFinite();
            }
        }
        assertThat(report.toString()).doesNotContain("NaN", "Infinity");
        // Days of this few are never enough for a year's growth.
        assertThat(unknown).isTrue();
        assertThat(report.warnings()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_correlation_matrix_is_symmetric_with_ones_down_its_diagonal(long seed) {
        CorrelationMatrix matrix = agent.report(market(seed).table(), new Holdings(positions(seed, 1), List.of()), null)
                .correlation();
        assertThat(matrix.symbols()).hasSizeGreaterThan(1).doesNotContain(Symbol.of("CASH"));
        for (int i = 0; i < matrix.symbols().size(); i++) {
            assertThat(matrix.rows().get(i).get(i)).isEqualTo(1.0);
            for (int j = 0; j < i; j++) {
                assertThat(matrix.rows().get(i).get(j))
                        .isEqualTo(matrix.rows().get(j).get(i))
                        .isBetween(-1.0, 1.0);
            }
        }
    }

    private static Market market(long seed) {
        Market market = Market.random(seed, 400, SYMBOLS);
        Random random = new Random(seed + 1000);
        for (String symbol : SYMBOLS) {
            for (int gap = 0; gap < 5; gap++) {
                market.closes(symbol)[random.nextInt(400)] = Double.NaN;
            }
        }
        return market;
    }

    /** Mostly long, one short, some with stops and costs, and cash enough to keep the net value positive. */
    private static List<Holding> positions(long seed, double scale) {
        Random random = new Random(seed + 2000);
        List<Holding> positions = new ArrayList<>();
        for (String symbol : SYMBOLS) {
            double shares = (1 + random.nextInt(50)) * (symbol.equals("C") ? -1 : 1);
            Double cost = random.nextBoolean() ? 20 + 100 * random.nextDouble() : null;
            Double stop = random.nextBoolean() ? 20 + 100 * random.nextDouble() : null;
            positions.add(Market.holding(symbol, scale * shares, cost, stop));
        }
        positions.add(Market.holding("CASH", scale * 100_000));
        return positions;
    }

    private static double known(@Nullable Double value) {
        return Objects.requireNonNull(value, "unknown");
    }
}
