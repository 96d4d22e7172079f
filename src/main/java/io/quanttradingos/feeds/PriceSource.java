package io.quanttradingos.feeds;

import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.units.Symbol;
import io.quanttradingos.upstream.call.Budget;
import java.time.LocalDate;
import java.util.Optional;

/** Somewhere prices can be had. */
public interface PriceSource {
    /**
     * What is wanted.
     *
     * @param from the first date
     * @param to the last date
     * @param today the day of asking, in UTC
     */
    record Wanted(Symbol symbol, LocalDate from, LocalDate to, LocalDate today) {}

    /** As settings and answers call it, such as {@code data_service}. */
    String code();

    /**
     * Daily bars.
     *
     * @return empty where the source does not know the symbol or has nothing between the dates
     * @throws io.quanttradingos.failure.Refusal where the source should know and failed
     */
    Optional<Bars> bars(Wanted wanted, Budget budget);

    /** Closes alone, as {@link #bars}; a day whose other prices are unknown counts too. */
    Optional<PriceTable> closes(Wanted wanted, Budget budget);
}
