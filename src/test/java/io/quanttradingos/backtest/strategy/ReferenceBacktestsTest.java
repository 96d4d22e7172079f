package io.quanttradingos.backtest.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanttradingos.SharedData;
import io.quanttradingos.backtest.engine.Costs;
import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.TradeLog;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.units.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The trades of backtesting.py on twenty-one years of SPY, bar for bar and share for share.
 *
 * <p>It trades from bar 1 on and sells what is held at the end at the last bar's open; here that position stays open, so
 * it is valued at that open, less the commission.
 */
class ReferenceBacktestsTest {
    private static final double CASH = 100_000;
    private static final Map<String, Map<String, Object>> PARAMETERS = Map.of(
            "sma_10_20_long", Map.of("fast", 10, "slow", 20),
            "sma_50_200_long", Map.of("fast", 50, "slow", 200),
            "sma_10_20_long_short", Map.of("fast", 10, "slow", 20, "allow_short", true),
            "rsi14_30_55", Map.of("bars", 14, "entry", 30, "exit", 55),
            "buy_hold", Map.of());

    @ParameterizedTest
    @CsvSource({
        "buy_and_hold, buy_hold, 0.0",
        "buy_and_hold, buy_hold, 0.001",
        "buy_and_hold, buy_hold, 0.002",
        "sma_cross, sma_10_20_long, 0.0",
        "sma_cross, sma_10_20_long, 0.001",
        "sma_cross, sma_10_20_long, 0.002",
        "sma_cross, sma_50_200_long, 0.0",
        "sma_cross, sma_50_200_long, 0.001",
        "sma_cross, sma_50_200_long, 0.002",
        "sma_cross, sma_10_20_long_short, 0.0",
        "sma_cross, sma_10_20_long_short, 0.001",
        "sma_cross, sma_10_20_long_short, 0.002",
        "rsi_reversion, rsi14_30_55, 0.0",
        "rsi_reversion, rsi14_30_55, 0.001",
        "rsi_reversion, rsi14_30_55, 0.002",
    })
    void trades_and_final_equity_are_those_of_the_reference(String strategy, String case_, double commission)
            throws IOException {
        Path expectations = SharedData.file("expected/backtests.json");
        Bars bars = spy(SharedData.file("data/ohlcv/pandas_ta_SPY_D.csv"));
        JsonNode expected = new ObjectMapper()
                .readTree(expectations.toFile())
                .get("SPY_unadj_1999_2020|" + case_ + "|c=" + commission);
        EngineSettings settings =
                EngineSettings.standard(CASH).with(Costs.ofRate(commission)).from(1);

        Ledger ledger = TestRun.run(strategy, Objects.requireNonNull(PARAMETERS.get(case_)), settings, bars);

        double lastOpen = Market.of(bars).open(0)[bars.rows() - 1];
        double shares = ledger.account().shares(0);
        double closed = ledger.account().cash() + shares * lastOpen - Math.abs(shares) * lastOpen * commission;
        assertThat(closed).isCloseTo(expected.get("final_equity").asDouble(), within(1e-6));
        int open = shares == 0 ? 0 : 1;
        assertThat(ledger.trades().size() + open)
                .isEqualTo(expected.get("n_trades").asInt());
        if (expected.has("trades")) {
            assertSameTrades(ledger.trades(), expected.get("trades"), commission);
        }
    }

    private static void assertSameTrades(TradeLog trades, JsonNode expected, double commission) {
        for (int id = 0; id < trades.size(); id++) {
            JsonNode trade = expected.get(id);
            assertThat(trades.entryBar(id))
                    .as("entry of trade %d", id)
                    .isEqualTo(trade.get("entry_bar").asInt());
            assertThat(trades.exitBar(id))
                    .as("exit of trade %d", id)
                    .isEqualTo(trade.get("exit_bar").asInt());
            assertThat(trades.shares(id))
                    .as("shares of trade %d", id)
                    .isEqualTo(trade.get("size").asDouble());
            assertThat(trades.exitPrice(id))
                    .as("exit price of trade %d", id)
                    .isCloseTo(trade.get("exit_price").asDouble(), within(1e-9));
            assertThat(trades.entryPrice(id))
                    .as("entry price of trade %d", id)
                    .isCloseTo(trade.get("entry_price").asDouble(), within(1e-9));
            assertThat(trades.profit(id))
                    .as("profit of trade %d", id)
                    .isCloseTo(trade.get("pnl").asDouble(), within(1e-6));
        }
    }

    private static Bars spy(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int rows = lines.size() - 1;
        long[] times = new long[rows];
        double[][] columns = new double[5][rows];
        for (int row = 0; row < rows; row++) {
            String[] cells = lines.get(row + 1).split(",");
            times[row] = LocalDate.parse(cells[1].substring(0, 10)).toEpochDay() * TestRun.DAY;
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = Double.parseDouble(cells[2 + column]);
            }
        }
        return new Bars(Symbol.of("SPY"), times, columns[0], columns[1], columns[2], columns[3], columns[4], rows);
    }
}
