package io.quanttradingos.sentiment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article about a company. Its texts are a stranger's: data, never instructions and never markup.
 *
 * @param at when it was published
 * @param source who published it; empty where that is not known
 * @param headline its title
 * @param summary its first sentences; empty where there are none
 * @param url where to read it; null where that is not known
 */
public record NewsArticle(
        Instant at,
        String source,
        String headline,
        String summary,
        @Nullable String url) {}
