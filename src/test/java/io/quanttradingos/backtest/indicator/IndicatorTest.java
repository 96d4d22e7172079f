package io.quanttradingos.backtest.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IndicatorTest {
    private static double indexOf(double... prices) {
        RelativeStrengthIndex index = new RelativeStrengthIndex(3);
        for (double price : prices) {
            index.add(price);
        }
        return index.value();
    }

    @Test
    void the_relative_strength_index_of_one_sided_prices_is_at_its_ends() {
        assertThat(indexOf(1, 2, 3, 4)).isEqualTo(100);
        assertThat(indexOf(1, 2, 3, 4, 4, 5)).isEqualTo(100);
        assertThat(indexOf(4, 3, 2, 1)).isZero();
        assertThat(indexOf(4, 4, 4, 4)).isEqualTo(50);
        assertThat(indexOf(4, 4, 4)).isNaN();
        // Means of 2 + 0 + 1 and of 0 + 1 + 0, then 0 and 2 smoothed in.
        assertThat(indexOf(10, 12, 11, 12)).isCloseTo(75, within(1e-12));
        assertThat(indexOf(10, 12, 11, 12, 10)).isCloseTo(100 * (2 / 3.0) / (2 / 3.0 + 8 / 9.0), within(1e-12));
    }

    @Test
    void the_first_true_range_is_high_minus_low_and_a_gap_counts() {
        AverageTrueRange range = new AverageTrueRange(2);
        range.add(11, 10, 10.5);
        assertThat(range.value()).isNaN();
        range.add(14, 13, 13.5);
        assertThat(range.value()).isEqualTo((1 + 3.5) / 2);
        range.add(10, 9, 9.5);
        assertThat(range.value()).isEqualTo((2.25 + 4.5) / 2);
    }

    @Test
    void an_exponential_average_begins_with_the_first_price() {
        ExponentialMovingAverage average = new ExponentialMovingAverage(3);
        average.add(10);
        average.add(12);
        assertThat(average.value()).isNaN();
        average.add(15);
        assertThat(average.value()).isEqualTo((11 + 15) / 2.0);
    }

    @Test
    void touching_lines_cross_by_the_rule_for_ties() {
        Crossover keeping = new Crossover();
        Crossover below = new Crossover(Crossover.Tie.IS_BELOW);
        double[] line = {2, 1, 2, 1, 0};
        for (int bar = 0; bar < line.length; bar++) {
            keeping.add(line[bar], 1 + 1e-13);
            below.add(line[bar], 1 + 1e-13);
            assertThat(keeping.up()).isFalse();
            assertThat(keeping.down()).isEqualTo(bar == 4);
            assertThat(below.up()).isEqualTo(bar == 2);
            assertThat(below.down()).isEqualTo(bar == 1 || bar == 3);
        }
    }

    @Test
    void a_jump_out_of_a_channel_shows_against_the_channel_before() {
        DonchianChannel channel = new DonchianChannel(2);
        channel.add(10, 9);
        channel.add(11, 8);
        assertThat(channel.upper()).isEqualTo(11);
        assertThat(channel.lower()).isEqualTo(8);
        channel.add(15, 12);
        assertThat(channel.upper()).isEqualTo(15);
        assertThat(channel.lower()).isEqualTo(8);
    }

    @Test
    void counts_and_widths_that_are_none_are_refused() {
        assertThatThrownBy(() -> new SimpleMovingAverage(0)).hasMessage("bars must be at least 1, was 0");
        assertThatThrownBy(() -> new ExponentialMovingAverage(-1)).hasMessage("bars must be at least 1, was -1");
        assertThatThrownBy(() -> new RelativeStrengthIndex(0)).hasMessage("bars must be at least 1, was 0");
        assertThatThrownBy(() -> new AverageTrueRange(0)).hasMessage("bars must be at least 1, was 0");
        assertThatThrownBy(() -> new DonchianChannel(0)).hasMessage("bars must be at least 1, was 0");
        assertThatThrownBy(() -> new RollingVolatility(1)).hasMessage("returns must be at least 2, was 1");
        assertThatThrownBy(() -> new Macd(0, 26, 9)).hasMessage("fastBars must be at least 1, was 0");
        assertThatThrownBy(() -> new Macd(12, 12, 9)).hasMessage("slowBars must be at least 13, was 12");
        assertThatThrownBy(() -> new Macd(12, 26, 0)).hasMessage("signalBars must be at least 1, was 0");
        assertThatThrownBy(() -> BollingerBands.ofSample(1, 2)).hasMessage("bars must be at least 2, was 1");
        assertThatThrownBy(() -> BollingerBands.ofPopulation(20, Double.NaN))
                .hasMessage("width must be positive, was NaN");
    }
}
