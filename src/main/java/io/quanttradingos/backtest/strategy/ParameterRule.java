package io.quanttradingos.backtest.strategy;

/**
 * That one parameter must be less than another.
 *
 * @param lower the name of the one
 * @param upper the name of the other
 */
record ParameterRule(String lower, String upper) {
    boolean isKept(Parameters parameters) {
        return parameters.number(lower) < parameters.number(upper);
    }

    /** What was expected and seen, to follow the name of {@link #lower}. */
    String broken(Parameters parameters) {
        return "must be less than " + upper + " (" + parameters.value(upper) + "), was " + parameters.value(lower);
    }
}
