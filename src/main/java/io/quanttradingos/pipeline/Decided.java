package io.quanttradingos.pipeline;

import io.quanttradingos.allocation.AllocationDecision;
import io.quanttradingos.allocation.AllocationInput;
import io.quanttradingos.guardian.GuardianVerdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision, with all it was decided from.
 *
 * @param before the stages before the allocation
 * @param peak the highest value the drawdown is measured from; null where the value is not positive
 * @param input what the allocation was given
 * @param decision what it decided, after the guardian where there was one
 * @param guardrails what the guardian said; null where it was not asked
 */
public record Decided(
        WithDiscipline before,
        @Nullable Double peak,
        AllocationInput input,
        AllocationDecision decision,
        @Nullable GuardianVerdict guardrails) {

    /** The inputs of the run. */
    public Gathered gathered() {
        return before.gathered();
    }

    /** The regime stage. */
    public WithRegime regimeStage() {
        return before.before().before();
    }

    /** The portfolio stage. */
    public WithPortfolio portfolioStage() {
        return before.before();
    }

    /** What to know before relying on the decision, from every stage, each sentence once. */
    public List<String> warnings() {
        LinkedHashSet<String> all = new LinkedHashSet<>(gathered().request().warnings());
        gathered().sampleWarning().ifPresent(all::add);
        all.addAll(gathered().prices().value().warnings());
        all.addAll(gathered().holdings().value().notes());
        if (gathered().trades() != null) {
            all.addAll(gathered().trades().notices());
        }
        all.addAll(regimeStage().regime().value().warnings());
        all.addAll(portfolioStage().portfolio().value().warnings());
        all.addAll(before.discipline().warnings());
        all.addAll(decision.warnings());
        return new ArrayList<>(all);
    }
}
