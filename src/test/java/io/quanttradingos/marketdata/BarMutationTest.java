package io.quanttradingos.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.quanttradingos.failure.Parsed;
import io.quanttradingos.units.Symbol;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file is damaged to, reading it gives sound bars or problems, and never an exception. */
@Tag("one-java")
class BarMutationTest {
    private static final int MUTATIONS = 6_000;

    private static byte[] good(String kind) {
        StringBuilder text = new StringBuilder();
        switch (kind) {
            case "daily" -> {
                text.append("Date,Open,High,Low,Close,Adj Close,Volume\n");
                for (int day = 10; day < 28; day++) {
                    text.append("2024-01-")
                            .append(day)
                            .append(",472.16,473.67,470.49,472.65,98.33000183105469,123623700\n");
                }
            }
            case "marked" -> {
                text.append("date;o;h;l;c;vol\r\n");
                for (int day = 28; day > 10; day--) {
                    text.append(day).append("/01/2024;1.472,16;\"1.473,67\";1.470,49;$1.472,65;1.236.237\r\n");
                }
            }
            case "intraday" -> {
                text.append("symbol\ttimestamp\tclose\thigh\tlow\topen\n");
                for (int minute = 10; minute < 28; minute++) {
                    text.append("SPY\t2024-01-02T09:").append(minute).append(":00.5Z\t2\t2.5\t1.5\t2.25\n");
                    text.append("tlt\t2024-01-02T09:").append(minute).append(":01+00:00\t2e1\t25\t15\t22\n");
                }
            }
            case "epoch" -> {
                text.append(",time,close,adj close\n");
                for (int day = 0; day < 20; day++) {
                    text.append(day)
                            .append(',')
                            .append(1_704_153_600_000L + day * 86_400_000L)
                            .append(",5,2.5\n");
                }
            }
            default -> throw new IllegalArgumentException(kind);
        }
        return TestBytes.utf8(text.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily", "marked", "intraday", "epoch"})
    void a_damaged_file_gives_problems_or_bars(String kind) {
        byte[] good = good(kind);
        assertThat(reader(false, OnBadRow.REJECT).read("b", good).orRefuse().rows())
                .isBetween(18, 36);
        boolean adjustable = kind.equals("daily") || kind.equals("epoch");
        check(good, reader(false, OnBadRow.REJECT), MUTATIONS);
        check(good, reader(adjustable, OnBadRow.SKIP), MUTATIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily", "intraday"})
    void a_damaged_archive_gives_problems_or_bars(String kind) {
        check(TestBytes.gzip(good(kind)), reader(false, OnBadRow.SKIP), MUTATIONS / 4);
        check(TestBytes.zip(good(kind)), reader(false, OnBadRow.SKIP), MUTATIONS / 4);
    }

    private static BarReader reader(boolean adjusted, OnBadRow onBadRow) {
        return BarReader.standard()
                .forSymbol(Symbol.of("SPY"))
                .adjusted(adjusted)
                .onBadRow(onBadRow)
                .within(new ReadLimits(1 << 20, 10_000, 100, 100_000));
    }

    private static void check(byte[] good, BarReader reader, int mutations) {
        SplittableRandom random = new SplittableRandom(good.length);
        int read = 0;
        for (int i = 0; i < mutations; i++) {
            byte[] damaged = Damage.to(good, random);
            try {
                Parsed<BarFile> parsed = reader.read("b", damaged);
                sound(parsed);
                read += parsed.problems().isEmpty() ? 1 : 0;
                assertThat(ContentRecogniser.recognise(damaged, 1 << 20).reason())
                        .isNotBlank();
            } catch (RuntimeException e) {
                fail("mutation " + i + ": " + Arrays.toString(damaged), e);
            }
        }
        assertThat(read).isBetween(1, mutations - 1);
    }

    /** The constructor of bars has checked each of them; what is left is the file as a whole. */
    private static void sound(Parsed<BarFile> parsed) {
        BarFile file = parsed.value();
        assertThat(file.instruments().stream().mapToInt(Bars::rows).sum()).isEqualTo(file.rows());
        assertThat(file.instruments().stream().map(Bars::symbol).distinct()).hasSameSizeAs(file.instruments());
        assertThat(file.instruments()).allMatch(bars -> bars.rows() > 0);
        assertThat(file.rows() > 0 || !parsed.problems().isEmpty()).isTrue();
        for (Bars bars : file.instruments()) {
            for (int row = 0; row < bars.rows(); row++) {
                assertThat(bars.volume()[row]).isNotEqualTo(Double.POSITIVE_INFINITY);
            }
        }
    }
}
