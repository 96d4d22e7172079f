package io.quanttradingos.briefing;

import io.quanttradingos.feeds.CompanyFeeds;
import io.quanttradingos.feeds.Heard;
import io.quanttradingos.units.Symbol;
import io.quanttradingos.upstream.call.AccessKey;
import io.quanttradingos.upstream.call.Budget;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What every question about a company begins with.
 *
 * @param at when the question came
 * @param budget what may still be waited for other services
 * @param asked the day it is about
 * @param wanted what the feeds are asked for
 */
record CompanyEnquiry(Instant at, Budget budget, AskedDay asked, CompanyFeeds.Wanted wanted) {
    /** Begins one; its budget runs from now on. */
    static CompanyEnquiry begun(
            Instant at,
            Duration mostWaiting,
            Symbol symbol,
            @Nullable LocalDate asOf,
            int days,
            @Nullable AccessKey finnhub) {
        AskedDay asked = AskedDay.of(at, asOf);
        return new CompanyEnquiry(
                at,
                Budget.of(mostWaiting),
                asked,
                new CompanyFeeds.Wanted(symbol, asked.day(), days, asked.today(), finnhub));
    }

    /**
     * The last day that counts, after something was heard.
     *
     * @param newest the date of the newest of it; null where there is nothing
     */
    AskedDay.Heeded heeded(Heard<?> heard, @Nullable LocalDate newest) {
        return asked.heeded(heard.day(), newest, wanted.days());
    }
}
