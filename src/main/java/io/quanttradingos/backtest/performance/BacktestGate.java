package io.quanttradingos.backtest.performance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether a backtest shows more than luck and costs explain.
 *
 * <p>It fails when the evidence speaks against it: it lost, its Sharpe ratio is below the hurdle, it loses at twice the
 * costs, or the search it comes from mostly chose what was no better than the median afterwards. Otherwise the evidence is
 * insufficient as long as it was in the market for too few bars, has fewer returns than its minimum track record length,
 * its deflated Sharpe ratio is below the confidence, or a figure that decides is not known. Only then does it pass.
 *
 * <p>A run that was never in the market has shown nothing and fails nothing. Immutable; equal evidence gets equal
 * verdicts.
 */
public final class BacktestGate {
    private static final double EVEN_CHANCE = 0.5;

    private final GateRules rules;

    public BacktestGate(GateRules rules) {
        this.rules = rules;
    }

    /** The verdict with all its reasons. */
    public GateVerdict judge(GateEvidence evidence) {
        HonestyStatistics honesty = HonestyStatistics.of(evidence, rules);
        GateWords words = new GateWords(evidence, rules, honesty);
        List<GateCheck> checks = new ArrayList<>();
        checks.add(exposure(evidence, words));
        checks.add(profit(evidence, words));
        checks.add(hurdle(honesty, words));
        checks.add(twiceTheCosts(evidence, words));
        Double overfitting = evidence.probabilityOfOverfitting();
        if (overfitting != null) {
            checks.add(overfitting(overfitting, words));
        }
        checks.add(trackRecord(honesty, words));
        checks.add(luck(honesty, words));
        return GateVerdict.of(checks, honesty);
    }

    private GateCheck exposure(GateEvidence evidence, GateWords words) {
        double bars = evidence.exposedBars();
        double limit = rules.minimumExposedBars();
        boolean passed = bars >= limit;
        return new GateCheck(
                "exposed_bars", bars, limit, passed, Verdict.INSUFFICIENT_EVIDENCE, words.exposure(passed));
    }

    private static GateCheck profit(GateEvidence evidence, GateWords words) {
        double made = evidence.totalReturnPct();
        Verdict otherwise = evidence.exposedBars() > 0 ? Verdict.FAIL : Verdict.INSUFFICIENT_EVIDENCE;
        return new GateCheck("total_return_pct", made, 0.0, made > 0, otherwise, words.profit(made > 0));
    }

    private static GateCheck hurdle(HonestyStatistics honesty, GateWords words) {
        Double probability = honesty.probabilisticSharpeRatio();
        boolean passed = probability != null && probability >= EVEN_CHANCE;
        return new GateCheck(
                "probabilistic_sharpe_ratio",
                probability,
                EVEN_CHANCE,
                passed,
                failsIfKnown(probability),
                words.hurdle(passed));
    }

    private static GateCheck twiceTheCosts(GateEvidence evidence, GateWords words) {
        Double made = evidence.returnPctAtTwiceCosts();
        boolean passed = made != null && made > 0;
        Verdict otherwise = evidence.exposedBars() > 0 ? failsIfKnown(made) : Verdict.INSUFFICIENT_EVIDENCE;
        return new GateCheck("return_pct_at_twice_costs", made, 0.0, passed, otherwise, words.twiceTheCosts(passed));
    }

    private GateCheck overfitting(double probability, GateWords words) {
        double limit = rules.overfittingLimit();
        boolean passed = probability < limit;
        return new GateCheck(
                "probability_of_backtest_overfitting",
                probability,
                limit,
                passed,
                Verdict.FAIL,
                words.overfitting(probability, passed));
    }

    private static GateCheck trackRecord(HonestyStatistics honesty, GateWords words) {
        Double needed = honesty.minimumTrackRecordLength();
        boolean passed = needed != null && honesty.returns() >= needed;
        return new GateCheck(
                "track_record_length",
                (double) honesty.returns(),
                needed,
                passed,
                Verdict.INSUFFICIENT_EVIDENCE,
                words.trackRecord(passed));
    }

    private GateCheck luck(HonestyStatistics honesty, GateWords words) {
        Double probability = honesty.deflatedSharpeRatio();
        boolean passed = probability != null && probability >= rules.confidence();
        return new GateCheck(
                "deflated_sharpe_ratio",
                probability,
                rules.confidence(),
                passed,
                Verdict.INSUFFICIENT_EVIDENCE,
                words.luck(passed));
    }

    private static Verdict failsIfKnown(@Nullable Double value) {
        return value == null ? Verdict.INSUFFICIENT_EVIDENCE : Verdict.FAIL;
    }
}
