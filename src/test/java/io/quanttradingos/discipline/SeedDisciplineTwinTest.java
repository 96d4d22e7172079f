package io.quanttradingos.discipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quanttradingos.failure.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedDisciplineTwinTest {
    private static final List<String> LABELS =
            List.of("Risk-On", "Risk-Only", "Risk-Off", "", "Risk-On / High Vol / Uptrend", "On", "Unknown", "a'b");
    private static final List<String> COLUMNS = List.of(
            "date", "symbol", "side", "entry_price", "exit_price", "shares", "stop_price", "Side", "ENTRY_PRICE");
    private final SeedDiscipline seed = new SeedDiscipline();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agrees_with_its_slow_twin_on_generated_logs_and_plans(long block) {
        int answered = 0;
        int refused = 0;
        for (long run = 0; run < 400; run++) {
            Random random = new Random(block * 1_000_000 + run);
            boolean odd = run % 2 == 1;
            List<String> csv = csv(random, odd);
            Map<String, @Nullable Object> plan = plan(random, odd);
            String label = LABELS.get(random.nextInt(LABELS.size()));
            if (compare(csv, plan, label)) {
                answered++;
            } else {
                refused++;
            }
        }
        assertThat(answered).as("logs both answered").isGreaterThan(200);
        assertThat(refused).as("logs both refused").isGreaterThan(20);
    }

    private boolean compare(List<String> csv, Map<String, @Nullable Object> plan, String label) {
        String context = csv + " " + plan + " " + label;
        SeedTwin.Answer expected;
        try {
            expected = SeedTwin.judge(csv, plan, label);
        } catch (SeedTwin.Crash crash) {
            assertThat(catchThrowable(() -> seed.judge(Tables.of(csv), plan, label, List.of())))
                    .as(context)
                    .isInstanceOf(Refusal.class)
                    .hasMessageMatching("(?s)(plan: |trades.csv:\\d+ ).+");
            return false;
        }
        DisciplineReport report = seed.judge(Tables.of(csv), plan, label, List.of());
        assertThat(report.violations())
                .as(context)
                .extracting(v -> v.tradeIndex() + "|" + v.violationType() + "|" + v.detail())
                .isEqualTo(expected.violations());
        assertThat(report.complianceScore()).as(context).isEqualTo(expected.score());
        assertThat(report.regimeMismatchRate()).as(context).isEqualTo(expected.mismatchRate());
        assertThat(new ArrayList<>(report.violationSummary().entrySet()))
                .as(context)
                .isEqualTo(new ArrayList<>(expected.summary().entrySet()));
        return true;
    }

    @Test
    void the_twin_formats_as_the_agent_does_on_random_bits() {
        Random random = new Random(99);
        for (int i = 0; i < 20_000; i++) {
            double value =
                    i % 2 == 0 ? Double.longBitsToDouble(random.nextLong()) : random.nextInt(4_000_000) / 16.0 / 100;
            int decimals = random.nextInt(3);
            assertThat(PythonNumber.fixed(value, decimals, i % 3 == 0))
                    .isEqualTo(SeedTwin.text(value, decimals, i % 3 == 0));
        }
    }

    private static List<String> csv(Random random, boolean odd) {
        List<String> names = new ArrayList<>(COLUMNS.subList(0, odd ? COLUMNS.size() : 7));
        if (odd) {
            Collections.shuffle(names, random);
            names = names.subList(0, 3 + random.nextInt(names.size() - 2));
        }
        List<String> lines = new ArrayList<>(List.of(String.join(",", names)));
        boolean clean = !odd || random.nextBoolean();
        int rows = random.nextInt(12);
        for (int i = 0; i < rows; i++) {
            lines.add(row(names, random, clean));
        }
        return lines;
    }

    private static String row(List<String> names, Random random, boolean clean) {
        double entry = price(random);
        double width = random.nextInt(4) == 0 ? 0.01 * random.nextInt(3) : random.nextInt(800) / 100.0 - 2;
        double stop = entry - width;
        double exit = random.nextInt(4) == 0 ? stop : random.nextInt(4) == 0 ? entry : entry + random.nextGaussian();
        List<String> cells = new ArrayList<>();
        for (String name : names) {
            String cell = switch (name) {
                case "side", "Side" -> pick(random, "LONG", "SHORT", "short", "Short", "SELL", "BUY", " SHORT");
                case "entry_price", "ENTRY_PRICE" -> number(random, entry);
                case "exit_price" -> number(random, exit);
                case "stop_price" -> random.nextInt(5) == 0 ? "" : number(random, stop);
                case "shares" -> String.valueOf(random.nextInt(2000) - 50);
                default -> "x";
            };
            cells.add(!clean && random.nextInt(25) == 0 ? oddCell(random) : cell);
        }
        if (!clean && random.nextInt(15) == 0) {
            return String.join(",", cells.subList(0, 1 + random.nextInt(cells.size())));
        }
        return String.join(",", cells);
    }

    private static double price(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(50_000) / 100.0;
            case 1 -> random.nextInt(1_000);
            case 2 -> random.nextDouble() * 1e6;
            default -> random.nextInt(4_000) / 8.0;
        };
    }

    private static String number(Random random, double value) {
        return random.nextInt(3) == 0 ? String.valueOf(Math.round(value * 100) / 100.0) : String.valueOf(value);
    }

    private static String oddCell(Random random) {
        return pick(
                random,
                "",
                "NA",
                "nan",
                "None",
                "inf",
                "-inf",
                "1e308",
                "abc",
                " 12 ",
                "0",
                "-0.0",
                "-5",
                "1_000",
                "1,5",
                "1e-320",
                "+3",
                ".5",
                "5.",
                "Infinity",
                "<NA>",
                "null");
    }

    private static Map<String, @Nullable Object> plan(Random random, boolean odd) {
        Map<String, @Nullable Object> plan = new LinkedHashMap<>();
        if (!odd || random.nextInt(20) > 0) {
            plan.put("allowed_regimes", odd ? anyOf(random, allowed()) : List.of("Risk-On", "Risk-Off", "Unknown"));
        }
        plan.put("stop_required", odd ? anyOf(random, anything()) : random.nextBoolean());
        plan.put("max_position_pct", 1);
        plan.put("account_size", odd ? anyOf(random, sizes()) : 1000 * (1 + random.nextInt(1000)));
        plan.put(
                "position_limits_by_regime",
                odd && random.nextInt(4) == 0 ? anyOf(random, anything()) : limits(random, odd));
        return plan;
    }

    private static Map<String, @Nullable Object> limits(Random random, boolean odd) {
        Map<String, @Nullable Object> limits = new LinkedHashMap<>();
        for (String key : List.of("Risk", "Risk-On", "Risk-Off", "", "Risk-On / High Vol", "Unknown")) {
            if (random.nextInt(3) == 0) {
                limits.put(key, odd && random.nextInt(3) == 0 ? anyOf(random, anything()) : random.nextInt(400) / 16.0);
            }
        }
        return limits;
    }

    private static List<@Nullable Object> allowed() {
        List<@Nullable Object> values = new ArrayList<>(List.of(
                "Risk-On, Risk-Off",
                List.of(),
                Map.of("Risk-On", 1),
                List.of("Risk-On", 3, true),
                List.of("", "On"),
                ""));
        values.add(List.of("Risk-On", "Risk-Only", "On", "Unknown"));
        values.add(null);
        values.add(5);
        return values;
    }

    private static List<@Nullable Object> sizes() {
        List<@Nullable Object> values = new ArrayList<>(List.of(
                100_000,
                1e5,
                "100000",
                " 1e5 ",
                "nan",
                "inf",
                "ten",
                0,
                -5,
                true,
                false,
                "",
                List.of(),
                List.of(1),
                Double.NaN,
                Double.POSITIVE_INFINITY,
                -0.0,
                BigInteger.TEN.pow(30),
                12_345.678,
                "1_000"));
        values.add(null);
        return values;
    }

    private static List<@Nullable Object> anything() {
        List<@Nullable Object> values = new ArrayList<>(List.of(
                true,
                false,
                0,
                1,
                -0.5,
                0.0,
                "",
                "false",
                "10",
                List.of(),
                List.of(0),
                Map.of(),
                Map.of("a", 1),
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                2.5,
                BigInteger.TEN));
        values.add(null);
        return values;
    }

    private static @Nullable Object anyOf(Random random, List<@Nullable Object> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }
}
