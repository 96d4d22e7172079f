package io.quanttradingos.pipeline;

import io.quanttradingos.inputs.CurrentInputs;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.marketdata.PriceFile;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.portfolio.Holdings;
import java.time.LocalDate;
import java.util.List;

/**
 * A portfolio and the closes it is valued at.
 *
 * @param asOf the last date of the prices that may be looked at
 * @param prices the price file
 * @param table its closes together with those that were fetched
 * @param fetched the closes that were fetched because the file had none
 * @param owned where the holdings came from, and whose they are
 * @param holdings the holdings
 */
public record Valued(
        LocalDate asOf,
        Input<PriceFile> prices,
        PriceTable table,
        List<Input<PriceTable>> fetched,
        CurrentInputs.OwnedHoldings owned,
        Input<Holdings> holdings) {
    public Valued {
        fetched = List.copyOf(fetched);
    }

    /** Names the contents of {@link #table}: equal keys mean equal closes. */
    String pricesKey() {
        StringBuilder key = new StringBuilder(prices.key());
        fetched.forEach(input -> key.append('+').append(input.sha256()));
        return key.toString();
    }
}
