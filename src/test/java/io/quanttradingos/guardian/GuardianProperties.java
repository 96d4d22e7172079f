package io.quanttradingos.guardian;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardianProperties {
    private static final int CASES = 4_000;
    private final GuardianAgent agent = new GuardianAgent(GuardianPolicy.defaults());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_guardian_only_shrinks_or_stops_and_never_stops_an_exit(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            GuardianRequest request = random(random);
            GuardianDecision decision = agent.judge(request).guardianDecision();
            double product = BaseRisk.defaults().percent(request.tradeType());
            for (RuleApplied rule : decision.rules()) {
                assertThat(rule.multiplier()).isBetween(0.0, 1.0);
                product *= rule.multiplier();
                assertThat(rule.riskPct()).as("%s", request).isEqualTo(product);
            }
            assertThat(decision.allowedRiskPct())
                    .as("%s", request)
                    .isEqualTo(product)
                    .isLessThanOrEqualTo(BaseRisk.defaults().percent(request.tradeType()))
                    .isEqualTo(agent.allowedRiskPct(
                            request.tradeType(),
                            request.volatility(),
                            request.regime(),
                            request.drawdownPct(),
                            request.recentLosses()));
            assertThat(decision.allows()).contains("exits");
            assertThat(decision.tradeAllowed()).isEqualTo(decision.allowedRiskPct() > 0);
            assertThat(decision.blocks().isEmpty()).isEqualTo(decision.tradeAllowed());
            assertThat(decision.reset() == null).isEqualTo(decision.tradeAllowed());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void a_size_never_risks_more_than_allowed_nor_costs_more_than_the_account(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            GuardianRequest request = random(random);
            GuardianVerdict verdict = agent.judge(request);
            Long size = verdict.positionSize();
            Double stop = verdict.stopDistance();
            Double price = request.price();
            if (size == null || stop == null || price == null) {
                assertThat(verdict.guardianDecision().tradeAllowed()).isFalse();
                continue;
            }
            double riskPct = verdict.guardianDecision().allowedRiskPct();
            assertThat(size).isNotNegative();
            assertThat(size * price).as("%s", request).isLessThanOrEqualTo(request.accountSize());
            assertThat(size * stop).as("%s", request).isLessThanOrEqualTo(request.accountSize() * riskPct / 100);
            BigDecimal exact = exactSize(request.accountSize(), riskPct, stop, price);
            assertThat(exact.subtract(BigDecimal.valueOf(size)).abs())
                    .as("one share at most is lost to rounding in %s", request)
                    .isLessThanOrEqualTo(BigDecimal.ONE.max(exact.movePointLeft(15)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void the_allowed_risk_never_rises_as_things_get_worse(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            GuardianRequest r = random(random);
            double worseDrawdown = r.drawdownPct() + random.nextDouble() * (100 - r.drawdownPct());
            int moreLosses = r.recentLosses() + random.nextInt(3);
            VolatilityLevel higher = noCalmer(random, r.volatility());
            double now = risk(r, r.volatility(), r.drawdownPct(), r.recentLosses());

            assertThat(risk(r, r.volatility(), worseDrawdown, r.recentLosses())).isLessThanOrEqualTo(now);
            assertThat(risk(r, r.volatility(), r.drawdownPct(), moreLosses)).isLessThanOrEqualTo(now);
            assertThat(risk(r, higher, r.drawdownPct(), r.recentLosses())).isLessThanOrEqualTo(now);
        }
    }

    @Test
    void nor_does_the_size_on_a_dense_grid_of_drawdowns() {
        long last = Long.MAX_VALUE;
        for (int step = 0; step <= 2_000; step++) {
            GuardianVerdict verdict =
                    agent.judge(GuardianRequest.of(1e6, step / 100.0, "normal", "trend", "swing", 0, 20.0, 0.5));
            Long given = verdict.positionSize();
            long size = given == null ? 0 : given;
            assertThat(size).isLessThanOrEqualTo(last);
            last = size;
        }
        assertThat(last).isZero();
    }

    @Test
    void a_division_that_rounds_up_gives_one_share_less() {
        // 0.3 / 0.1 and 0.7 / 0.1 are the usual traps, 4.35 / 0.01 and 1.1 / 0.1 others
        for (double[] pair :
                new double[][] {{0.3, 0.1}, {0.7, 0.1}, {4.35, 0.01}, {1.1, 0.1}, {1e15, 1e-300}, {Double.MIN_VALUE, 1}
                }) {
            long shares = PositionSize.shares(pair[0], 100, pair[1], pair[1]);
            assertThat(shares * pair[1]).isLessThanOrEqualTo(pair[0]);
        }
    }

    @Test
    void a_drawdown_that_is_no_number_stops_the_trade() {
        assertThat(agent.allowedRiskPct(TradeType.SWING, VolatilityLevel.LOW, TradingRegime.TREND, Double.NaN, 0))
                .isZero();
    }

    private static VolatilityLevel noCalmer(Random random, VolatilityLevel than) {
        List<VolatilityLevel> levels = List.of(VolatilityLevel.values());
        return any(random, levels.subList(levels.indexOf(than), levels.size()).toArray(VolatilityLevel[]::new));
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private double risk(GuardianRequest r, VolatilityLevel volatility, double drawdown, int losses) {
        return agent.allowedRiskPct(r.tradeType(), volatility, r.regime(), drawdown, losses);
    }

    private static BigDecimal exactSize(double account, double riskPct, double stop, double price) {
        BigDecimal equity = new BigDecimal(account);
        BigDecimal byRisk = equity.multiply(new BigDecimal(riskPct))
                .movePointLeft(2)
                .divide(new BigDecimal(stop), MathContext.DECIMAL128);
        BigDecimal byCost = equity.divide(new BigDecimal(price), MathContext.DECIMAL128);
        return byRisk.min(byCost).setScale(0, RoundingMode.FLOOR);
    }

    private static GuardianRequest random(Random random) {
        double cents = random.nextBoolean() ? 1 : 100;
        double account = Math.rint(Math.pow(10, random.nextDouble() * 9) * cents) / cents + 0.01;
        double price = Math.rint(Math.pow(10, random.nextDouble() * 5 - 1) * 100) / 100 + 0.01;
        double drawdown = random.nextInt(3) == 0 ? 5 * random.nextInt(5) : random.nextDouble() * 20;
        return new GuardianRequest(
                account,
                drawdown,
                any(random, VolatilityLevel.values()),
                any(random, TradingRegime.values()),
                any(random, TradeType.values()),
                random.nextInt(4),
                price,
                price * (0.001 + random.nextDouble() * 0.1));
    }
}
