package io.quanttradingos.reliability;

/** The kinds of files that are dropped, with where they end and what their result is called. */
enum DropKind {
    HOLDINGS("csv", "decision"),
    PRICES("csv", "decision"),
    PLAN("json", "plan"),
    TRADES("csv", "discipline"),
    JOURNAL("csv", "journal"),
    BARS("csv", "backtest"),
    DECISION_JOB("json", "decision"),
    BACKTEST_JOB("json", "backtest"),
    DAMAGED("csv", "rejected"),
    BINARY("csv", "rejected"),
    EMPTY("csv", "rejected");

    /** The kind of run that is recorded of a rejected file. */
    static final String REJECTED = "rejected";

    final String ending;
    final String run;

    DropKind(String ending, String run) {
        this.ending = ending;
        this.run = run;
    }

    boolean isRejected() {
        return run.equals(REJECTED);
    }
}
