package io.quanttradingos.regime;

import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The regime by the letter of its definition, with the default limits written out: each number of each date is summed
 * afresh from the closes up to it, each state is followed afresh from the first row. Slow, and shares no code with what
 * it checks.
 */
final class BruteForceRegime {
    private static final Set<String> BONDS = Set.of("TLT", "IEF", "SHY", "AGG", "BND", "LQD", "HYG", "TIP");
    private static final double EQUAL = 1e-12;

    final List<Integer> axis = new ArrayList<>();
    final List<Double> score = new ArrayList<>();
    final List<Double> distance = new ArrayList<>();
    final List<Double> sigma = new ArrayList<>();
    final List<Double> rank = new ArrayList<>();
    final List<Double> breadth = new ArrayList<>();
    final List<Integer> names = new ArrayList<>();
    final List<Double> z = new ArrayList<>();

    BruteForceRegime(PriceTable prices, String benchmark, @Nullable String bond) {
        int equity = prices.column(Symbol.of(benchmark));
        for (int row = 0; row < prices.rows(); row++) {
            if (!Double.isNaN(prices.close(row, equity))) {
                axis.add(row);
            }
        }
        List<Double> past = new ArrayList<>();
        List<Double> pastRatios = new ArrayList<>();
        for (int row : axis) {
            past.add(prices.close(row, equity));
            measureTrend(past);
            measureVolatility(past);
            measureBreadth(prices, row);
            double other = bond == null ? Double.NaN : prices.close(row, prices.column(Symbol.of(bond)));
            if (!Double.isNaN(other)) {
                pastRatios.add(Math.log(past.get(past.size() - 1) / other));
            }
            z.add(Double.isNaN(other) ? Double.NaN : z(pastRatios));
        }
    }

    private void measureTrend(List<Double> past) {
        int n = past.size();
        if (n < 70) {
            score.add(Double.NaN);
            distance.add(Double.NaN);
            return;
        }
        int slow = n < 220 ? 50 : 200;
        int fast = n < 220 ? 20 : 50;
        double close = past.get(n - 1);
        double slowNow = mean(past.subList(n - slow, n));
        double slowBefore = mean(past.subList(n - 20 - slow, n - 20));
        double fastNow = mean(past.subList(n - fast, n));
        score.add((sign(close, slowNow) + sign(fastNow, slowNow) + sign(slowNow, slowBefore)) / 3);
        distance.add(close / slowNow - 1);
    }

    private void measureVolatility(List<Double> past) {
        int n = past.size();
        if (n < 21) {
            sigma.add(Double.NaN);
            rank.add(Double.NaN);
            return;
        }
        List<Double> returns = new ArrayList<>();
        for (int i = n - 20; i < n; i++) {
            returns.add(past.get(i) / past.get(i - 1) - 1);
        }
        double now = deviation(returns) * Math.sqrt(252);
        sigma.add(now);
        List<Double> year = sigma.subList(Math.max(20, n - 252), n);
        long atMost = year.stream().filter(s -> s <= now * (1 + EQUAL)).count();
        rank.add(year.size() < 126 ? Double.NaN : (double) atMost / year.size());
    }

    private void measureBreadth(PriceTable prices, int row) {
        int above = 0;
        int assessed = 0;
        for (int column = 0; column < prices.columns(); column++) {
            if (BONDS.contains(prices.symbols().get(column).text()) || Double.isNaN(prices.close(row, column))) {
                continue;
            }
            List<Double> own = new ArrayList<>();
            for (int i = axis.indexOf(row); i >= 0 && own.size() < 50; i--) {
                double close = prices.close(axis.get(i), column);
                if (!Double.isNaN(close)) {
                    own.add(close);
                }
            }
            if (own.size() == 50) {
                assessed++;
                above += sign(own.get(0), mean(own)) > 0 ? 1 : 0;
            }
        }
        names.add(assessed);
        breadth.add(assessed == 0 ? Double.NaN : (double) above / assessed);
    }

    private static double z(List<Double> ratios) {
        List<Double> changes = new ArrayList<>();
        for (int i = Math.max(63, ratios.size() - 252); i < ratios.size(); i++) {
            changes.add(ratios.get(i) - ratios.get(i - 63));
        }
        return changes.size() < 126 ? Double.NaN : changes.get(changes.size() - 1) / deviation(changes);
    }

    @Nullable String label(int t) {
        return label(t, false);
    }

    @Nullable String rawLabel(int t) {
        return label(t, true);
    }

    private @Nullable String label(int t, boolean raw) {
        if (Double.isNaN(score.get(t))) {
            return null;
        }
        boolean up = raw ? score.get(t) > 0 : up(t);
        boolean high = raw ? entersHighVol(t) : high(t);
        boolean healthy = raw ? breadth.get(t) >= 0.5 : healthy(t);
        return (riskOn(t, raw, up, high) ? "Risk-On" : "Risk-Off")
                + (high ? " / High Vol" : " / Low/Normal Vol")
                + (up ? " / Uptrend" : " / Downtrend")
                + (healthy ? " / Healthy Breadth" : " / Weak Breadth");
    }

    private boolean up(int t) {
        return follow(t, score, i -> score.get(i) > 0, i -> score.get(i) >= 1.0 / 3, i -> score.get(i) <= -1.0 / 3);
    }

    private boolean high(int t) {
        return follow(t, sigma, this::entersHighVol, this::entersHighVol, this::leavesHighVol);
    }

    private boolean healthy(int t) {
        return follow(t, breadth, i -> breadth.get(i) >= 0.5, i -> breadth.get(i) >= 0.6, i -> breadth.get(i) < 0.4);
    }

    private boolean entersHighVol(int t) {
        return (rank.get(t) >= 0.8 && sigma.get(t) >= 0.15) || sigma.get(t) >= 0.3;
    }

    private boolean leavesHighVol(int t) {
        return rank.get(t) < 0.7 && sigma.get(t) < 0.25;
    }

    private boolean riskOn(int t, boolean raw, boolean up, boolean high) {
        boolean fiveWithout = true;
        for (int i = Math.max(0, t - 4); i <= t; i++) {
            fiveWithout &= Double.isNaN(z.get(i));
        }
        if (fiveWithout) {
            return up && !high;
        }
        if (raw && !Double.isNaN(z.get(t))) {
            return z.get(t) > 0;
        }
        return follow(t, z, i -> z.get(i) > 0, i -> z.get(i) > 0.25, i -> z.get(i) < -0.25);
    }

    /** Walks from the first row of the unbroken knowledge that reaches t. */
    private static boolean follow(
            int t, List<Double> number, IntPredicate first, IntPredicate toOn, IntPredicate toOff) {
        @Nullable Boolean state = null;
        for (int i = 0; i <= t; i++) {
            boolean known = !Double.isNaN(number.get(i));
            if (!known) {
                int start = Math.max(0, i - 4);
                boolean forgotten =
                        i >= 4 && number.subList(start, i + 1).stream().allMatch(n -> Double.isNaN(n));
                state = forgotten ? null : state;
            } else if (state == null) {
                state = first.test(i);
            } else {
                IntPredicate flip = state ? toOff : toOn;
                boolean confirmed = flip.test(i) && held(i, number, flip) >= 3;
                state = confirmed != state;
            }
        }
        return Boolean.TRUE.equals(state);
    }

    private static int held(int t, List<Double> number, IntPredicate condition) {
        int held = 0;
        for (int i = Math.max(0, t - 4); i <= t; i++) {
            held += (!Double.isNaN(number.get(i)) && condition.test(i)) ? 1 : 0;
        }
        return held;
    }

    @Nullable Double confidence(int t) {
        if (Double.isNaN(score.get(t))) {
            return null;
        }
        double weights = 0.3;
        double sum = 0.3 * Math.min(1, Math.abs(distance.get(t)) / 0.1);
        if (!Double.isNaN(rank.get(t))) {
            weights += 0.3;
            sum += 0.3 * Math.min(1, Math.abs(rank.get(t) - 0.75) / 0.25);
        }
        double breadthWeight = names.get(t) < 5 ? 0.1 : 0.2;
        weights += breadthWeight;
        sum += breadthWeight * Math.min(1, Math.abs(breadth.get(t) - 0.5) / 0.5);
        if (!Double.isNaN(z.get(t))) {
            weights += 0.2;
            sum += 0.2 * Math.min(1, Math.abs(z.get(t)) / 2);
        }
        return (0.5 + 0.5 * sum / weights) * (flipPending(t) ? 0.8 : 1);
    }

    private boolean flipPending(int t) {
        boolean trend = up(t) ? score.get(t) <= -1.0 / 3 : score.get(t) >= 1.0 / 3;
        boolean volatility = high(t) ? leavesHighVol(t) : entersHighVol(t);
        boolean wide = healthy(t) ? breadth.get(t) < 0.4 : breadth.get(t) >= 0.6;
        boolean risk = !Double.isNaN(z.get(t)) && (riskOn(t, false, false, false) ? z.get(t) < -0.25 : z.get(t) > 0.25);
        return trend || volatility || wide || risk;
    }

    private static double sign(double value, double reference) {
        return Math.abs(value - reference) <= reference * EQUAL ? 0 : Math.signum(value - reference);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }

    private static double deviation(List<Double> values) {
        double mean = mean(values);
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.size() - 1));
    }
}
