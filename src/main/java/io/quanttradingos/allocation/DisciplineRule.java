package io.quanttradingos.allocation;

/**
 * A trader who leaves the plan trades smaller: 1 from the full score on, linear down to the reduced multiplier at the
 * reduced score, flat down to the stop, none below it.
 *
 * @param disciplineFull the score that earns full size, in [0, 1]
 * @param disciplineReduced the score at which the cut is complete, below the full score
 * @param disciplineReducedMultiplier the multiplier there and down to the stop, in [0, 1]
 * @param disciplineStop the score below which new trades end, at most the reduced score
 */
public record DisciplineRule(
        double disciplineFull, double disciplineReduced, double disciplineReducedMultiplier, double disciplineStop) {
    public DisciplineRule {
        Check.limit("discipline_full", disciplineFull, 0, 1);
        Check.limit("discipline_reduced", disciplineReduced, 0, 1);
        Check.below("discipline_reduced", disciplineReduced, "discipline_full", disciplineFull);
        Check.limit("discipline_reduced_multiplier", disciplineReducedMultiplier, 0, 1);
        Check.limit("discipline_stop", disciplineStop, 0, disciplineReduced);
    }

    public static DisciplineRule defaults() {
        return new DisciplineRule(0.9, 0.6, 0.5, 0.5);
    }

    /** In [0, 1], never falling with the score. */
    public double multiplier(double score) {
        if (blocks(score)) {
            return 0;
        }
        double earned = (score - disciplineReduced) / (disciplineFull - disciplineReduced);
        double onLine =
                disciplineReducedMultiplier + (1 - disciplineReducedMultiplier) * Math.min(1, Math.max(0, earned));
        return score >= disciplineFull ? 1 : Math.min(1, onLine);
    }

    /** Whether the score is too low for any new trade; an unknown one (NaN) is. */
    public boolean blocks(double score) {
        return !(score >= disciplineStop);
    }

    WaterfallStep step(double score) {
        return new WaterfallStep(Factor.DISCIPLINE, score, multiplier(score), why(score));
    }

    private String why(double score) {
        if (score >= disciplineFull) {
            return "discipline " + Wording.number(score) + " earns full size from " + Wording.number(disciplineFull)
                    + " on";
        }
        if (blocks(score)) {
            return "discipline " + Wording.numberBeside(disciplineStop, score) + " earns nothing below "
                    + Wording.number(disciplineStop);
        }
        String reduced = Wording.number(disciplineReducedMultiplier);
        return score <= disciplineReduced
                ? "discipline " + Wording.number(score) + " earns " + reduced + " from "
                        + Wording.number(disciplineStop) + " to " + Wording.number(disciplineReduced)
                : "discipline " + Wording.numberBeside(disciplineFull, score) + " on the line from " + reduced + " at "
                        + Wording.number(disciplineReduced) + " to 1 at " + Wording.number(disciplineFull);
    }

    Block block(double score) {
        return new Block(
                Factor.DISCIPLINE,
                "discipline_below_minimum",
                disciplineStop,
                score,
                "discipline " + Wording.numberBeside(disciplineStop, score) + " is below the minimum of "
                        + Wording.number(disciplineStop));
    }
}
