package io.quanttradingos.backtest.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.SharedData;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.units.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of real exports; the expected figures come from the description run in Python 3.11 on pandas 1.5.3. */
class RealBarsTest {
    private static SeedBars read(String name) throws IOException {
        Path file = SharedData.file("data/" + name);
        return SeedCsv.read(file.getFileName().toString(), Files.readAllBytes(file), null);
    }

    @ParameterizedTest
    @CsvSource({
        "ohlcv/pandas_ta_SPY_D.csv, 5241, 110750.875, 10.750875, 0.3388914697978862, 0.32602220740291726, 5769.5, 5.238386536997041",
        "messy/alphavantage_AAPL_daily_desc.csv, 5251, 108896.0, 8.895999999999999, 0.2822748530989516, 0.10585250259858107, 30591.0, 22.779380829160228",
        "messy/stockindicators_spx_bom_us_dates.csv, 8111, 294991.5, 194.9915, 2.3461778955166324, 0.45295702653609987, 57437.5, 22.8540563338811",
        "prices/ndx_1985_2024.csv, 9827, 1094823.9571, 994.8239571, 4.325770051352995, 0.5109300201068474, 294699.9999999999, 31.9264189190624",
        "prices/vix-daily.csv, 9235, 100073.0, 0.073, 0.0013773811228245947, 0.008066721293193137, 3586.0, 3.4754460608057687"
    })
    void a_real_file_gives_the_figures_the_original_gave(
            String name,
            int rows,
            double finalValue,
            double returnPct,
            double cagr,
            double sharpe,
            double drawdown,
            double drawdownPct)
            throws IOException {
        SeedResult result = new SeedBacktest().run(read(name), Symbol.of("SPY"), 100_000, 50);
        assertThat(result.bars().rows()).isEqualTo(rows);
        assertThat(result.numTrades()).isEqualTo(1);
        SeedMetrics metrics = result.metrics();
        assertThat(metrics.finalValue()).isEqualTo(finalValue);
        assertThat(metrics.totalReturnPct()).isEqualTo(returnPct);
        assertThat(metrics.cagr()).isCloseTo(cagr, within(1e-12));
        assertThat(metrics.sharpeRatio()).isCloseTo(sharpe, within(1e-14));
        assertThat(metrics.maxDrawdown()).isEqualTo(drawdown);
        assertThat(metrics.maxDrawdownPct()).isEqualTo(drawdownPct);
    }

    @Test
    void a_real_file_with_a_missing_close_is_refused_with_its_bar() throws IOException {
        SeedBars bars = read("messy/stockindicators_bad_us_dates.csv");
        assertThatThrownBy(() -> new SeedBacktest().run(bars, Symbol.of("SPY"), 100_000, 50))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "no metrics can be given: with the close of bar 400 (2018-10-15T00:00:00Z), NaN, the equity is"
                                + " NaN");
    }
}
