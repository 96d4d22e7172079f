package io.quanttradingos.discipline;

import io.quanttradingos.table.DecimalText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds every rule of one plan against one trade after the other, and keeps what each rule found. */
final class TradeJudge {
    private static final int MOST_ENTRIES_SHOWN = 5;

    private final DisciplinePolicy policy;
    private final TradingPlan plan;
    private final String allowedShown;
    private final Map<Rule, RuleRecord> records = new EnumMap<>(Rule.class);
    private final BitSet violating = new BitSet();
    private int misplacedStops;
    private int firstMisplacedStop;

    TradeJudge(DisciplinePolicy policy, TradingPlan plan) {
        this.policy = policy;
        this.plan = plan;
        this.allowedShown = allowedShown(plan.allowedRegimes());
        for (Rule rule : Rule.values()) {
            if (rule != Rule.LATE_EXIT) {
                records.put(rule, new RuleRecord(rule));
            }
        }
    }

    /**
     * Judges one trade.
     *
     * @param terms what the plan says of the trade's regime; null where that is not known
     */
    void judge(int index, Trade trade, @Nullable RegimeTerms terms) {
        if (terms != null) {
            judgeRegime(index, trade, terms);
            judgeSizeInRegime(index, trade, terms);
        }
        judgeStopGiven(index, trade);
        judgeSize(index, trade);
        double risk = trade.riskPerShare();
        if (risk > trade.entryPrice() * policy.limitTolerance()) {
            judgeStopDistance(index, trade, risk);
            judgeRisk(index, trade, risk);
            judgeExit(index, trade, risk);
        } else if (trade.stopPrice() != null && misplacedStops++ == 0) {
            firstMisplacedStop = index;
        }
    }

    private void judgeRegime(int index, Trade trade, RegimeTerms terms) {
        if (terms.allowed()) {
            record(Rule.REGIME_MISMATCH).passed();
        } else {
            violated(
                    Rule.REGIME_MISMATCH,
                    index,
                    "Trade of " + trade.date() + " judged in regime '" + terms.label() + "'; the plan allows "
                            + allowedShown + ".");
        }
    }

    private void judgeStopGiven(int index, Trade trade) {
        if (!plan.stopRequired()) {
            return;
        }
        if (trade.stopPrice() != null) {
            record(Rule.MISSING_STOP).passed();
        } else {
            violated(Rule.MISSING_STOP, index, "No stop price, and the plan requires one on every trade.");
        }
    }

    private void judgeSizeInRegime(int index, Trade trade, RegimeTerms terms) {
        Double account = plan.accountSize();
        Double percent = terms.limitPct();
        if (account == null || percent == null) {
            return;
        }
        double limit = percent / 100 * account;
        if (!policy.isAbove(trade.positionValue(), limit)) {
            record(Rule.OVERSIZED_FOR_REGIME).passed();
        } else {
            violated(
                    Rule.OVERSIZED_FOR_REGIME,
                    index,
                    above("Position value", trade.positionValue(), limit, percent, account) + ", the limit for '"
                            + terms.limitEntry() + "' in regime '" + terms.label() + "'.");
        }
    }

    private void judgeSize(int index, Trade trade) {
        Double account = plan.accountSize();
        Double percent = plan.maxPositionPct();
        if (account == null || percent == null) {
            return;
        }
        double limit = percent / 100 * account;
        if (!policy.isAbove(trade.positionValue(), limit)) {
            record(Rule.OVERSIZED_POSITION).passed();
        } else {
            violated(
                    Rule.OVERSIZED_POSITION,
                    index,
                    above("Position value", trade.positionValue(), limit, percent, account) + ".");
        }
    }

    private void judgeStopDistance(int index, Trade trade, double risk) {
        Double limit = plan.maxStopPct();
        if (limit == null) {
            return;
        }
        double distance = risk / trade.entryPrice() * 100;
        if (!policy.isAbove(distance, limit)) {
            record(Rule.STOP_TOO_WIDE).passed();
        } else {
            violated(
                    Rule.STOP_TOO_WIDE,
                    index,
                    "Stop is " + DecimalText.against(limit, distance) + "% from the entry, more than the "
                            + DecimalText.plain(limit) + "% of the plan" + pricesOf(trade, false) + ".");
        }
    }

    private void judgeRisk(int index, Trade trade, double risk) {
        Double account = plan.accountSize();
        Double percent = plan.riskPerTradePct();
        if (account == null || percent == null) {
            return;
        }
        double limit = percent / 100 * account;
        double money = risk * trade.shares();
        if (!policy.isAbove(money, limit)) {
            record(Rule.RISK_TOO_LARGE).passed();
        } else {
            violated(Rule.RISK_TOO_LARGE, index, above("Loss at the stop", money, limit, percent, account) + ".");
        }
    }

    private void judgeExit(int index, Trade trade, double risk) {
        double multiple = trade.profitPerShare() / risk;
        double threshold = policy.earlyExitBelowR();
        if (!(multiple >= 0 && policy.isAbove(threshold, multiple))) {
            record(Rule.EARLY_EXIT).passed();
        } else {
            violated(
                    Rule.EARLY_EXIT,
                    index,
                    "Closed at " + DecimalText.against(threshold, multiple) + "R, short of the "
                            + DecimalText.plain(threshold) + "R a winner is given" + pricesOf(trade, true) + ".");
        }
    }

    private static String above(String what, double value, double limit, double percent, double account) {
        return what + " " + DecimalText.against(limit, value) + " is above " + DecimalText.plain(limit) + ", "
                + DecimalText.plain(percent) + "% of the account of " + DecimalText.plain(account);
    }

    private static String pricesOf(Trade trade, boolean withExit) {
        Double stop = trade.stopPrice();
        return ": entry " + DecimalText.plain(trade.entryPrice())
                + (withExit ? ", exit " + DecimalText.plain(trade.exitPrice()) : "")
                + (stop == null ? "" : ", stop " + DecimalText.plain(stop));
    }

    private static String allowedShown(List<String> allowed) {
        if (allowed.isEmpty()) {
            return "none";
        }
        List<String> shown = allowed.stream()
                .limit(MOST_ENTRIES_SHOWN)
                .map(entry -> "'" + RegimeTerms.shown(entry) + "'")
                .toList();
        int more = allowed.size() - shown.size();
        return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }

    private RuleRecord record(Rule rule) {
        return Objects.requireNonNull(records.get(rule));
    }

    private void violated(Rule rule, int index, String detail) {
        record(rule).violated(index, detail);
        violating.set(index);
    }

    List<Violation> violations() {
        List<Violation> all = new ArrayList<>();
        records.values().forEach(record -> all.addAll(record.violations()));
        return all;
    }

    int violatingTrades() {
        return violating.cardinality();
    }

    @Nullable Double regimeMismatchRate() {
        return record(Rule.REGIME_MISMATCH).violationRate();
    }

    Map<String, @Nullable Double> passRates() {
        Map<String, @Nullable Double> rates = new LinkedHashMap<>();
        records.forEach((rule, record) -> rates.put(rule.title(), record.passRate()));
        return rates;
    }

    /** How many trades have a stop that is not on the losing side of the entry. */
    int misplacedStops() {
        return misplacedStops;
    }

    int firstMisplacedStop() {
        return firstMisplacedStop;
    }
}
