package io.quanttradingos.language;

import java.util.List;
import java.util.Map;

/** An answer after it was held against its shape. */
sealed interface CheckedAnswer {
    /**
     * It fits.
     *
     * @param reply its JSON
     * @param numbers by the field's name
     * @param texts by the field's name, as {@link PlainText}
     * @param lists by the field's name, as {@link PlainText}
     */
    record Fitting(
            String reply, Map<String, Double> numbers, Map<String, String> texts, Map<String, List<String>> lists)
            implements CheckedAnswer {
        Explanation by(String model, TokenUse tokens) {
            return new Explanation(model, tokens, reply, numbers, texts, lists);
        }
    }

    /**
     * It does not fit.
     *
     * @param expected what was expected, in our own words: nothing a model wrote, but at most a number
     */
    record Unfit(String expected) implements CheckedAnswer {}
}
