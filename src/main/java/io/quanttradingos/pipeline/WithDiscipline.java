package io.quanttradingos.pipeline;

/** The portfolio and how disciplined the execution was. */
public record WithDiscipline(WithPortfolio before, ExecutionDiscipline discipline) {
    Gathered gathered() {
        return before.before().gathered();
    }
}
