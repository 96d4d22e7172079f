package io.quanttradingos.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
    record Weights(double trend, double vol) {
        Weights {
            if (!(trend >= 0 && trend <= 1)) {
                throw new IllegalArgumentException("trend must be in [0, 1], was " + trend);
            }
        }
    }

    record Sample(
            double highVolEnterRank,
            double highVolExitRank,
            int sma200,
            boolean stopRequired,
            String benchmark,
            List<String> bonds,
            Map<String, Double> multipliers,
            Weights weights) {
        Sample {
            if (!(highVolEnterRank >= 0 && highVolEnterRank <= 1)) {
                throw new IllegalArgumentException("high_vol_enter_rank must be in [0, 1], was " + highVolEnterRank);
            }
            if (!(highVolExitRank < highVolEnterRank)) {
                throw new IllegalArgumentException("high_vol_exit_rank must be below high_vol_enter_rank");
            }
            multipliers.forEach((name, value) -> {
                if (!(value >= 0)) {
                    throw new IllegalArgumentException("multipliers." + name + " must not be negative, was " + value);
                }
            });
            bonds = List.copyOf(bonds);
            multipliers = Map.copyOf(multipliers);
        }
    }

    private static final Sample DEFAULTS = new Sample(
            0.8,
            0.7,
            200,
            true,
            "SPY",
            List.of("TLT", "IEF"),
            Map.of("trending", 1.0, "range", 0.6),
            new Weights(0.3, 0.2));

    @Test
    void what_the_file_does_not_say_keeps_its_default() {
        assertThat(read("")).isEqualTo(DEFAULTS);
        assertThat(read("# nothing but a comment\n")).isEqualTo(DEFAULTS);
        assertThat(read("---\n")).isEqualTo(DEFAULTS);
        assertThat(read("sma200: 150\nweights:\n  vol: 0.5\n"))
                .isEqualTo(new Sample(
                        0.8, 0.7, 150, true, "SPY", DEFAULTS.bonds(), DEFAULTS.multipliers(), new Weights(0.3, 0.5)));
    }

    @Test
    void every_type_is_read() {
        Sample read = read("""
                high_vol_enter_rank: 9e-1
                high_vol_exit_rank: .5
                sma200: 100
                stop_required: false
                benchmark: "QQQ"
                bonds: [AGG]
                multipliers:
                  chop: 0
                weights: {trend: 1}
                """);

        assertThat(read)
                .isEqualTo(new Sample(
                        0.9, 0.5, 100, false, "QQQ", List.of("AGG"), Map.of("chop", 0.0), new Weights(1, 0.2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "high_vol_enter_rnk: 0.9|r.yaml:1 high_vol_enter_rnk is not a known key; did you mean high_vol_enter_rank?",
                "HIGH-VOL-ENTER-RANK: 0.9|r.yaml:1 HIGH-VOL-ENTER-RANK is not a known key; did you mean high_vol_enter_rank?",
                "\\n\\nweights:\\n  trends: 1|r.yaml:4 weights.trends is not a known key; did you mean trend?",
                "weights:\\n  quite_other: 1|r.yaml:2 weights.quite_other is not a known key; known are trend, vol",
                "sma200: 1\\nsma200: 2|r.yaml:2 sma200 is given twice",
                "multipliers: {a: 1, a: 2}|r.yaml:1 multipliers.a is given twice",
                "sma200: 1.5|r.yaml:1 sma200 must be a whole number, was '1.5'",
                "sma200: 3000000000|r.yaml:1 sma200 must be a whole number, was '3000000000'",
                "high_vol_enter_rank: \"0.9\"|r.yaml:1 high_vol_enter_rank must be a number, was '0.9'",
                "high_vol_enter_rank: .nan|r.yaml:1 high_vol_enter_rank must be a number, was '.nan'",
                "high_vol_enter_rank: 1e999|r.yaml:1 high_vol_enter_rank must be a number, was '1e999'",
                "high_vol_enter_rank: [1]|r.yaml:1 high_vol_enter_rank must be a number, was a list",
                "high_vol_enter_rank:|r.yaml:1 high_vol_enter_rank must be a number, was empty",
                "stop_required: yes|r.yaml:1 stop_required must be true or false, was 'yes'",
                "benchmark: {a: 1}|r.yaml:1 benchmark must be a text, was keys with values",
                "bonds: TLT|r.yaml:1 bonds must be a list such as [A, B], was 'TLT'",
                "bonds: [[a]]|r.yaml:1 bonds must be a list of texts, was a list",
                "multipliers: 1|r.yaml:1 multipliers must be keys with numbers, was '1'",
                "multipliers:\\n  a: b|r.yaml:2 multipliers.a must be a number, was 'b'",
                "weights: 1|r.yaml:1 weights must be keys with values, was '1'",
                "sma200: 1\\nhigh_vol_enter_rank: 3|r.yaml:2 high_vol_enter_rank must be in [0, 1], was 3.0",
                "sma200: 1\\nweights:\\n  trend: 3|r.yaml:3 weights.trend must be in [0, 1], was 3.0",
                "multipliers:\\n  a: 1\\n  b: -1|r.yaml:3 multipliers.b must not be negative, was -1.0",
                "high_vol_enter_rank: 0.6|r.yaml high_vol_exit_rank must be below high_vol_enter_rank",
                "- 1|r.yaml:1 must be keys with values, such as 'max_heat: 0.06'"
            })
    void a_fault_is_told_with_file_line_and_key(String yaml, String expected) {
        assertThatThrownBy(() -> read(yaml.replace("\\n", "\n")))
                .isInstanceOf(Refusal.class)
                .hasMessage(expected);
    }

    @Test
    void every_fault_is_told_at_once() {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> read("sma200: x\nbonds: 1\nweights:\n  trend: 7\n"));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID_INPUT);
        assertThat(refusal.problems())
                .extracting(InputProblem::toString)
                .containsExactly(
                        "r.yaml:1 sma200 must be a whole number, was 'x'",
                        "r.yaml:2 bonds must be a list such as [A, B], was '1'",
                        "r.yaml:4 weights.trend must be in [0, 1], was 7.0");
    }

    @Test
    void what_is_no_yaml_is_refused_with_its_line() {
        assertThatThrownBy(() -> read("sma200: 1\n  bad: [\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("r.yaml:2 is not valid YAML: ");
        assertThatThrownBy(() -> PolicyFile.read("r.yaml", new byte[] {'a', (byte) 0xFF}, DEFAULTS))
                .hasMessage("r.yaml: is not in UTF-8");
        assertThatThrownBy(() -> read("a: 1\n---\nb: 2\n")).isInstanceOf(Refusal.class);
    }

    @Test
    void what_is_rendered_reads_back() {
        Sample policy = new Sample(
                1 / 3.0,
                0.1,
                -5,
                false,
                "a \"b\" \\ #c",
                List.of("x: y", "true"),
                Map.of("2", 1e-7, "a b", 1e20),
                new Weights(0.125, -1.0));

        String yaml = PolicyFile.render(
                policy, Map.of("sma200", "Days of the slow average.\nTwo lines.", "weights.vol", "Of volatility."));

        assertThat(read(yaml)).isEqualTo(policy);
        assertThat(yaml)
                .contains("# Days of the slow average.\n# Two lines.\nsma200: -5\n", "  # Of volatility.\n  vol: ");
        assertThat(read(PolicyFile.render(DEFAULTS, Map.of()))).isEqualTo(DEFAULTS);
    }

    @Test
    void the_canonical_text_tells_settings_apart_and_nothing_else() {
        String canonical = PolicyFile.canonical(DEFAULTS);

        assertThat(canonical).isEqualTo("""
                        high_vol_enter_rank=0.8
                        high_vol_exit_rank=0.7
                        sma200=200
                        stop_required=true
                        benchmark="SPY"
                        bonds=["TLT", "IEF"]
                        multipliers={"range": 0.6, "trending": 1.0}
                        weights.trend=0.3
                        weights.vol=0.2
                        """);
        assertThat(PolicyFile.canonical(read("# other words\nsma200: 200\n"))).isEqualTo(canonical);
        assertThat(PolicyFile.canonical(read("sma200: 201"))).isNotEqualTo(canonical);
    }

    private static Sample read(String yaml) {
        return PolicyFile.read("r.yaml", yaml.getBytes(StandardCharsets.UTF_8), DEFAULTS);
    }
}
