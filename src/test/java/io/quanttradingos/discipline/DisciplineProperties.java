package io.quanttradingos.discipline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.discipline.RegimeKnowledge.PointInTime;
import io.quanttradingos.units.Side;
import io.quanttradingos.units.Symbol;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every log and plan, over seeds. */
class DisciplineProperties {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final List<String> LABELS = List.of(
            "Risk-On / High Vol / Uptrend",
            "Risk-On / Low/Normal Vol / Uptrend",
            "Risk-Off / High Vol / Downtrend",
            "Risk-Only");
    private final DisciplineAgent agent = new DisciplineAgent(DisciplinePolicy.defaults());

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    private static PointInTime labels(long seed) {
        return new PointInTime(
                date -> Optional.of(LABELS.get(Math.floorMod(date.toEpochDay() * 31 + seed, LABELS.size()))), null);
    }

    private DisciplineReport judge(List<Trade> trades, TradingPlan plan, long seed) {
        return agent.judge(new TradeLog("log", trades), plan, labels(seed), List.of());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_score_is_a_share_and_one_exactly_where_nothing_was_violated(long seed) {
        Random random = new Random(seed);
        DisciplineReport report = judge(trades(random, 1 + random.nextInt(30)), plan(random), seed);
        assertThat(Objects.requireNonNull(report.complianceScore())).isBetween(0.0, 1.0);
        assertThat(Objects.equals(report.complianceScore(), 1.0))
                .isEqualTo(report.violations().isEmpty());
        assertThat(report.violationSummary().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(report.violations().size());
        assertThat(report.nViolating()).isEqualTo((int) report.violations().stream()
                .mapToInt(Violation::tradeIndex)
                .distinct()
                .count());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void permuting_the_trades_permutes_the_violations_and_leaves_the_score(long seed) {
        Random random = new Random(seed);
        List<Trade> trades = trades(random, 1 + random.nextInt(30));
        TradingPlan plan = plan(random);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < trades.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        DisciplineReport before = judge(trades, plan, seed);
        DisciplineReport after = judge(order.stream().map(trades::get).toList(), plan, seed);
        assertThat(after.complianceScore()).isEqualTo(before.complianceScore());
        assertThat(after.passRates()).isEqualTo(before.passRates());
        assertThat(after.violations().stream()
                        .map(v -> new Violation(order.get(v.tradeIndex()), v.violationType(), v.detail())))
                .containsExactlyInAnyOrderElementsOf(before.violations());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_clean_trade_never_lowers_the_score(long seed) {
        Random random = new Random(seed);
        List<Trade> trades = trades(random, 1 + random.nextInt(30));
        TradingPlan plan = plan(random);
        Trade clean = new Trade(START, new Symbol("OK"), Side.LONG, 100, 200, 0.001, 99.9);
        RegimeKnowledge allowedRegime = new RegimeKnowledge.Given("Risk-On / High Vol / Uptrend");
        assertThat(agent.judge(new TradeLog("log", List.of(clean)), plan, allowedRegime, List.of())
                        .violations())
                .isEmpty();
        DisciplineReport before = agent.judge(new TradeLog("log", trades), plan, allowedRegime, List.of());
        List<Trade> more = new ArrayList<>(trades);
        more.add(random.nextInt(more.size() + 1), clean);
        DisciplineReport after = agent.judge(new TradeLog("log", more), plan, allowedRegime, List.of());
        assertThat(after.complianceScore()).isGreaterThanOrEqualTo(Objects.requireNonNull(before.complianceScore()));
        assertThat(after.nViolating()).isEqualTo(before.nViolating());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agrees_with_exact_decimal_arithmetic(long seed) {
        Random random = new Random(seed);
        List<Trade> trades = trades(random, 40);
        TradingPlan plan = plan(random);
        List<String> expected = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            for (int i = 0; i < trades.size(); i++) {
                if (exactly(rule, trades.get(i), plan, seed)) {
                    expected.add(i + " " + rule.title());
                }
            }
        }
        assertThat(judge(trades, plan, seed).violations())
                .extracting(v -> v.tradeIndex() + " " + v.violationType())
                .isEqualTo(expected);
    }

    private static boolean exactly(Rule rule, Trade trade, TradingPlan plan, long seed) {
        String label = labels(seed).labels().apply(trade.date()).orElseThrow();
        BigDecimal entry = BigDecimal.valueOf(trade.entryPrice());
        BigDecimal value = entry.multiply(BigDecimal.valueOf(trade.shares()));
        Double stopPrice = trade.stopPrice();
        BigDecimal risk = stopPrice == null
                ? BigDecimal.ZERO
                : entry.subtract(BigDecimal.valueOf(stopPrice)).multiply(sign(trade));
        BigDecimal profit =
                BigDecimal.valueOf(trade.exitPrice()).subtract(entry).multiply(sign(trade));
        boolean riskKnown = risk.signum() > 0;
        BigDecimal hundred = BigDecimal.valueOf(100);
        BigDecimal account = decimal(plan.accountSize());
        return switch (rule) {
            case REGIME_MISMATCH ->
                plan.allowedRegimes().stream().noneMatch(e -> (label + " / ").startsWith(e + " / "));
            case MISSING_STOP -> plan.stopRequired() && stopPrice == null;
            case OVERSIZED_FOR_REGIME ->
                exceeds(value.multiply(hundred), decimal(limit(label, plan.positionLimitsByRegime())), account);
            case OVERSIZED_POSITION -> exceeds(value.multiply(hundred), decimal(plan.maxPositionPct()), account);
            case STOP_TOO_WIDE -> riskKnown && exceeds(risk.multiply(hundred), decimal(plan.maxStopPct()), entry);
            case RISK_TOO_LARGE ->
                riskKnown
                        && exceeds(
                                risk.multiply(BigDecimal.valueOf(trade.shares()))
                                        .multiply(hundred),
                                decimal(plan.riskPerTradePct()),
                                account);
            case EARLY_EXIT ->
                riskKnown && profit.signum() >= 0 && profit.add(profit).compareTo(risk) < 0;
            case LATE_EXIT -> false;
        };
    }

    private static BigDecimal sign(Trade trade) {
        return trade.side() == Side.LONG ? BigDecimal.ONE : BigDecimal.ONE.negate();
    }

    private static @Nullable BigDecimal decimal(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    private static boolean exceeds(BigDecimal hundredfold, @Nullable BigDecimal percent, @Nullable BigDecimal whole) {
        return percent != null && whole != null && hundredfold.compareTo(percent.multiply(whole)) > 0;
    }

    private static @Nullable Double limit(String label, Map<String, @Nullable Double> limits) {
        return limits.entrySet().stream()
                .filter(e -> (label + " / ").startsWith(e.getKey() + " / "))
                .max(Map.Entry.comparingByKey((a, b) -> Integer.compare(a.length(), b.length())))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    /** Prices in cents and small fractions, so that many numbers fall exactly on their limit. */
    private static List<Trade> trades(Random random, int count) {
        List<Trade> trades = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean isLong = random.nextBoolean();
            int entry = 1000 + 10 * random.nextInt(2000);
            int width = random.nextInt(5) == 0 ? -random.nextInt(200) : entry / 100 * (1 + random.nextInt(10));
            int gain = random.nextInt(3) == 0 ? width / 2 : random.nextInt(3) == 0 ? -width : random.nextInt(400) - 100;
            int sign = isLong ? 1 : -1;
            trades.add(new Trade(
                    START.plusDays(random.nextInt(400)),
                    new Symbol("S" + i),
                    isLong ? Side.LONG : Side.SHORT,
                    entry / 100.0,
                    (entry + sign * gain) / 100.0,
                    random.nextInt(4) == 0 ? (1 + random.nextInt(999)) / 10.0 : 10 * (1 + random.nextInt(50)),
                    random.nextInt(5) == 0 ? null : (Double) ((entry - sign * width) / 100.0)));
        }
        return trades;
    }

    private static TradingPlan plan(Random random) {
        Map<String, @Nullable Object> limits = new LinkedHashMap<>();
        for (String label : List.of("Risk-On", "Risk-On / High Vol", "Risk-Off", "Risk-Only")) {
            if (random.nextBoolean()) {
                limits.put(label, 1 + random.nextInt(60));
            }
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(
                "allowed_regimes",
                random.nextBoolean() ? List.of("Risk-On") : List.of("Risk-On / High Vol", "Risk-Off"));
        json.put("stop_required", false);
        json.put("position_limits_by_regime", limits);
        for (String field : List.of("max_position_pct", "max_stop_pct", "risk_per_trade_pct")) {
            json.put(field, random.nextInt(3) == 0 ? null : (1 + random.nextInt(100)) / 10.0);
        }
        json.put("account_size", random.nextInt(6) == 0 ? null : 1000 * (1 + random.nextInt(100)));
        return TradingPlan.read("plan", json).orRefuse();
    }
}
