package io.quanttradingos.inputs;

import io.quanttradingos.marketdata.BarReader;
import io.quanttradingos.marketdata.DateReading;
import io.quanttradingos.marketdata.OnBadRow;
import io.quanttradingos.marketdata.ReadLimits;
import io.quanttradingos.units.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * How a file of bars is read.
 *
 * @param dateFormat how ambiguous dates read; null where they must not be
 * @param onBadRow what a bad row does
 * @param adjusted whether prices are scaled to the adjusted close
 */
public record BarOptions(@Nullable String dateFormat, OnBadRow onBadRow, boolean adjusted) {
    BarReader reader(ReadLimits limits, Symbol symbol) {
        BarReader reader = BarReader.standard()
                .within(limits)
                .forSymbol(symbol)
                .adjusted(adjusted)
                .onBadRow(onBadRow);
        return dateFormat == null
                ? reader
                : reader.withDates(DateReading.parse(dateFormat).orElseThrow());
    }
}
