package io.quanttradingos.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RollingVolatilityTest {
    @ParameterizedTest
    @CsvSource({
        "rolling_SPY_ppo_adj_1993_2019_monthend.csv, public/prices/ppo_spy_prices.csv, SPY",
        "rolling_TLT_arbitragelab_close_2008_2016_monthend.csv, "
                + "public/prices/arbitragelab_etf23_close_2008_2016.csv, TLT"
    })
    void month_ends_agree_with_pandas_and_quantstats(String name, String file, String column) throws IOException {
        List<String> lines = Files.readAllLines(SharedData.file("expected/" + name));
        ReferenceSeries series = ReferenceSeries.load(file, column);
        List<LocalDate> dates = Arrays.asList(series.dates());
        double[] returns = SimpleReturns.of(series.path());
        double[] drawdowns = Drawdown.series(series.path());
        int compared = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            int place = dates.indexOf(LocalDate.parse(cells[0]));
            compared += sameAs(cells[1], RollingVolatility.of(returns, 126)[place - 1]);
            compared += sameAs(cells[2], RollingVolatility.of(returns, 20)[place - 1]);
            compared += sameAs(cells[3], RollingVolatility.of(returns, 60)[place - 1]);
            compared += sameAs(cells[4], RollingVolatility.of(returns, 252)[place - 1]);
            compared += sameAs(cells[7], drawdowns[place]);
        }
        assertThat(compared).isGreaterThan(400);
    }

    /** The file rounds to ten decimals. Where it is empty so must be the value; its drawdowns are never empty. */
    private static int sameAs(String cell, double actual) {
        if (cell.isEmpty()) {
            assertThat(actual).isNaN();
            return 0;
        }
        assertThat(actual).isCloseTo(Double.parseDouble(cell), within(1e-10));
        return 1;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sliding_gives_what_computing_every_window_anew_gives(long seed) {
        Random random = new Random(seed);
        int window = 2 + random.nextInt(40);
        double[] returns = random.doubles(500, -0.02, 0.02).toArray();
        // A crash a million times the usual size must not spoil the windows after it.
        returns[200] = 2e4;
        double[] series = RollingVolatility.of(returns, window);
        for (int end = 1; end <= returns.length; end++) {
            double actual = series[end - 1];
            if (end < window) {
                assertThat(actual).isNaN();
            } else if (end <= 200 || end > 200 + 2 * window) {
                double anew = AnnualVolatility.of(returns, end - window, end);
                assertThat(actual).isCloseTo(anew, within(1e-9 * anew));
            }
        }
    }

    @Test
    void a_series_shorter_than_the_window_has_no_value() {
        assertThat(RollingVolatility.of(new double[] {0.01, 0.02}, 3)).containsExactly(Double.NaN, Double.NaN);
        assertThat(RollingVolatility.of(new double[0], 20)).isEmpty();
    }

    @Test
    void a_window_of_one_is_refused() {
        assertThatThrownBy(() -> RollingVolatility.of(new double[5], 1)).hasMessage("window must be at least 2, was 1");
    }
}
