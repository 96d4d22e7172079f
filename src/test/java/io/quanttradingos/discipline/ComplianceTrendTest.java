package io.quanttradingos.discipline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplianceTrendTest {
    private static List<Double> scores(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ", -1)).map(Double::valueOf).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'', flat",
        "0.5, flat",
        "0.50 0.52, flat",
        "0.48 0.50, flat",
        "0.98 1.00, flat",
        "0.50 0.53, improving",
        "0.53 0.50, worsening",
        "0.52 0.50, flat",
        "0.5 0.9 0.5, flat",
        "0.5 0.1 0.53, improving",
        "0.5 0.7 0.7 0.5, flat",
        "0.5 0.5 0.5 0.6, improving",
        "0.6 0.6 0.5 0.6, worsening",
        "0.5 0.5 0.5 0.5 0.6, improving",
        "0.6 0.6 0.6 0.6 0.5, worsening",
        "0.5 0.7 0.6 0.6 0.6, flat",
        "0.0 1.0 0.5 0.5 0.5 0.5, worsening",
        "0.0 0.5 0.5 0.5 0.5 0.5, flat",
    })
    void compares_the_earlier_scores_with_the_later(String scores, String trend) {
        assertThat(ComplianceTrend.of(scores(scores), 5, 0.02)).isEqualTo(trend);
    }

    @Test
    void is_mirrored_by_mirrored_scores() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            List<Double> scores = random.ints(random.nextInt(8), 0, 101)
                    .mapToObj(x -> x / 128.0)
                    .toList();
            List<Double> mirrored = scores.stream().map(x -> 1 - x).toList();
            String expected = switch (ComplianceTrend.of(scores, 5, 0.02)) {
                case "improving" -> "worsening";
                case "worsening" -> "improving";
                default -> "flat";
            };
            assertThat(ComplianceTrend.of(mirrored, 5, 0.02))
                    .as(scores.toString())
                    .isEqualTo(expected);
        }
    }
}
