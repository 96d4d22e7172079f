package io.quanttradingos.journal;

/**
 * Between which results per trade the expectancy lies as far as the trades tell, if they were independent draws.
 *
 * @param level the share of such intervals that hold the true expectancy, about
 * @param method how the bounds were found
 * @param resamples how many times the trades were drawn anew
 * @param drawnSingly how many trades each resample draws one by one: all of them, or in a large journal the ones
 *     farthest from the mean
 * @param seed which gives the same interval again
 */
public record ExpectancyInterval(
        double low, double high, double level, String method, int resamples, int drawnSingly, int seed) {}
