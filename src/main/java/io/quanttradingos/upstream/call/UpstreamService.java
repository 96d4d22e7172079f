package io.quanttradingos.upstream.call;

import java.util.Locale;

/** A service this product asks. */
public enum UpstreamService {
    /** The data-ingestion service. */
    DATA_SERVICE("the data service"),
    /** Yahoo's charts. */
    YAHOO("Yahoo"),
    /** Finnhub: news, insider transactions, quotes. */
    FINNHUB("Finnhub"),
    /** An OpenAI-compatible service of chat completions. */
    LANGUAGE_MODEL("the language model");

    private final String title;

    UpstreamService(String title) {
        this.title = title;
    }

    /** As settings and answers call it, such as {@code data_service}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As a sentence calls it, such as "the data service". */
    public String title() {
        return title;
    }
}
