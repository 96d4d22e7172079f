package io.quanttradingos.language;

import java.util.List;
import java.util.Map;

/**
 * What a model answered, in the shape that was asked for.
 *
 * @param model who answered, as the service names it
 * @param tokens what it cost
 * @param reply the answer's JSON as it was accepted, to be recorded
 * @param numbers by the field's name
 * @param texts by the field's name; control characters replaced by blanks, never to be trusted as markup
 * @param lists by the field's name
 */
public record Explanation(
        String model,
        TokenUse tokens,
        String reply,
        Map<String, Double> numbers,
        Map<String, String> texts,
        Map<String, List<String>> lists) {}
