package io.quanttradingos.insider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random lists of lines: a slow second way to the numbers, and what must hold of any list. */
class InsiderProperties {
    private static final int CASES = 400;
    private static final Symbol SYMBOL = Symbol.of("ABC");
    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
    private static final String CODES = "PPPPSSSMAFGXDJ?";

    private static InsiderReport report(List<InsiderTransaction> lines, InsiderPolicy policy) {
        return InsiderAgent.assess(SYMBOL, DAY, lines, policy);
    }

    private static InsiderPolicy policy(Random random) {
        return new InsiderPolicy(
                20 + random.nextInt(60),
                2 + random.nextInt(3),
                1 + random.nextInt(10),
                0.5 + random.nextDouble(),
                random.nextDouble());
    }

    private static List<InsiderTransaction> lines(Random random) {
        List<InsiderTransaction> lines = new ArrayList<>();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            lines.add(line(random, DAY.plusDays(5 - random.nextInt(80))));
            if (random.nextInt(5) == 0) {
                lines.add(lines.get(random.nextInt(lines.size())));
            }
        }
        return lines;
    }

    private static InsiderTransaction line(Random random, LocalDate done) {
        char code = CODES.charAt(random.nextInt(CODES.length()));
        double shares = 1 + random.nextInt(50);
        boolean grows = code == 'P' || (code != 'S' && random.nextBoolean());
        boolean contradicts = random.nextInt(15) == 0;
        return new InsiderTransaction(
                "Person " + (char) ('A' + random.nextInt(6)),
                done,
                random.nextInt(4) == 0 ? null : done.plusDays(random.nextInt(6)),
                String.valueOf(code),
                grows != contradicts ? shares : -shares,
                random.nextBoolean() ? 1000 : Double.NaN,
                random.nextInt(4) == 0 ? Double.NaN : 1 + random.nextInt(20),
                random.nextInt(8) == 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_numbers_are_those_of_counting_line_by_line(long seed) {
        Random random = new Random(seed);
        int withSeveralClusters = 0;
        for (int i = 0; i < CASES; i++) {
            InsiderPolicy policy = policy(random);
            List<InsiderTransaction> lines = lines(random);
            InsiderReport report = report(lines, policy);
            withSeveralClusters += report.clusterBuys().size() > 1 ? 1 : 0;
            Twin twin = new Twin(lines, policy);

            assertThat(report.market().purchases().lines()).isEqualTo(twin.bought.size());
            assertThat(report.market().sales().lines()).isEqualTo(twin.sold.size());
            assertThat(report.market().netShares()).isEqualTo(twin.shares(twin.bought) - twin.shares(twin.sold));
            assertThat(report.market().purchases().insiders())
                    .isEqualTo(twin.people(twin.bought).size());
            assertThat(report.market().sales().insiders())
                    .isEqualTo(twin.people(twin.sold).size());
            assertThat(report.lines().used()).isEqualTo(twin.used.size());
            assertThat(report.lines().total())
                    .isEqualTo(lines.size())
                    .isEqualTo(report.lines().notYetKnown()
                            + report.lines().beforeWindow()
                            + report.lines().duplicates()
                            + report.lines().used());
            assertThat(report.byCode().stream()
                            .mapToInt(TransactionCodeTotal::lines)
                            .sum())
                    .isEqualTo(twin.used.size());
            assertThat(report.clusterBuys().stream()
                            .map(c -> dates(c.purchases()))
                            .toList())
                    .isEqualTo(twin.clusters());
            assertThat(report.signal().confidence()).isBetween(0.0, 1.0);
            if (twin.bought.isEmpty() && twin.sold.isEmpty()) {
                assertThat(report.signal().score()).isNull();
            } else {
                assertThat(report.signal().score())
                        .isCloseTo(twin.score(), within(1e-12))
                        .isBetween(-1.0, 1.0);
            }
        }
        assertThat(withSeveralClusters).isGreaterThan(3);
    }

    private static List<String> dates(List<InsiderTrade> purchases) {
        return purchases.stream()
                .map(trade -> trade.date() + " " + trade.name())
                .toList();
    }

    /** Counts the slow way: every line against every other. */
    private static final class Twin {
        private final InsiderPolicy policy;
        private final List<InsiderTransaction> used = new ArrayList<>();
        private final List<InsiderTransaction> bought = new ArrayList<>();
        private final List<InsiderTransaction> sold = new ArrayList<>();

        Twin(List<InsiderTransaction> lines, InsiderPolicy policy) {
            this.policy = policy;
            for (InsiderTransaction line : lines) {
                boolean known = !line.transactionDate().isAfter(DAY)
                        && (line.filingDate() == null || !line.filingDate().isAfter(DAY));
                boolean inWindow =
                        line.transactionDate().plusDays(policy.windowDays()).isAfter(DAY);
                if (known && inWindow && used.stream().noneMatch(other -> same(other, line))) {
                    used.add(line);
                }
            }
            for (InsiderTransaction line : used) {
                if (!line.derivative() && line.code().equals("P") && line.sharesChanged() > 0) {
                    bought.add(line);
                }
                if (!line.derivative() && line.code().equals("S") && line.sharesChanged() < 0) {
                    sold.add(line);
                }
            }
        }

        private static boolean same(InsiderTransaction a, InsiderTransaction b) {
            return a.name().equals(b.name())
                    && a.transactionDate().equals(b.transactionDate())
                    && a.code().equals(b.code())
                    && a.sharesChanged() == b.sharesChanged()
                    && Objects.equals((Double) a.price(), (Double) b.price())
                    && Objects.equals((Double) a.sharesAfter(), (Double) b.sharesAfter())
                    && a.derivative() == b.derivative();
        }

        double shares(List<InsiderTransaction> side) {
            double shares = 0;
            for (InsiderTransaction line : side) {
                shares += Math.abs(line.sharesChanged());
            }
            return shares;
        }

        Set<String> people(List<InsiderTransaction> side) {
            Set<String> people = new HashSet<>();
            side.forEach(line -> people.add(line.name()));
            return people;
        }

        double score() {
            double b = shares(bought);
            double s = shares(sold);
            double buyers = people(bought).size();
            double sellers = people(sold).size();
            return (b * buyers / (buyers + policy.breadthHalf())
                            - policy.saleWeight() * s * sellers / (sellers + policy.breadthHalf()))
                    / (b + s);
        }

        /** Every day as a span's first, every purchase in a span that counts; neighbours by shared purchases. */
        List<List<String>> clusters() {
            List<Set<InsiderTransaction>> groups = new ArrayList<>();
            for (int back = policy.windowDays(); back >= 0; back--) {
                LocalDate from = DAY.minusDays(back);
                Set<InsiderTransaction> span = Collections.newSetFromMap(new IdentityHashMap<>());
                bought.stream()
                        .filter(line -> !line.transactionDate().isBefore(from)
                                && line.transactionDate().isBefore(from.plusDays(policy.clusterDays())))
                        .forEach(span::add);
                boolean begins =
                        span.stream().anyMatch(line -> line.transactionDate().equals(from));
                if (begins && people(new ArrayList<>(span)).size() >= policy.clusterInsiders()) {
                    List<Set<InsiderTransaction>> touching = groups.stream()
                            .filter(group -> !Collections.disjoint(group, span))
                            .toList();
                    groups.removeAll(touching);
                    touching.forEach(span::addAll);
                    groups.add(span);
                }
            }
            return groups.stream()
                    .map(group -> group.stream()
                            .map(line -> line.transactionDate() + " " + line.name())
                            .sorted()
                            .toList())
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void the_order_of_the_lines_changes_nothing(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            InsiderPolicy policy = policy(random);
            List<InsiderTransaction> lines = lines(random);
            List<InsiderTransaction> shuffled = new ArrayList<>(lines);
            Collections.shuffle(shuffled, random);

            assertThat(report(shuffled, policy)).isEqualTo(report(lines, policy));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void what_is_filed_or_done_after_the_day_changes_nothing(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            InsiderPolicy policy = policy(random);
            List<InsiderTransaction> lines = lines(random);
            InsiderReport before = report(lines, policy);
            List<InsiderTransaction> more = new ArrayList<>(lines);
            int late = 1 + random.nextInt(5);
            for (int k = 0; k < late; k++) {
                InsiderTransaction copy = line(random, DAY.minusDays(random.nextInt(30)));
                more.add(new InsiderTransaction(
                        copy.name(),
                        random.nextBoolean() ? copy.transactionDate() : DAY.plusDays(1 + random.nextInt(9)),
                        DAY.plusDays(1 + random.nextInt(9)),
                        copy.code(),
                        copy.sharesChanged(),
                        copy.sharesAfter(),
                        copy.price(),
                        copy.derivative()));
            }
            InsiderReport after = report(more, policy);

            assertThat(after.lines().notYetKnown()).isEqualTo(before.lines().notYetKnown() + late);
            assertThat(withoutLate(after)).isEqualTo(withoutLate(before));
        }
    }

    private static InsiderReport withoutLate(InsiderReport report) {
        InsiderLineCounts lines = report.lines();
        return new InsiderReport(
                report.symbol(),
                report.day(),
                report.windowFrom(),
                new InsiderLineCounts(
                        lines.total() - lines.notYetKnown(),
                        0,
                        lines.beforeWindow(),
                        lines.duplicates(),
                        lines.used(),
                        lines.offMarket(),
                        lines.derivative(),
                        lines.contradictory(),
                        lines.unknownCode(),
                        lines.withoutFilingDate()),
                report.market(),
                report.netShareChange(),
                report.byCode(),
                report.clusterBuys(),
                report.signal(),
                report.findings(),
                report.report(),
                report.conventions(),
                report.warnings().stream()
                        .filter(warning -> !warning.contains("done or filed after"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void an_award_an_exercise_a_tax_a_gift_or_a_derivative_line_never_changes_the_market(long seed) {
        Random random = new Random(seed);
        Set<String> added = new TreeSet<>();
        for (int i = 0; i < CASES; i++) {
            InsiderPolicy policy = policy(random);
            List<InsiderTransaction> lines = lines(random);
            InsiderReport before = report(lines, policy);
            String code = String.valueOf("MACFGXDIJKLOUVWZEHPS".charAt(random.nextInt(20)));
            boolean derivative = code.equals("P") || code.equals("S") || random.nextBoolean();
            double shares = random.nextInt(2000) - 1000;
            lines.add(new InsiderTransaction("New", DAY.minusDays(3), DAY, code, shares, 7, 8, derivative));
            InsiderReport after = report(lines, policy);
            added.add(code);

            assertThat(after.lines().used()).isEqualTo(before.lines().used() + 1);
            assertThat(after.market()).isEqualTo(before.market());
            assertThat(after.clusterBuys()).isEqualTo(before.clusterBuys());
            assertThat(after.signal().score()).isEqualTo(before.signal().score());
        }
        assertThat(added).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void a_further_purchase_never_lowers_the_score_and_a_further_sale_never_raises_it(long seed) {
        Random random = new Random(seed);
        int compared = 0;
        for (int i = 0; i < CASES; i++) {
            InsiderPolicy policy = policy(random);
            List<InsiderTransaction> lines = lines(random);
            Double before = report(lines, policy).signal().score();
            if (before == null) {
                continue;
            }
            compared++;
            double shares = 1 + random.nextInt(100);
            String name = "Person " + (char) ('A' + random.nextInt(8));
            List<InsiderTransaction> bought = new ArrayList<>(lines);
            bought.add(new InsiderTransaction(name, DAY.minusDays(1), DAY, "P", shares, 77_777, 8, false));
            List<InsiderTransaction> sold = new ArrayList<>(lines);
            sold.add(new InsiderTransaction(name, DAY.minusDays(1), DAY, "S", -shares, 77_777, 8, false));

            assertThat(Objects.requireNonNull(report(bought, policy).signal().score()))
                    .isGreaterThanOrEqualTo(before - 1e-12);
            assertThat(Objects.requireNonNull(report(sold, policy).signal().score()))
                    .isLessThanOrEqualTo(before + 1e-12);
        }
        assertThat(compared).isGreaterThan(CASES / 2);
    }
}
