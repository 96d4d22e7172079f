package io.quanttradingos.backtest.performance;

import io.quanttradingos.statistics.NoiseSource;

/**
 * An experiment anyone can repeat: many strategies without any skill are tried on a market without any trend, the best is
 * kept, and asked whether it passes. A usual rule lets it through nearly always, the gate hardly ever.
 *
 * <p>The market is a random walk with normal daily returns of mean 0. A strategy is long or flat by the toss of a coin,
 * tossed again every {@code holdBars} bars. There are no costs, which only makes it harder to refuse. All strategies
 * share the market, so their Sharpe ratios are as alike as those of a real sweep. The same settings and seed give the
 * same outcome on every machine.
 *
 * @param strategies tried in one search, at least 2
 * @param bars of history
 * @param holdBars how many bars a position is kept before the next toss, at least 1
 * @param repetitions of the whole search, each with a market of its own
 */
public record NoiseSearch(int strategies, int bars, int holdBars, int repetitions) {
    private static final double DAILY_DEVIATION = 0.01;
    private static final double BARS_PER_YEAR = 252;
    private static final double USUAL_SHARPE = 0.5;

    public NoiseSearch {
        if (strategies < 2 || bars < 3 || holdBars < 1 || repetitions < 1) {
            throw new IllegalArgumentException(
                    "needs at least 2 strategies, 3 bars, 1 bar to hold and 1 repetition, were " + strategies + ", "
                            + bars + ", " + holdBars + " and " + repetitions);
        }
    }

    /** A thousand strategies on five years of days, four hundred times. */
    public static NoiseSearch defaults() {
        return new NoiseSearch(1000, 1261, 5, 400);
    }

    /** Runs the searches and asks the gate of the best of each. */
    public NoiseOutcome run(GateRules rules, long seed) {
        NoiseSource noise = new NoiseSource(seed);
        BacktestGate gate = new BacktestGate(rules);
        Tally tally = new Tally(rules);
        for (int repetition = 0; repetition < repetitions; repetition++) {
            GateEvidence best = new Search(this, noise).best();
            tally.add(gate.judge(best), best);
        }
        return tally.outcome(repetitions);
    }

    private static final class Tally {
        private final GateRules rules;
        private int passed;
        private int failed;
        private int aboveUsual;
        private int undeflated;
        private double sharpes;

        Tally(GateRules rules) {
            this.rules = rules;
        }

        void add(GateVerdict verdict, GateEvidence best) {
            double yearly = best.sample().sharpePerBar() * Math.sqrt(BARS_PER_YEAR);
            Double probability = verdict.honesty().probabilisticSharpeRatio();
            passed += verdict.verdict() == Verdict.PASS ? 1 : 0;
            failed += verdict.verdict() == Verdict.FAIL ? 1 : 0;
            aboveUsual += yearly > USUAL_SHARPE ? 1 : 0;
            undeflated += probability != null && probability >= rules.confidence() ? 1 : 0;
            sharpes += yearly;
        }

        NoiseOutcome outcome(int repetitions) {
            double all = repetitions;
            return new NoiseOutcome(
                    repetitions, passed / all, failed / all, aboveUsual / all, undeflated / all, sharpes / all);
        }
    }

    /** One market and all strategies on it. */
    private static final class Search {
        private final NoiseSearch settings;
        private final NoiseSource noise;
        private final double[] market;
        private final double[] equity;
        private final double[] sharpes;
        private final CoreMetrics core = new CoreMetrics();
        private ReturnSample best = new ReturnSample(0, Double.NaN, Double.NaN, Double.NaN);
        private double bestReturnPct;
        private int bestExposed;
        private int exposed;

        Search(NoiseSearch settings, NoiseSource noise) {
            this.settings = settings;
            this.noise = noise;
            this.market = new double[settings.bars];
            this.equity = new double[settings.bars];
            this.sharpes = new double[settings.strategies];
            for (int bar = 1; bar < market.length; bar++) {
                market[bar] = DAILY_DEVIATION * noise.normal();
            }
        }

        GateEvidence best() {
            for (int strategy = 0; strategy < sharpes.length; strategy++) {
                trade();
                sharpes[strategy] = core.sharpePerBar(0);
                if (Double.isNaN(best.sharpePerBar()) || sharpes[strategy] > best.sharpePerBar()) {
                    best = core.sample(0);
                    bestReturnPct = core.totalReturn() * 100;
                    bestExposed = exposed;
                }
            }
            Trials trials = Trials.of(sharpes);
            return new GateEvidence(best, BARS_PER_YEAR, trials, bestReturnPct, bestReturnPct, null, bestExposed);
        }

        private void trade() {
            long tosses = 0;
            int left = 0;
            boolean isLong = false;
            exposed = 0;
            equity[0] = 1;
            for (int bar = 1; bar < equity.length; bar++) {
                if ((bar - 1) % settings.holdBars == 0) {
                    if (left == 0) {
                        tosses = noise.bits();
                        left = Long.SIZE;
                    }
                    isLong = (tosses & 1) != 0;
                    tosses >>>= 1;
                    left--;
                }
                equity[bar] = isLong ? equity[bar - 1] * (1 + market[bar]) : equity[bar - 1];
                exposed += isLong ? 1 : 0;
            }
            core.measure(equity, equity.length, 1);
        }
    }
}
