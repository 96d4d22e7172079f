package io.quanttradingos.journal;

import io.quanttradingos.statistics.RunProbability;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of {@link FindingPolicy} applied to a journal's figures, in the order in which they stand here. */
final class Findings {
    private final Figures figures;
    private final Tally tally;
    private final FindingPolicy policy;
    private final List<JournalFinding> found = new ArrayList<>();

    private Findings(Figures figures, FindingPolicy policy) {
        this.figures = figures;
        this.tally = figures.tally();
        this.policy = policy;
    }

    static List<JournalFinding> of(Figures figures, double gross, @Nullable Double fees, JournalPolicy policy) {
        Findings findings = new Findings(figures, policy.findings());
        findings.expectancy();
        findings.payoff();
        findings.found.addAll(SymbolFindings.of(figures.by().bySymbol(), policy.findings()));
        findings.fees(gross, fees);
        findings.stops();
        findings.losingStreak();
        findings.largestLoss();
        findings.found.addAll(GroupFindings.of(figures.by(), policy.findings()));
        findings.busyDay();
        return List.copyOf(findings.found);
    }

    private void expectancy() {
        ExpectancyInterval interval = figures.interval();
        if (tally.trades() < policy.minimumTrades()) {
            String sentence = "Only " + Amount.trades(tally.trades()) + ": below " + policy.minimumTrades()
                    + " the figures say little about the next trades.";
            add("FEW_TRADES", FindingSeverity.MEDIUM, sentence, "n_trades", tally.trades());
        }
        if (tally.expectancy() < 0) {
            String sentence = "The average trade loses " + Amount.money(-tally.expectancy()) + " after fees, "
                    + Amount.money(-tally.total()) + " in all.";
            add("NEGATIVE_EXPECTANCY", FindingSeverity.HIGH, sentence, "expectancy", tally.expectancy());
        } else if (interval != null && interval.low() <= 0) {
            String sentence = "The average trade earns " + Amount.money(tally.expectancy())
                    + ", which chance alone may explain: the " + Amount.percent(interval.level())
                    + " interval reaches from " + Amount.money(interval.low()) + " to " + Amount.money(interval.high())
                    + ".";
            add("EXPECTANCY_NOT_SHOWN", FindingSeverity.HIGH, sentence, "expectancy_interval.low", interval.low());
        }
    }

    private void payoff() {
        Double payoff = tally.payoffRatio();
        Double breakEven = tally.breakEvenWinRate();
        if (payoff == null || breakEven == null) {
            return;
        }
        double winShare = (double) tally.wins() / (tally.wins() + tally.losses());
        if (payoff < 1 && winShare < breakEven) {
            String sentence = "An average win is only " + Amount.ratio(payoff) + " of an average loss: that breaks even"
                    + " when " + Amount.percent(breakEven) + " of decided trades win, but " + Amount.percent(winShare)
                    + " did.";
            add("LOSSES_OUTWEIGH_WINS", FindingSeverity.HIGH, sentence, "payoff_ratio", payoff);
        }
    }

    private void fees(double gross, @Nullable Double fees) {
        Double share = Figures.feesToGross(gross, fees);
        if (fees != null && share != null && share > policy.feeShare()) {
            String sentence = "Fees of " + Amount.money(fees) + " take " + Amount.percent(share)
                    + " of the gross result of " + Amount.money(gross) + ".";
            add("FEES_HEAVY", FindingSeverity.MEDIUM, sentence, "fees_to_gross", share);
        }
    }

    private void stops() {
        RiskMultiples risk = figures.risk();
        int without = tally.trades() - risk.withStop();
        if (without > policy.missingStopShare() * tally.trades()) {
            String sentence = Amount.trades(without) + " of " + Amount.trades(tally.trades())
                    + " have no stop on record, so what they risked is unknown.";
            add("STOPS_MISSING", FindingSeverity.MEDIUM, sentence, "no_stop", without);
        }
        Double worst = risk.worst();
        if (worst != null && risk.beyondStop() > policy.beyondStopShare() * risk.known()) {
            String sentence = Amount.trades(risk.beyondStop()) + " of " + Amount.trades(risk.known())
                    + " with a stop ended worse than it; the worst result was " + Amount.ratio(worst) + " R.";
            add("STOPS_NOT_HONOURED", FindingSeverity.HIGH, sentence, "beyond_stop", risk.beyondStop());
        }
    }

    private void losingStreak() {
        int longest = figures.streaks().longestLoss();
        if (longest == 0) {
            return;
        }
        double lossRate = (double) tally.losses() / tally.trades();
        double chance = RunProbability.atLeast(longest, tally.trades(), lossRate);
        if (chance < policy.streakProbability()) {
            String sentence = longest + " losses on end: were losses independent, " + Amount.trades(tally.trades())
                    + " of which " + Amount.percent(lossRate)
                    + " lose would hold such a streak with a probability of " + Amount.percent(chance) + ".";
            add("LOSING_STREAK", FindingSeverity.MEDIUM, sentence, "longest_loss_streak", longest);
        }
    }

    private void largestLoss() {
        Double largest = figures.spread().largestLoss();
        Double average = tally.averageLoss();
        if (largest != null && average != null && largest < policy.largestLossMultiple() * average) {
            String sentence = "The largest loss of " + Amount.money(-largest) + " is " + Amount.ratio(largest / average)
                    + " times the average loss of " + Amount.money(-average) + ".";
            add("LARGE_LOSS", FindingSeverity.MEDIUM, sentence, "largest_loss", largest);
        }
    }

    private void busyDay() {
        DayOfTrades busiest = figures.days().busiest();
        double usual = (double) tally.trades() / figures.days().traded();
        if (busiest.n() >= policy.busyDayTrades() && busiest.n() > policy.busyDayMultiple() * usual) {
            String sentence = Amount.trades(busiest.n()) + " on " + busiest.date() + ", " + Amount.ratio(usual)
                    + " on the average trading day; they came to " + Amount.money(busiest.netPnl()) + ".";
            add("OVERTRADING", FindingSeverity.LOW, sentence, "busiest_day.n", busiest.n());
        }
    }

    private void add(String code, FindingSeverity severity, String sentence, String metric, double value) {
        found.add(new JournalFinding(code, severity, sentence, MetricPath.of(metric), value));
    }
}
