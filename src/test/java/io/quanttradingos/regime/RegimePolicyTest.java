package io.quanttradingos.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RegimePolicyTest {
    @Test
    void the_defaults_are_those_of_the_definition() {
        RegimePolicy policy = RegimePolicy.defaults();
        assertThat(policy.trend().rowsNeeded()).isEqualTo(70);
        assertThat(policy.trend().rowsForLongWindows()).isEqualTo(220);
        assertThat(policy.trend().trendWeight()
                        + policy.volatility().volatilityWeight()
                        + policy.breadth().breadthWeight()
                        + policy.risk().riskWeight())
                .isEqualTo(1);
    }

    /** Every number of every nested policy, so that a setting added later cannot stay unchecked. */
    static Stream<Arguments> everyNumber() {
        RegimePolicy policy = RegimePolicy.defaults();
        return Stream.of(policy.trend(), policy.volatility(), policy.breadth(), policy.risk(), policy.confirmation())
                .flatMap(part -> Arrays.stream(part.getClass().getRecordComponents())
                        .map(component -> Arguments.of(part, component.getName())));
    }

    @ParameterizedTest
    @MethodSource("everyNumber")
    void a_setting_far_out_of_range_is_refused_with_its_key_first(Record part, String name) {
        for (double outOfRange : new double[] {-1_000_000, 1e300, Double.NaN}) {
            boolean isInt = isInt(part, name);
            // A full margin may be as large as one likes, and an int cannot be NaN.
            if (isInt ? Double.isNaN(outOfRange) : name.contains("FullMargin") && outOfRange > 0) {
                continue;
            }
            assertThatThrownBy(() -> with(part, name, outOfRange))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(snakeCase(name) + " must be ")
                    .hasMessageContaining(", was ");
        }
    }

    @Test
    void a_message_says_the_range_and_what_was_seen() {
        assertThatThrownBy(() -> with(VolatilityPolicy.defaults(), "highVolEnterRank", 3))
                .hasMessage("high_vol_enter_rank must be in [0, 1], was 3");
        assertThatThrownBy(() -> with(VolatilityPolicy.defaults(), "highVolLeaveRank", 0.9))
                .hasMessage("high_vol_leave_rank must be at most high_vol_enter_rank (0.8), was 0.9");
        assertThatThrownBy(() -> with(ConfirmationPolicy.defaults(), "confirmingCloses", 6))
                .hasMessage("confirming_closes must be in [1, 5], was 6");
    }

    @Test
    void windows_that_would_leave_a_labelled_date_without_a_number_are_refused() {
        assertThatThrownBy(() -> policy(
                        "SPY", List.of(), (VolatilityPolicy) with(VolatilityPolicy.defaults(), "volatilityWindow", 70)))
                .hasMessage("volatility_window must be at most short_slow_window + slope_lag - 1 (69), was 70");
    }

    @Test
    void a_benchmark_that_is_a_bond_or_no_ticker_is_refused() {
        assertThatThrownBy(() -> policy("TLT", List.of("TLT"), VolatilityPolicy.defaults()))
                .hasMessage("equity_benchmark must be a ticker that is not among bond_preference, was TLT");
        assertThatThrownBy(() -> policy("s p y", List.of(), VolatilityPolicy.defaults()))
                .hasMessage("equity_benchmark must be of tickers in upper case, was 's p y'");
    }

    private static RegimePolicy policy(String benchmark, List<String> bonds, VolatilityPolicy volatility) {
        RegimePolicy defaults = RegimePolicy.defaults();
        return new RegimePolicy(
                benchmark,
                bonds,
                List.of(),
                List.of(),
                defaults.trend(),
                volatility,
                defaults.breadth(),
                defaults.risk(),
                defaults.confirmation());
    }

    private static boolean isInt(Record part, String name) {
        return Arrays.stream(part.getClass().getRecordComponents())
                .anyMatch(component -> component.getName().equals(name) && component.getType() == int.class);
    }

    private static Record with(Record part, String name, double value) {
        RecordComponent[] components = part.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                Object changed = components[i].getType() == int.class ? (Object) (int) value : (Object) value;
                values[i] = components[i].getName().equals(name)
                        ? changed
                        : components[i].getAccessor().invoke(part);
            }
            Constructor<?> constructor = part.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            return (Record) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw (IllegalArgumentException) e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
