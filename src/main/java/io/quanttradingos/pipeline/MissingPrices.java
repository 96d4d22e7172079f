package io.quanttradingos.pipeline;

import io.quanttradingos.inputs.Input;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.List;

/** Where closes come from that the price file does not have. */
@FunctionalInterface
public interface MissingPrices {
    /**
     * Asks the configured sources in their order.
     *
     * @param symbols held, without a close in the price file
     * @param from the first date wanted
     * @param to the last date wanted
     * @return one table for each symbol that some source knows; the others are left out
     * @throws io.quanttradingos.failure.Refusal where a source that should know failed
     */
    List<Input<PriceTable>> closes(List<Symbol> symbols, LocalDate from, LocalDate to);

    /** Nobody is asked. */
    static MissingPrices none() {
        return (symbols, from, to) -> List.of();
    }
}
