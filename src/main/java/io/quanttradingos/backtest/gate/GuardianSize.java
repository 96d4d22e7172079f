package io.quanttradingos.backtest.gate;

import io.quanttradingos.guardian.GuardianAgent;
import io.quanttradingos.guardian.GuardianDecision;
import io.quanttradingos.guardian.GuardianPolicy;
import io.quanttradingos.guardian.GuardianRequest;
import io.quanttradingos.guardian.PositionSize;
import io.quanttradingos.guardian.RuleApplied;
import org.jspecify.annotations.Nullable;

/** The guardian agent's verdict in numbers, and in its own words only where it stops a trade. */
final class GuardianSize {
    private final GuardianAgent agent;
    private final GuardianPolicy policy;
    private @Nullable GuardianRequest stopped;
    private @Nullable GuardianDecision decision;

    GuardianSize(GuardianAgent agent, GuardianPolicy policy) {
        this.agent = agent;
        this.policy = policy;
    }

    /** {@link GuardianDecision#allowedRiskPct}. */
    double riskPct(GuardianRequest request) {
        return agent.allowedRiskPct(
                request.tradeType(),
                request.volatility(),
                request.regime(),
                request.drawdownPct(),
                request.recentLosses());
    }

    /** The verdict's position size: whole shares for the price and average true range of a request that has both. */
    double shares(GuardianRequest request, double riskPct) {
        Double price = request.price();
        Double range = request.atr();
        if (price == null || range == null) {
            throw new IllegalArgumentException("a size needs a price and an average true range, was " + request);
        }
        double stop = policy.stops().distance(range, request.tradeType(), request.regime());
        return PositionSize.shares(request.accountSize(), riskPct, stop, price);
    }

    /** The agent's sentence for a trade that it does not allow. */
    String reason(GuardianRequest request) {
        return stop(request).reason();
    }

    /** The first rule that leaves nothing, by its name. */
    String stoppedBy(GuardianRequest request) {
        return stop(request).rules().stream()
                .filter(rule -> rule.riskPct() == 0)
                .map(RuleApplied::rule)
                .findFirst()
                .orElse("stop");
    }

    /** A strategy that keeps asking in vain asks much the same each time, and words are what a verdict costs. */
    private GuardianDecision stop(GuardianRequest request) {
        GuardianDecision known = decision;
        GuardianRequest last = stopped;
        if (known != null && last != null && saysTheSame(last, request)) {
            return known;
        }
        GuardianDecision made = agent.judge(request).guardianDecision();
        stopped = request;
        decision = made;
        return made;
    }

    private static boolean saysTheSame(GuardianRequest one, GuardianRequest other) {
        return one.drawdownPct() == other.drawdownPct()
                && one.recentLosses() == other.recentLosses()
                && one.regime() == other.regime()
                && one.volatility() == other.volatility()
                && one.tradeType() == other.tradeType();
    }
}
