package io.quanttradingos.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every result is held against {@link Double#parseDouble}. */
class CorrectRoundingTest {
    private static final int ROUNDS = 600_000;

    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "4927333450317383, 14",
        "10663999938964844, 14",
        "9007199254740993, 0",
        "9007199254740993, 1",
        "9007199254740995, 0",
        "18446744073709551615, 0",
        "18446744073709551615, 22",
        "18446744073709551614, 1",
        "9999999999999999999, 19",
        "9223372036854775807, 3",
        "11529215046068470272, 4"
    })
    void these_round_as_the_library_does(String digits, int decimals) {
        check(new BigInteger(digits), decimals);
    }

    @Test
    void any_digits_round_as_the_library_does() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < ROUNDS; i++) {
            long digits = random.nextLong() >>> random.nextInt(0, 24);
            if (digits != 0) {
                check(digits, random.nextInt(0, CorrectRounding.MOST_FRACTION_DIGITS + 1));
            }
        }
    }

    @Test
    void prices_of_seventeen_digits_round_as_the_library_does() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < ROUNDS; i++) {
            BigDecimal price = new BigDecimal(Double.toString((float) Math.exp(10 * random.nextDouble() - 2)));
            check(price.unscaledValue(), price.scale());
        }
    }

    @Test
    void exact_ties_go_to_even_and_their_neighbours_do_not() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < ROUNDS / 6; i++) {
            int decimals = random.nextInt(0, 5);
            BigInteger halfway = BigInteger.valueOf((random.nextLong() >>> 10) | (1L << 53) | 1)
                    .multiply(BigInteger.valueOf(5).pow(decimals));
            if (halfway.bitLength() <= 63) {
                check(halfway, decimals);
                check(halfway.add(BigInteger.ONE), decimals);
                check(halfway.subtract(BigInteger.ONE), decimals);
            }
        }
    }

    @Test
    void digits_close_to_the_middle_of_two_doubles_round_as_the_library_does() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < ROUNDS / 6; i++) {
            double below = Math.exp(14 * random.nextDouble() - 6);
            BigDecimal middle = new BigDecimal(below)
                    .add(new BigDecimal(Math.nextUp(below)))
                    .divide(BigDecimal.valueOf(2));
            int decimals = 18 - Math.max(0, middle.precision() - middle.scale());
            BigInteger digits = middle.setScale(decimals, RoundingMode.HALF_UP).unscaledValue();
            check(digits, decimals);
            check(digits.add(BigInteger.ONE), decimals);
        }
    }

    private static void check(long digits, int decimals) {
        check(new BigInteger(Long.toUnsignedString(digits)), decimals);
    }

    private static void check(BigInteger digits, int decimals) {
        double expected = Double.parseDouble(new BigDecimal(digits, decimals).toString());
        double actual = CorrectRounding.divide(digits.longValue(), decimals);
        if (Double.doubleToLongBits(actual) != Double.doubleToLongBits(expected)) {
            assertThat(actual).as("%s / 10^%d", digits, decimals).isEqualTo(expected);
        }
    }
}
