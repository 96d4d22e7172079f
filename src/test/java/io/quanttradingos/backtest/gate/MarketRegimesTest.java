package io.quanttradingos.backtest.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.regime.RegimeAgent;
import io.quanttradingos.regime.RegimeDecision;
import io.quanttradingos.regime.RegimePolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketRegimesTest {
    private static final RegimePolicy POLICY = RegimePolicy.defaults();
    private static final RegimeAgent AGENT = new RegimeAgent(POLICY);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_daily_bar_has_the_regime_that_the_agent_decides_for_its_day(long seed) {
        Market market = Market.of(Bazaar.bars(seed, 400, 0.05, "SPY", "TLT", "AAA"));
        PriceTable table = MarketRegimes.closes(market);
        MarketRegimes regimes = MarketRegimes.of(market, POLICY, null);

        Set<String> seen = new HashSet<>();
        for (int bar = 0; bar < market.rows(); bar++) {
            RegimeDecision decision = decided(table, day(market, bar));
            assertThat(regimes.label(bar)).isEqualTo(decision == null ? null : decision.label());
            if (decision == null) {
                assertThat(regimes.confidence(bar)).isNaN();
            } else {
                assertThat(regimes.confidence(bar)).isEqualTo(decision.confidence());
                assertThat(regimes.asOf(bar)).isEqualTo(decision.asof());
                seen.add(decision.label());
            }
        }
        assertThat(seen).hasSizeGreaterThan(4);
    }

    @Test
    void the_room_they_take_grows_with_the_bars() {
        MarketRegimes few = MarketRegimes.of(Market.of(Bazaar.bars(1, 300, 0, "SPY")), POLICY, null);
        MarketRegimes many = MarketRegimes.of(Market.of(Bazaar.bars(1, 600, 0, "SPY")), POLICY, null);

        assertThat(few.bytes()).isGreaterThan(300 * 100);
        assertThat(many.bytes()).isEqualTo(2 * few.bytes());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_wider_market_is_read_up_to_the_day_of_the_bar(long seed) {
        Market market = Market.of(Bazaar.bars(seed + 100, 300, 0.3, "AAPL"));
        PriceTable wider = MarketRegimes.closes(Market.of(Bazaar.bars(seed, 280, 0.02, "SPY", "TLT", "AAA", "BBB")));
        MarketRegimes regimes = MarketRegimes.of(market, POLICY, wider);

        for (int bar = 0; bar < market.rows(); bar++) {
            RegimeDecision decision = decided(wider, day(market, bar));
            assertThat(regimes.label(bar)).isEqualTo(decision == null ? null : decision.label());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_bar_within_a_day_has_the_regime_of_the_day_before(long seed) {
        List<Bars> daily = Bazaar.bars(seed, 250, 0, "SPY");
        PriceTable wider = MarketRegimes.closes(Market.of(Bazaar.bars(seed + 7, 250, 0, "SPY", "TLT")));
        Market hourly = Market.of(hours(daily.get(0), seed));
        MarketRegimes own = MarketRegimes.of(hourly, POLICY, null);
        MarketRegimes read = MarketRegimes.of(hourly, POLICY, wider);
        PriceTable closes = MarketRegimes.closes(hourly);

        int known = 0;
        for (int bar = 0; bar < hourly.rows(); bar++) {
            LocalDate before = day(hourly, bar).minusDays(1);
            RegimeDecision ownDecision = decided(closes, before);
            RegimeDecision readDecision = decided(wider, before);
            assertThat(own.label(bar)).isEqualTo(ownDecision == null ? null : ownDecision.label());
            assertThat(read.label(bar)).isEqualTo(readDecision == null ? null : readDecision.label());
            known += ownDecision == null ? 0 : 1;
        }
        assertThat(known).isGreaterThan(300);
    }

    /** Splits every day into three bars, the first of them at midnight, the last with the day's close. */
    private static Bars hours(Bars daily, long seed) {
        Random random = new Random(seed);
        List<double[]> rows = new ArrayList<>();
        for (int row = 0; row < daily.rows(); row++) {
            double low = daily.low()[row];
            double high = daily.high()[row];
            double first = low + (high - low) * random.nextDouble();
            double second = low + (high - low) * random.nextDouble();
            double time = daily.times()[row];
            rows.add(new double[] {time, daily.open()[row], high, low, first, 1});
            rows.add(new double[] {time + 8 * 3_600_000, first, high, low, second, 1});
            rows.add(new double[] {time + 16 * 3_600_000, second, high, low, daily.close()[row], 1});
        }
        return Bazaar.bars("SPY", rows);
    }

    @Test
    void the_days_of_bars_within_days_close_with_their_last_bar() {
        Bars daily = Bazaar.bars(3, 40, 0, "SPY").get(0);

        PriceTable closes = MarketRegimes.closes(Market.of(hours(daily, 3)));

        assertThat(closes.rows()).isEqualTo(40);
        for (int row = 0; row < 40; row++) {
            assertThat(closes.close(row, 0)).isEqualTo(daily.close()[row]);
            assertThat(closes.epochDay(row)).isEqualTo((int) (daily.times()[row] / Bazaar.DAY));
        }
    }

    @Test
    void without_enough_closes_there_is_no_regime_and_a_warning_says_so() {
        MarketRegimes regimes = MarketRegimes.of(Bazaar.market(1, 100, "SPY"), POLICY, null);

        assertThat(regimes.firstLabelled()).isEqualTo(69);
        assertThat(regimes.label(68)).isNull();
        assertThat(regimes.confidence(68)).isNaN();
        assertThat(regimes.label(69)).isNotNull();
        assertThat(regimes.warnings())
                .containsExactly(
                        "The regime is not known for the first 69 of 100 bars, for want of 70 daily closes before"
                                + " them.");
    }

    @Test
    void a_market_that_is_read_from_older_prices_says_so() {
        Market market = Bazaar.market(1, 300, "AAPL");
        PriceTable older = MarketRegimes.closes(Bazaar.market(2, 200, "SPY", "TLT"));

        MarketRegimes regimes = MarketRegimes.of(market, POLICY, older);

        // the last bar of the older market is of day 199, fresh for seven days more
        assertThat(regimes.warnings())
                .contains(
                        "The regime of 93 bars rests on closes more than 7 days old; the prices it is read from end on "
                                + LocalDate.ofEpochDay(11_199) + ".");
        assertThat(regimes.label(299)).isEqualTo(regimes.label(199));
    }

    @Test
    void the_history_before_the_first_bar_may_be_given_as_the_wider_market() {
        Market whole = Bazaar.market(4, 300, "SPY");
        Market end = Market.of(part(whole, 200));
        MarketRegimes ofWhole = MarketRegimes.of(whole, POLICY, null);
        MarketRegimes ofEnd = MarketRegimes.of(end, POLICY, MarketRegimes.closes(whole));

        assertThat(ofEnd.firstLabelled()).isZero();
        for (int bar = 0; bar < end.rows(); bar++) {
            assertThat(ofEnd.label(bar)).isEqualTo(ofWhole.label(200 + bar));
        }
    }

    private static Bars part(Market market, int from) {
        List<double[]> rows = new ArrayList<>();
        for (int bar = from; bar < market.rows(); bar++) {
            rows.add(new double[] {
                market.times()[bar],
                market.open(0)[bar],
                market.high(0)[bar],
                market.low(0)[bar],
                market.close(0)[bar],
                market.volume(0)[bar]
            });
        }
        return Bazaar.bars("SPY", rows);
    }

    @Test
    void a_market_of_nothing_but_bonds_has_no_regime() {
        assertThatThrownBy(() -> MarketRegimes.of(Bazaar.market(1, 100, "TLT"), POLICY, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the prices have none");
    }

    private static LocalDate day(Market market, int bar) {
        return LocalDate.ofEpochDay(Math.floorDiv(market.times()[bar], Bazaar.DAY));
    }

    private static @Nullable RegimeDecision decided(PriceTable table, LocalDate day) {
        try {
            return AGENT.decide(table, day);
        } catch (Refusal tooLittle) {
            return null;
        }
    }
}
