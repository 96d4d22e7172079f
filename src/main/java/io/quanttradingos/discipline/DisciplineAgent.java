package io.quanttradingos.discipline;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.table.DecimalText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges a trade log by its owner's own plan: {@code agent.judge(log, plan, new Given("Risk-On"), List.of())}.
 *
 * <p>The score is 1 − violating trades / trades, so a trade that breaks three rules costs as much as one that breaks a
 * single rule. R is the profit per share over the initial risk per share (entry to stop). A stop that was obeyed is not
 * a violation. Pure and thread safe.
 */
public final class DisciplineAgent {
    private final DisciplinePolicy policy;

    public DisciplineAgent(DisciplinePolicy policy) {
        this.policy = policy;
    }

    /**
     * The report on a log; an empty log has no score and takes no part in the trend.
     *
     * @param regime the regime of all trades, or of each on its own date
     * @param previousScores of earlier runs, oldest first
     * @throws Refusal where a given label is blank
     */
    public DisciplineReport judge(TradeLog log, TradingPlan plan, RegimeKnowledge regime, List<Double> previousScores) {
        if (regime instanceof RegimeKnowledge.Given given && given.label().isBlank()) {
            throw Refusal.invalid("regime_label must name a regime, was blank");
        }
        TradeJudge judge = new TradeJudge(policy, plan);
        RegimesOfTrades regimes = new RegimesOfTrades(plan, regime);
        List<Trade> trades = log.trades();
        for (int i = 0; i < trades.size(); i++) {
            judge.judge(i, trades.get(i), regimes.termsOn(trades.get(i).date()));
        }
        return report(trades, judge, regimes, warnings(trades, plan, judge, regimes), previousScores);
    }

    private DisciplineReport report(
            List<Trade> trades,
            TradeJudge judge,
            RegimesOfTrades regimes,
            List<String> warnings,
            List<Double> previousScores) {
        int count = trades.size();
        int violating = judge.violatingTrades();
        Double score = count == 0 ? null : (double) (count - violating) / count;
        List<Double> scores = new ArrayList<>(previousScores);
        if (score != null) {
            scores.add(score);
        }
        List<Violation> violations = judge.violations();
        return new DisciplineReport(
                score,
                violations,
                judge.regimeMismatchRate(),
                DisciplineReport.summaryOf(violations),
                ComplianceTrend.of(scores, policy.trendRuns(), policy.trendThreshold()),
                judge.passRates(),
                regimes.isPointInTime() ? "point_in_time" : "given",
                conventions(regimes),
                warnings,
                count,
                violating);
    }

    private Map<String, String> conventions(RegimesOfTrades regimes) {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("convention", "standard");
        conventions.put("compliance_score", "1 - violating trades / trades");
        conventions.put("regime_mismatch_rate", "of the trades whose regime is known");
        conventions.put(
                "regime",
                regimes.isPointInTime()
                        ? "of each trade's own date, else the given label"
                        : "the given label for every trade");
        conventions.put("regime_match", "equal or leading whole segments, longest entry wins");
        conventions.put("early_exit", "0 <= R < " + DecimalText.plain(policy.earlyExitBelowR()));
        conventions.put("limits", "a number equal to its limit passes");
        return conventions;
    }

    private static List<String> warnings(
            List<Trade> trades, TradingPlan plan, TradeJudge judge, RegimesOfTrades regimes) {
        List<String> warnings = new ArrayList<>(plan.warnings());
        if (trades.isEmpty()) {
            warnings.add("the log holds no trades, so there is no compliance score");
        }
        warnings.addAll(regimes.warnings());
        if (judge.misplacedStops() > 0) {
            warnings.add(RegimesOfTrades.count(judge.misplacedStops())
                    + " with a stop that is not on the losing side of the entry"
                    + " (the first is trade " + judge.firstMisplacedStop()
                    + "): the initial risk is unknown, so stop distance, risk and R were not judged");
        }
        int repeated = repeated(trades);
        if (repeated > 0) {
            warnings.add(
                    RegimesOfTrades.count(repeated) + " repeating an earlier one in every field; each was counted");
        }
        return warnings;
    }

    private static int repeated(List<Trade> trades) {
        Set<Trade> met = new HashSet<>(trades.size() * 2);
        int repeated = 0;
        for (Trade trade : trades) {
            if (!met.add(trade)) {
                repeated++;
            }
        }
        return repeated;
    }
}
