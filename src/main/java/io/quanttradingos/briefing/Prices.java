package io.quanttradingos.briefing;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.feeds.CompanyFeeds;
import io.quanttradingos.feeds.PriceFeeds;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.marketdata.BarFile;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.upstream.call.Budget;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a share costs: by a quote where today is asked about and one can be had, else by the last close. */
final class Prices {
    private static final String ENOUGH_FOR_TWO_CLOSES = "1mo";

    private final CompanyFeeds quotes;
    private final PriceFeeds feeds;

    Prices(CompanyFeeds quotes, PriceFeeds feeds) {
        this.quotes = quotes;
        this.feeds = feeds;
    }

    PriceFeeds feeds() {
        return feeds;
    }

    /**
     * The price on a day.
     *
     * @param warnings takes a sentence where a service failed: a price is good to know, and no reason to answer nothing
     */
    Optional<SharePrice> price(CompanyFeeds.Wanted wanted, LocalDate day, Budget budget, List<String> warnings) {
        try {
            if (day.equals(wanted.today())) {
                Optional<SharePrice> quote = quotes.quote(wanted, budget)
                        .map(heard -> SharePrice.of(
                                heard.value().price(),
                                heard.value().previousClose(),
                                heard.value().at(),
                                heard.source()));
                if (quote.isPresent()) {
                    return quote;
                }
            }
            return feeds.bars(wanted.symbol(), ENOUGH_FOR_TWO_CLOSES, day, budget)
                    .map(Prices::lastClose);
        } catch (Refusal refusal) {
            warnings.add("The price is not known: " + refusal.detail() + ".");
            return Optional.empty();
        }
    }

    private static SharePrice lastClose(Input<BarFile> file) {
        Bars bars = file.value().instruments().get(0);
        int last = bars.rows() - 1;
        double previous = last > 0 ? bars.close()[last - 1] : Double.NaN;
        return SharePrice.of(bars.close()[last], previous, bars.time(last), file.name());
    }
}
