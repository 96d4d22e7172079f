package io.quanttradingos.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.sentiment.NewsArticle;
import io.quanttradingos.units.Symbol;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The news of a company by Finnhub.
 *
 * <p>{@code GET /company-news?symbol=AAPL&from=2024-01-01&to=2024-01-07} answers an array of
 * {@code {"datetime":1569550360,"headline":…,"source":…,"summary":…,"url":…}}, the datetime in epoch seconds. A row without a
 * headline or a datetime is skipped.
 */
public final class FinnhubNews {
    private static final String SERVICE = "Finnhub";

    private FinnhubNews() {}

    /** The path and query to ask with; both days are included. */
    public static String pathOf(Symbol symbol, LocalDate from, LocalDate to) {
        return "/company-news?symbol=" + URLEncoder.encode(symbol.text(), StandardCharsets.UTF_8) + "&from=" + from
                + "&to=" + to;
    }

    /** The articles of an answer. */
    public static Read<NewsArticle> articles(JsonNode answer) {
        return Read.each(SERVICE, answer, FinnhubNews::article);
    }

    private static Optional<NewsArticle> article(JsonNode row) {
        String headline = StrangerText.of(row.path("headline"), StrangerText.LONGEST_HEADLINE);
        if (headline.isEmpty()) {
            return Optional.empty();
        }
        return Fields.moment(row.path("datetime"))
                .map(at -> new NewsArticle(
                        at,
                        StrangerText.of(row.path("source"), StrangerText.LONGEST_NAME),
                        headline,
                        StrangerText.of(row.path("summary"), StrangerText.LONGEST_SUMMARY),
                        StrangerText.address(row.path("url"))));
    }
}
