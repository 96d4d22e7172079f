package io.quanttradingos.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.sentiment.NewsArticle;
import io.quanttradingos.units.Symbol;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The news of a company by the data-ingestion service.
 *
 * <p>{@code GET /news/AAPL?days=7&limit=1000}. Accepted are an array, or {@code {"symbol":…,"count":…,"data":[…]}}, in any
 * order. Of each row are read, the first name that is there: the headline from {@code headline} or {@code title}; the moment from
 * {@code published_at}, {@code publishedAt}, {@code datetime}, {@code timestamp} or {@code date}, in epoch seconds, epoch
 * milliseconds or ISO 8601; {@code source}, also as {@code {"name":…}}; {@code summary} or {@code description}; {@code url} or
 * {@code link}. A row without a headline or a moment is skipped.
 */
public final class DataServiceNews {
    private DataServiceNews() {}

    /**
     * The path and query to ask with.
     *
     * @param days counted back from the service's own today
     */
    public static String pathOf(Symbol symbol, int days) {
        return "/news/" + URLEncoder.encode(symbol.text(), StandardCharsets.UTF_8) + "?days=" + days + "&limit="
                + DataService.MOST_LATEST_ROWS;
    }

    /** The articles of an answer. */
    public static Read<NewsArticle> articles(JsonNode answer) {
        return Read.each(DataService.TITLE, DataService.rows(answer), DataServiceNews::article);
    }

    private static Optional<NewsArticle> article(JsonNode row) {
        String headline = StrangerText.of(Fields.first(row, "headline", "title"), StrangerText.LONGEST_HEADLINE);
        if (headline.isEmpty()) {
            return Optional.empty();
        }
        return Fields.moment(Fields.first(row, "published_at", "publishedAt", "datetime", "timestamp", "date"))
                .map(at -> new NewsArticle(
                        at,
                        StrangerText.of(source(row), StrangerText.LONGEST_NAME),
                        headline,
                        StrangerText.of(Fields.first(row, "summary", "description"), StrangerText.LONGEST_SUMMARY),
                        StrangerText.address(Fields.first(row, "url", "link"))));
    }

    private static JsonNode source(JsonNode row) {
        JsonNode source = row.path("source");
        return source.isObject() ? source.path("name") : source;
    }
}
