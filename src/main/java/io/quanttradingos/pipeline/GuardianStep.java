package io.quanttradingos.pipeline;

import io.quanttradingos.allocation.AllocationDecision;
import io.quanttradingos.allocation.Block;
import io.quanttradingos.allocation.Factor;
import io.quanttradingos.allocation.RiskMode;
import io.quanttradingos.allocation.WaterfallStep;
import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.guardian.GuardianAgent;
import io.quanttradingos.guardian.GuardianRequest;
import io.quanttradingos.guardian.GuardianVerdict;
import io.quanttradingos.guardian.TradeType;
import io.quanttradingos.guardian.TradingRegime;
import io.quanttradingos.guardian.VolatilityLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Asks the guardian about a decision and applies what it says; it can stop and shrink, never enlarge. */
final class GuardianStep {
    private static final double PERCENT = 100;

    private final GuardianAgent agent;
    private final StageCache results;

    GuardianStep(GuardianAgent agent, StageCache results) {
        this.agent = agent;
        this.results = results;
    }

    Decided guard(Decided decided) {
        GuardianWish wish = decided.gathered().request().guardian();
        if (wish == null) {
            return decided;
        }
        GuardianVerdict verdict = results.passing("guardian", () -> agent.judge(request(decided, wish)));
        AllocationDecision decision = decided.decision();
        if (!verdict.guardianDecision().tradeAllowed()) {
            decision = stopped(decision, verdict.guardianDecision().reason());
        } else if (!decision.allowTrade()) {
            verdict = withoutSize(verdict);
        }
        return new Decided(decided.before(), decided.peak(), decided.input(), decision, verdict);
    }

    private static GuardianRequest request(Decided decided, GuardianWish wish) {
        double account = decided.portfolioStage().portfolio().value().totalValue();
        if (!(account > 0)) {
            throw Refusal.notUsable(List.of(new InputProblem(
                    "request",
                    null,
                    "include_guardian",
                    "needs a portfolio worth more than 0, this one is worth " + account)));
        }
        String label = decided.regimeStage().regime().value().label();
        double drawdown = decided.input().portfolioMetrics().drawdown() * PERCENT;
        return new GuardianRequest(
                account,
                Math.min(PERCENT, drawdown),
                VolatilityLevel.NORMAL, // a High Vol label is choppy already: it must not be cut twice
                TradingRegime.of(label),
                TradeType.valueOf(wish.tradeType().toUpperCase(Locale.ROOT)),
                wish.recentLosses(),
                wish.price(),
                wish.atr());
    }

    /** What the allocation said before stays in the waterfall; the guardian's stop is its last factor. */
    private static AllocationDecision stopped(AllocationDecision decision, String reason) {
        List<WaterfallStep> waterfall = new ArrayList<>(decision.waterfall());
        if (decision.allowTrade()) {
            waterfall.add(new WaterfallStep(Factor.BLOCKED, "guardian", 0, reason));
        }
        List<Block> blocks = new ArrayList<>(decision.blockedBy());
        blocks.add(new Block(Factor.BLOCKED, "guardian", null, null, reason));
        return new AllocationDecision(
                false,
                0,
                RiskMode.HALT,
                decision.allowTrade() ? "The guardian stops new trades: " + reason : decision.reason(),
                waterfall,
                blocks,
                List.of(), // no input of the allocation's would lift the guardian's stop
                decision.warnings());
    }

    private static GuardianVerdict withoutSize(GuardianVerdict verdict) {
        List<String> warnings = new ArrayList<>(verdict.warnings());
        warnings.add("No size is given: the allocation stops new trades.");
        return new GuardianVerdict(verdict.guardianDecision(), null, null, warnings);
    }
}
