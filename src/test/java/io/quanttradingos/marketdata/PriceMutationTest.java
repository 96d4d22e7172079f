package io.quanttradingos.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.quanttradingos.failure.Parsed;
import io.quanttradingos.units.Symbol;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file is damaged to, reading it gives a sound table or problems, and never an exception. */
class PriceMutationTest {
    private static final int MUTATIONS = 8_000;

    private static byte[] good(String kind) {
        StringBuilder text = new StringBuilder();
        switch (kind) {
            case "wide" -> {
                text.append("date,SPY,TLT,QQQ\n");
                for (int day = 10; day < 28; day++) {
                    text.append("2024-01-").append(day).append(",472.65,98.33000183105469,\n");
                }
            }
            case "long" -> {
                text.append("symbol;date;close\r\n");
                for (int day = 10; day < 28; day++) {
                    text.append("SPY;").append(day).append("/01/2024;472.65\r\n\"tlt\";");
                    text.append(day).append("/01/2024;98.3\r\n");
                }
            }
            case "bars" -> {
                text.append("date,open,high,low,close,volume\n");
                for (int day = 28; day > 10; day--) {
                    text.append("202401").append(day).append(",1,2,0.5,\"1.5\",100\n");
                }
            }
            default -> throw new IllegalArgumentException(kind);
        }
        return TestBytes.utf8(text.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wide", "long", "bars"})
    void a_damaged_file_gives_problems_or_a_table(String kind) {
        byte[] good = good(kind);
        assertThat(read(good).problems()).isEmpty();
        check(good, kind, MUTATIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wide", "long"})
    void a_damaged_archive_gives_problems_or_a_table(String kind) {
        check(TestBytes.gzip(good(kind)), kind, MUTATIONS / 4);
        check(TestBytes.zip(good(kind)), kind, MUTATIONS / 4);
    }

    private static void check(byte[] good, String kind, int mutations) {
        SplittableRandom random = new SplittableRandom(kind.length());
        int tables = 0;
        for (int i = 0; i < mutations; i++) {
            byte[] damaged = Damage.to(good, random);
            try {
                Parsed<PriceFile> parsed = read(damaged);
                sound(parsed.value().table());
                tables += parsed.problems().isEmpty() ? 1 : 0;
                assertThat(ContentRecogniser.recognise(damaged, 1 << 20).reason())
                        .isNotBlank();
            } catch (RuntimeException e) {
                fail("mutation " + i + " of " + kind + ": " + Arrays.toString(damaged), e);
            }
        }
        assertThat(tables).isBetween(1, mutations - 1);
    }

    private static Parsed<PriceFile> read(byte[] file) {
        return PriceReader.standard()
                .forSymbol(Symbol.of("SPY"))
                .within(new ReadLimits(1 << 20, 10_000, 100, 100_000))
                .read("p", file);
    }

    /** The checks of the public constructor, which the reader is trusted to have made. */
    private static void sound(PriceTable table) {
        int[] days = new int[table.rows()];
        double[][] closes = new double[table.columns()][];
        for (int row = 0; row < days.length; row++) {
            days[row] = table.epochDay(row);
        }
        for (int column = 0; column < closes.length; column++) {
            closes[column] = Arrays.copyOf(table.closes(column), table.rows());
        }
        assertThat(new PriceTable(table.symbols(), days, closes).rows()).isEqualTo(table.rows());
    }
}
