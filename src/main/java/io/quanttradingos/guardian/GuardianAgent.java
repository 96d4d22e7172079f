package io.quanttradingos.guardian;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges one trade: the base risk of its type × volatility × regime × drawdown, none after a row of losses.
 *
 * <p>The allowed risk is never above the base risk, and never rises with drawdown, recent losses or volatility.
 * Immutable; equal requests get equal verdicts.
 */
public final class GuardianAgent {
    private final GuardianPolicy policy;

    public GuardianAgent(GuardianPolicy policy) {
        this.policy = policy;
    }

    /** The verdict with all its reasons. */
    public GuardianVerdict judge(GuardianRequest request) {
        GuardianDecision decision = decision(request);
        Double price = request.price();
        Double atr = request.atr();
        if (price == null || atr == null || !decision.tradeAllowed()) {
            return new GuardianVerdict(decision, null, null, withoutSize(decision, price, atr));
        }
        double stop = policy.stops().distance(atr, request.tradeType(), request.regime());
        long size = PositionSize.shares(request.accountSize(), decision.allowedRiskPct(), stop, price);
        return new GuardianVerdict(decision, stop, size, withSize(size));
    }

    /**
     * {@link GuardianDecision#allowedRiskPct} alone, for a call per bar: no object is made and nothing is refused; 0
     * where no trade is allowed.
     */
    public double allowedRiskPct(
            TradeType type, VolatilityLevel volatility, TradingRegime regime, double drawdownPct, int recentLosses) {
        if (recentLosses >= policy.maxRecentLosses()) {
            return 0;
        }
        return policy.baseRisk().percent(type)
                * policy.volatility().multiplier(volatility)
                * policy.regimes().multiplier(regime)
                * policy.drawdown().multiplier(drawdownPct);
    }

    private GuardianDecision decision(GuardianRequest request) {
        List<RuleApplied> rules = rules(request);
        double riskPct = rules.get(rules.size() - 1).riskPct();
        boolean allowed = riskPct > 0;
        return new GuardianDecision(
                allowed,
                riskPct,
                reason(rules, riskPct),
                rules,
                allowed ? List.of() : List.of("new trades", "adding to an open position"),
                allows(riskPct),
                allowed ? null : reset(request));
    }

    private List<RuleApplied> rules(GuardianRequest request) {
        List<RuleApplied> rules = new ArrayList<>();
        RuleApplied last = policy.baseRisk().applied(request.tradeType());
        rules.add(last);
        last = policy.volatility().applied(request.volatility(), last.riskPct());
        rules.add(last);
        last = policy.regimes().applied(request.regime(), last.riskPct());
        rules.add(last);
        last = policy.drawdown().applied(request.drawdownPct(), last.riskPct());
        rules.add(last);
        rules.add(policy.lossesApplied(request.recentLosses(), last.riskPct()));
        return rules;
    }

    private static String reason(List<RuleApplied> rules, double riskPct) {
        List<RuleApplied> binding = rules.stream()
                .filter(rule -> riskPct > 0 ? rule.multiplier() < 1 : rule.multiplier() == 0)
                .toList();
        String why = binding.stream().map(RuleApplied::sentence).collect(Collectors.joining("; "));
        if (riskPct > 0) {
            String start = "A new trade may risk " + Wording.percent(riskPct) + " of the account: ";
            return start + (binding.isEmpty() ? rules.get(0).sentence() : why) + ".";
        }
        return "No new trades: " + (binding.isEmpty() ? rules.get(0).sentence() : why) + ".";
    }

    private static List<String> allows(double riskPct) {
        List<String> allows = new ArrayList<>(List.of("exits", "making a position smaller", "moving a stop closer"));
        if (riskPct > 0) {
            allows.add(0, "new trades risking up to " + Wording.percent(riskPct) + " of the account each");
        }
        return allows;
    }

    private String reset(GuardianRequest request) {
        List<String> conditions = new ArrayList<>();
        if (policy.drawdown().stops(request.drawdownPct())) {
            conditions.add("the drawdown is back below "
                    + Wording.percent(policy.drawdown().stopDrawdownPct()));
        }
        if (request.recentLosses() >= policy.maxRecentLosses()) {
            conditions.add("fewer than " + policy.maxRecentLosses() + " recent losses count");
        }
        if (conditions.isEmpty()) {
            return "When the policy grants such a trade any risk again.";
        }
        return "When " + String.join(" and ", conditions) + ".";
    }

    private static List<String> withoutSize(GuardianDecision decision, @Nullable Double price, @Nullable Double atr) {
        boolean oneMissing = decision.tradeAllowed() && (price == null) != (atr == null);
        if (!oneMissing) {
            return List.of();
        }
        String missing = price == null ? "price" : "atr";
        return List.of("no position size could be given because " + missing + " is missing");
    }

    private static List<String> withSize(long size) {
        return size > 0 ? List.of() : List.of("the allowed risk buys less than one share");
    }
}
