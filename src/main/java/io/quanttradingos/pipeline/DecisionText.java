package io.quanttradingos.pipeline;

/** Writes a decision as it is recorded. */
public interface DecisionText {
    /** What was asked and known, without the inputs' contents: enough, with those, to decide again. */
    String request(Decided decided);

    /** What was decided, without the stages that are kept by their digest. */
    String result(Decided decided);
}
