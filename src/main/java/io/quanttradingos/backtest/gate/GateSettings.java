package io.quanttradingos.backtest.gate;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.guardian.TradeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which agents have a say in a backtest, for example {@code {"regime": ["Risk-On"], "allocation": true, "guardian": true}}.
 *
 * <p>What a run cannot tell an agent is said here. A row of losses counts for a while only: no trade can end it while no
 * trade is allowed, so that a count without an end would close the run for good.
 *
 * @param regime the regimes in which entries are let through, each a label or its leading parts as in a plan's {@code
 *     allowed_regimes}; null for any
 * @param allocation whether the allocation scales entries
 * @param guardian whether the guardian limits orders
 * @param discipline the execution discipline score that the allocation is given, in [0, 1]; a program keeps to its plan
 * @param tradeType what the guardian takes every trade for
 * @param lossDays for how many calendar days a losing trade counts as recent, in [1, 3650]
 */
public record GateSettings(
        @Nullable List<String> regime,
        boolean allocation,
        boolean guardian,
        double discipline,
        TradeType tradeType,
        int lossDays) {
    /** No agent has a say. */
    public static final GateSettings NONE = of(null, false, false);

    private static final int MOST_LOSS_DAYS = 3_650;

    public GateSettings {
        if (regime != null) {
            regime = List.copyOf(regime);
            AllowedRegimes.requireKnown(regime);
        }
        if (!(discipline >= 0 && discipline <= 1)) {
            throw Refusal.invalid("gate.discipline must be in [0, 1], was " + discipline);
        }
        if (lossDays < 1 || lossDays > MOST_LOSS_DAYS) {
            throw Refusal.invalid("gate.loss_days must be in [1, " + MOST_LOSS_DAYS + "], was " + lossDays);
        }
    }

    /**
     * Full discipline, swing trades, and losses that count for 30 days.
     *
     * @throws Refusal where a regime begins no label
     */
    public static GateSettings of(@Nullable List<String> regime, boolean allocation, boolean guardian) {
        return new GateSettings(regime, allocation, guardian, 1, TradeType.SWING, 30);
    }

    /** Whether no agent has a say. */
    public boolean areNone() {
        return regime == null && !allocation && !guardian;
    }
}
