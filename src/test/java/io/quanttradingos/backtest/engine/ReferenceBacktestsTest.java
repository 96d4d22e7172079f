package io.quanttradingos.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.SharedData;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.statistics.ReferenceSeries;
import io.quanttradingos.units.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every trade and the equity of fifteen backtests of SPY, 1999 to 2020, done with backtesting.py.
 *
 * <p>What had to be aligned, beyond the strategies themselves:
 *
 * <ul>
 *   <li>The reference decides first at the close of bar 1, so buy and hold is filled at the open of bar 2: {@code from(1)}.
 *   <li>A cross needs the averages strictly on either side at two bars in a row.
 *   <li>Its relative strength index is Wilder's with the first averages of gain and loss started from the first change and
 *       smoothed from there on, and used only once 14 changes are known.
 *   <li>Its size is {@code ⌊0.9999… · equity / (open · (1 + commission))⌋}, which is {@link Sizing.PercentEquity} of 100
 *       percent, as no quotient here is a whole number. A reversal sizes its entry on what the exit left, commission paid.
 *   <li>It closes what is left at the open of the last bar, with a commission; this engine leaves it open and marks it at
 *       the last close. So the last position is valued by hand, and the curve is compared up to the end of 2019.
 * </ul>
 *
 * <p>The trades of a commission of 0.001 are not in the reference, only their number and sums.
 */
class ReferenceBacktestsTest {
    private static final double CASH = 100_000;
    private static final double EXACT = 1e-6;

    private static Strategy strategy(String name) {
        return switch (name) {
            case "buy_hold" -> (history, desk) -> desk.enterLong(0);
            case "sma_10_20_long" -> new Cross(10, 20, false);
            case "sma_50_200_long" -> new Cross(50, 200, false);
            case "sma_10_20_long_short" -> new Cross(10, 20, true);
            case "rsi14_30_55" -> new StrengthReversion(14, 30, 55);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Long after the fast average has crossed the slow one upwards; flat or short after the opposite. */
    private static final class Cross implements Strategy {
        private final double[] fast;
        private final double[] slow;
        private final boolean shorts;
        private double before = Double.NaN;

        Cross(int fast, int slow, boolean shorts) {
            this.fast = new double[fast];
            this.slow = new double[slow];
            this.shorts = shorts;
        }

        @Override
        public void atClose(History history, Desk desk) {
            if (history.bar() + 1 < slow.length) {
                return;
            }
            double distance = mean(history, fast) - mean(history, slow);
            if (before < 0 && distance > 0) {
                desk.enterLong(0);
            } else if (before > 0 && distance < 0 && shorts) {
                desk.enterShort(0);
            } else if (before > 0 && distance < 0) {
                desk.exit(0);
            }
            before = distance;
        }

        private static double mean(History history, double[] window) {
            history.closes(0, window);
            double sum = 0;
            for (double close : window) {
                sum += close;
            }
            return sum / window.length;
        }
    }

    /** Buys when the relative strength index is low and sells when it is high. */
    private static final class StrengthReversion implements Strategy {
        private final int bars;
        private final double low;
        private final double high;
        private double gain;
        private double loss;

        StrengthReversion(int bars, double low, double high) {
            this.bars = bars;
            this.low = low;
            this.high = high;
        }

        @Override
        public void atClose(History history, Desk desk) {
            if (history.bar() == 0) {
                return;
            }
            double change = history.close() - history.close(1);
            double part = history.bar() == 1 ? 1 : 1.0 / bars;
            gain += (Math.max(0, change) - gain) * part;
            loss += (Math.max(0, -change) - loss) * part;
            if (history.bar() < bars) {
                return;
            }
            double strength = 100 - 100 / (1 + gain / loss);
            if (desk.isFlat(0) && strength < low) {
                desk.enterLong(0);
            } else if (strength > high) {
                desk.exit(0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "buy_hold, 0.0", "buy_hold, 0.001", "buy_hold, 0.002",
        "sma_10_20_long, 0.0", "sma_10_20_long, 0.001", "sma_10_20_long, 0.002",
        "sma_50_200_long, 0.0", "sma_50_200_long, 0.001", "sma_50_200_long, 0.002",
        "sma_10_20_long_short, 0.0", "sma_10_20_long_short, 0.001", "sma_10_20_long_short, 0.002",
        "rsi14_30_55, 0.0", "rsi14_30_55, 0.001", "rsi14_30_55, 0.002"
    })
    void trades_and_equity_are_those_of_the_reference(String name, double commission) throws IOException {
        JsonNode expected =
                ReferenceSeries.document("backtests.json").path("SPY_unadj_1999_2020|" + name + "|c=" + commission);
        Market market = Market.of(spy());
        Ledger ledger = new Ledger();
        new Engine(
                        market,
                        EngineSettings.standard(CASH)
                                .with(Costs.ofRate(commission))
                                .from(1))
                .run(strategy(name), Hooks.none(), ledger);

        boolean leftOpen = ledger.account().shares(0) != 0;
        assertThat(ledger.trades().size() + (leftOpen ? 1 : 0))
                .isEqualTo(expected.path("n_trades").asInt());
        sumsAgree(expected, ledger, market, commission);
        curvesAgree(expected.path("equity_year_end"), ledger, market);
        if (expected.has("trades")) {
            tradesAgree(expected.path("trades"), ledger);
            lastPositionAgrees(expected.path("trades"), ledger, market, commission);
        }
    }

    private static void sumsAgree(JsonNode expected, Ledger ledger, Market market, double commission) {
        Account account = ledger.account();
        double lastOpen = market.open(0)[market.rows() - 1];
        double shares = account.shares(0);
        double lastCommission = Math.abs(shares) * lastOpen * commission;
        double atLastOpen = account.cash() + shares * lastOpen - lastCommission;

        assertThat(atLastOpen).isCloseTo(expected.path("final_equity").asDouble(), within(EXACT));
        assertThat(account.commission() + lastCommission)
                .isCloseTo(expected.path("sum_commission").asDouble(), within(EXACT));
        assertThat(atLastOpen - CASH).isCloseTo(expected.path("sum_pnl").asDouble(), within(EXACT));
    }

    private static void curvesAgree(JsonNode yearEnds, Ledger ledger, Market market) {
        int compared = 0;
        for (int row = 0; row + 1 < market.rows(); row++) {
            int year = yearOf(market, row);
            if (yearOf(market, row + 1) != year) {
                assertThat(ledger.equity()[row])
                        .as("equity at the end of %d", year)
                        .isCloseTo(yearEnds.path(Integer.toString(year)).asDouble(), within(EXACT));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(21);
    }

    private static int yearOf(Market market, int row) {
        return market.time(row).atOffset(ZoneOffset.UTC).getYear();
    }

    private static void tradesAgree(JsonNode expected, Ledger ledger) {
        TradeLog trades = ledger.trades();
        for (int id = 0; id < trades.size(); id++) {
            JsonNode trade = expected.path(id);
            assertThat(trades.shares(id))
                    .as("trade %d", id)
                    .isEqualTo(trade.path("size").asDouble());
            assertThat(trades.entryBar(id)).isEqualTo(trade.path("entry_bar").asInt());
            assertThat(trades.exitBar(id)).isEqualTo(trade.path("exit_bar").asInt());
            assertThat(trades.entryPrice(id))
                    .isEqualTo(trade.path("entry_price").asDouble());
            assertThat(trades.exitPrice(id)).isEqualTo(trade.path("exit_price").asDouble());
            assertThat(trades.profit(id)).isCloseTo(trade.path("pnl").asDouble(), within(EXACT));
            assertThat(trades.commission(id)).isCloseTo(trade.path("commission").asDouble(), within(EXACT));
        }
    }

    /** The one trade that only the reference closes. */
    private static void lastPositionAgrees(JsonNode expected, Ledger ledger, Market market, double commission) {
        Account account = ledger.account();
        double shares = account.shares(0);
        if (shares == 0) {
            return;
        }
        JsonNode last = expected.path(ledger.trades().size());
        double lastOpen = market.open(0)[market.rows() - 1];
        double entry = account.averagePrice(0);
        double paid = commission * Math.abs(shares) * (entry + lastOpen);

        assertThat(shares).isEqualTo(last.path("size").asDouble());
        assertThat(account.entryBar(0)).isEqualTo(last.path("entry_bar").asInt());
        assertThat(entry).isEqualTo(last.path("entry_price").asDouble());
        assertThat(lastOpen).isEqualTo(last.path("exit_price").asDouble());
        assertThat(paid).isCloseTo(last.path("commission").asDouble(), within(EXACT));
        assertThat(shares * (lastOpen - entry) - paid)
                .isCloseTo(last.path("pnl").asDouble(), within(EXACT));
    }

    private static Bars spy() throws IOException {
        List<String> lines = Files.readAllLines(SharedData.file("data/ohlcv/pandas_ta_SPY_D.csv"));
        int rows = lines.size() - 1;
        long[] times = new long[rows];
        double[][] columns = new double[5][rows];
        for (int row = 0; row < rows; row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            times[row] = LocalDate.parse(cells[1]).toEpochDay() * 86_400_000L;
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = Double.parseDouble(cells[column + 2]);
            }
        }
        return new Bars(Symbol.of("SPY"), times, columns[0], columns[1], columns[2], columns[3], columns[4], rows);
    }
}
