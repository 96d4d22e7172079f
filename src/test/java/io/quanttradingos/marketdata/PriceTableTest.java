package io.quanttradingos.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.units.Symbol;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTableTest {
    private static final Symbol SPY = Symbol.of("SPY");
    private static final Symbol TLT = Symbol.of("TLT");

    private static PriceTable table(String csv) {
        return PriceReader.standard().read("p", TestBytes.utf8(csv)).orRefuse().table();
    }

    private static String csv(PriceTable table) {
        return new String(PriceCsv.write(table), StandardCharsets.UTF_8);
    }

    @Test
    void the_constructor_refuses_what_is_no_table() {
        assertThatThrownBy(() -> new PriceTable(List.of(SPY), new int[] {2, 2}, new double[][] {{1, 1}}))
                .hasMessage("dates must ascend, 1970-01-03 follows 1970-01-03");
        assertThatThrownBy(() -> new PriceTable(List.of(SPY), new int[] {2}, new double[][] {{0}}))
                .hasMessage("SPY on 1970-01-03 must be finite and positive, was 0.0");
        assertThatThrownBy(() -> new PriceTable(List.of(SPY), new int[] {2}, new double[][] {{1, 2}}))
                .hasMessage("SPY needs 1 closes, there were 2");
        assertThatThrownBy(() -> new PriceTable(List.of(SPY, TLT), new int[] {2}, new double[][] {{1}}))
                .hasMessage("2 symbols need as many columns, there were 1");
        assertThatThrownBy(() -> new PriceTable(List.of(SPY, SPY), new int[] {2}, new double[][] {{1}, {1}}))
                .hasMessage("each ticker may have one column, were [SPY, SPY]");
    }

    @Test
    void until_a_day_leaves_out_what_came_later() {
        PriceTable table = table("date,SPY\n2024-01-02,1\n2024-01-04,2\n2024-01-08,3\n");

        PriceTable early = table.until(LocalDate.of(2024, 1, 5));

        assertThat(early.rows()).isEqualTo(2);
        assertThat(early.rowAsOf(LocalDate.of(2024, 1, 3))).isZero();
        assertThat(early.rowAsOf(LocalDate.of(2024, 1, 1))).isEqualTo(-1);
        assertThat(early.rowAsOf(LocalDate.of(2030, 1, 1))).isEqualTo(1);
        assertThatThrownBy(() -> early.close(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(csv(early)).isEqualTo("date,SPY\n2024-01-02,1\n2024-01-04,2\n");
    }

    @Test
    void merging_takes_the_newer_price_and_keeps_the_older_where_the_newer_has_none() {
        PriceTable older = table("date,SPY,TLT\n2024-01-02,1,10\n2024-01-03,2,20\n2024-01-05,3,\n");
        PriceTable newer = table("date,TLT,QQQ\n2024-01-03,21,5\n2024-01-04,22,6\n2024-01-05,,7\n");

        assertThat(csv(older.mergedWith(newer)))
                .isEqualTo(
                        "date,SPY,TLT,QQQ\n2024-01-02,1,10,\n2024-01-03,2,21,5\n2024-01-04,,22,6\n2024-01-05,3,,7\n");
        assertThat(csv(PriceTable.empty().mergedWith(newer))).isEqualTo(csv(newer));
        assertThat(csv(newer.mergedWith(PriceTable.empty()))).isEqualTo(csv(newer));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void merging_agrees_with_a_map_of_maps(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PriceTable older = randomTable(random);
        PriceTable newer = randomTable(random).until(LocalDate.of(2024, 2, 20));
        Map<LocalDate, Map<Symbol, Double>> expected = new TreeMap<>();
        put(older, expected);
        put(newer, expected);

        PriceTable merged = older.mergedWith(newer);

        Map<LocalDate, Map<Symbol, Double>> actual = new TreeMap<>();
        put(merged, actual);
        assertThat(actual).isEqualTo(expected);
        assertThat(merged.symbols()).startsWith(older.symbols().toArray(new Symbol[0]));
    }

    private static PriceTable randomTable(SplittableRandom random) {
        StringBuilder text = new StringBuilder("date");
        int first = random.nextInt(5);
        for (int column = first; column < first + 4; column++) {
            text.append(",T").append(column);
        }
        text.append("\n2023-01-01,1,2,3,4\n");
        for (int day = 0; day < 60; day++) {
            if (random.nextInt(3) > 0) {
                text.append('\n').append(LocalDate.of(2024, 1, 1).plusDays(day));
                for (int column = 0; column < 4; column++) {
                    text.append(',').append(random.nextInt(3) > 0 ? Double.toString(1 + random.nextDouble()) : "");
                }
            }
        }
        return table(text.toString());
    }

    private static void put(PriceTable table, Map<LocalDate, Map<Symbol, Double>> into) {
        for (int row = 0; row < table.rows(); row++) {
            Map<Symbol, Double> prices = into.computeIfAbsent(table.date(row), day -> new TreeMap<>());
            for (int column = 0; column < table.columns(); column++) {
                if (!Double.isNaN(table.close(row, column))) {
                    prices.put(table.symbols().get(column), table.close(row, column));
                }
            }
        }
    }

    @Test
    void what_is_written_reads_back_to_the_same_bits() {
        SplittableRandom random = new SplittableRandom(9);
        int rows = 20_000;
        int[] days = new int[rows];
        double[] closes = new double[rows];
        for (int row = 0; row < rows; row++) {
            days[row] = row;
            double price = Math.exp(random.nextDouble() * 60 - 30);
            closes[row] = switch (random.nextInt(4)) {
                case 0 -> Math.rint(price * 100 + 1) / 100;
                case 1 -> (float) price;
                case 2 -> Double.longBitsToDouble(random.nextLong(1, 0x7FEFFFFFFFFFFFFFL));
                default -> price;
            };
        }
        PriceTable table = new PriceTable(List.of(SPY), days, new double[][] {closes});

        PriceTable read = PriceReader.standard()
                .read("p", PriceCsv.write(table))
                .orRefuse()
                .table();

        assertThat(Arrays.copyOf(read.closes(0), rows)).containsExactly(closes);
    }

    @Test
    void each_price_is_written_with_the_fewest_digits() {
        assertThat(shortest(472.65)).isEqualTo("472.65");
        assertThat(shortest(100)).isEqualTo("100");
        assertThat(shortest(0.1)).isEqualTo("0.1");
        assertThat(shortest(0.000123)).isEqualTo("0.000123");
        assertThat(shortest(49.27333450317383)).isEqualTo("49.27333450317383");
        assertThat(shortest(1e22)).isEqualTo("10000000000000000000000");
        assertThat(shortest(2e-3)).isEqualTo("0.002");
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 20_000; i++) {
            int decimals = random.nextInt(0, 10);
            double price = Double.parseDouble(random.nextLong(1, 1_000_000_000L) + "e-" + decimals);
            assertThat(Double.parseDouble(shortest(price))).isEqualTo(price);
            assertThat(shortest(price).length())
                    .isLessThanOrEqualTo(new BigDecimal(Double.toString(price))
                            .stripTrailingZeros()
                            .toPlainString()
                            .length());
        }
    }

    private static String shortest(double value) {
        StringBuilder out = new StringBuilder();
        ShortestDecimal.append(out, value);
        return out.toString();
    }
}
