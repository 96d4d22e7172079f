package io.quanttradingos.language;

import org.jspecify.annotations.Nullable;

/**
 * Which model is asked, and how much it may write, for example {@code new ModelSettings("gpt-4o-mini", 0.0, 800, 200_000)}.
 *
 * @param model as the service calls it
 * @param temperature how freely it chooses its words, in [0, 2]; null for a model that reasons before it answers: such a
 *     model takes no temperature, and is told its bound as {@code max_completion_tokens} rather than {@code max_tokens}
 * @param mostTokens the most tokens of one answer, reasoning included
 * @param dailyTokens the most tokens of a day in UTC, read and written, all questions together
 * @param format how it is made to answer in a shape
 */
public record ModelSettings(
        String model, @Nullable Double temperature, int mostTokens, long dailyTokens, AnswerFormat format) {
    private static final int LONGEST_NAME = 200;

    public ModelSettings {
        if (model.isEmpty() || model.length() > LONGEST_NAME || !model.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "the model must be named in 1 to " + LONGEST_NAME + " visible ASCII characters, was " + model);
        }
        if (temperature != null && !(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException("the temperature must be in [0, 2], was " + temperature);
        }
        if (mostTokens < 1) {
            throw new IllegalArgumentException("an answer must have room for a token, was given " + mostTokens);
        }
        if (dailyTokens < 1) {
            throw new IllegalArgumentException("a day must have room for a token, was given " + dailyTokens);
        }
    }

    /** For a service that keeps to schemas. */
    public ModelSettings(String model, @Nullable Double temperature, int mostTokens, long dailyTokens) {
        this(model, temperature, mostTokens, dailyTokens, AnswerFormat.JSON_SCHEMA);
    }
}
