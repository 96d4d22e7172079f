package io.quanttradingos.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberCellTest {
    private final NumberCell cell = new NumberCell();

    private double read(String text, NumberStyle style) {
        byte[] padded = TestBytes.utf8("1" + text + "1");
        return cell.read(padded, 1, padded.length - 1, style);
    }

    @Test
    void every_number_has_the_value_the_library_gives_its_digits() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 200_000; round++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong() >>> random.nextInt(1, 64), random.nextInt(0, 26));
            if (random.nextInt(4) == 0) {
                number = number.multiply(BigDecimal.valueOf(random.nextLong(1, 1L << 62)));
            }
            String plain = number.toPlainString();
            assertThat(read(plain, NumberStyle.PLAIN)).as(plain).isEqualTo(Double.parseDouble(plain));
            String exponent = plain + "e" + random.nextInt(-30, 30);
            assertThat(read(exponent, NumberStyle.PLAIN)).as(exponent).isEqualTo(Double.parseDouble(exponent));
            int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
            String grouped =
                    plain.substring(0, point).replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", ",") + plain.substring(point);
            assertThat(read(grouped, NumberStyle.POINT)).as(grouped).isEqualTo(Double.parseDouble(plain));
            String comma = grouped.replace('.', '#').replace(',', '.').replace('#', ',');
            assertThat(read(comma, NumberStyle.COMMA)).as(comma).isEqualTo(Double.parseDouble(plain));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.|PLAIN|12",
                ".5|PLAIN|0.5",
                "+1|PLAIN|1",
                "-1.5|PLAIN|-1.5",
                "$187.15|PLAIN|187.15",
                "-€1.234,50|COMMA|-1234.5",
                "£1,234|POINT|1234",
                "¥12|POINT|12",
                "1,234|COMMA|1.234",
                "0,123|COMMA|0.123",
                "1,5e3|COMMA|1500",
                "000|PLAIN|0",
                "1E400|PLAIN|Infinity"
            })
    void numbers_are_read_as_people_write_them(String text, NumberStyle style, double value) {
        assertThat(read(text, style)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234|PLAIN",
                "1.2.3|PLAIN",
                "1,23|POINT",
                "1,2345|POINT",
                "12,34.5|POINT",
                "1234,567|POINT",
                "0,123|POINT",
                "1,234,|POINT",
                ",234|POINT",
                "1.234,567|POINT",
                "1.5,234|POINT",
                "12.5|COMMA",
                "1,234.5|COMMA",
                "1,234e2|POINT",
                "1.234e2|COMMA"
            })
    void a_mark_in_a_wrong_place_makes_it_no_number(String text, NumberStyle style) {
        assertThat(read(text, style)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "-",
                "+",
                ".",
                "$",
                "--1",
                "-$-1",
                "1f",
                "1d",
                "0x1p3",
                "NaN",
                "inf",
                "1e",
                "1e+",
                "e5",
                ".e5",
                "1 2",
                "1e5e5",
                "1e123456",
                "\u0661",
                "1$",
                "1\u0000234"
            })
    void anything_else_is_none_in_any_style(String text) {
        for (NumberStyle style : NumberStyle.values()) {
            assertThat(read(text, style)).isNaN();
        }
    }

    @Test
    void a_number_longer_than_any_price_is_none() {
        assertThat(read("1".repeat(CellText.LONGEST_NUMBER), NumberStyle.PLAIN)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(read("1".repeat(CellText.LONGEST_NUMBER + 1), NumberStyle.PLAIN))
                .isNaN();
    }
}
