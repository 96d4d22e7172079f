package io.quanttradingos.pipeline;

import io.quanttradingos.inputs.Input;
import io.quanttradingos.marketdata.PriceFile;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.portfolio.Holdings;
import io.quanttradingos.table.TextTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision is made from; from here on nothing is read any more.
 *
 * @param at when it was gathered
 * @param request what was asked
 * @param asOf the last date of the prices that may be looked at
 * @param prices the price file
 * @param table its closes together with those that were fetched
 * @param fetched the closes that were fetched because the file had none
 * @param holdings the holdings
 * @param trades null where the request gives none
 * @param plan the plan's JSON, given exactly when trades are
 * @param portfolioId whose recorded peak counts
 * @param known what earlier runs left
 * @param defaultScore the discipline score where nothing else is known
 */
public record Gathered(
        Instant at,
        DecisionRequest request,
        LocalDate asOf,
        Input<PriceFile> prices,
        PriceTable table,
        List<Input<PriceTable>> fetched,
        Input<Holdings> holdings,
        @Nullable Input<TextTable> trades,
        @Nullable Input<Map<String, Object>> plan,
        String portfolioId,
        Known known,
        double defaultScore) {
    public Gathered {
        fetched = List.copyOf(fetched);
    }

    /** Names the contents of {@link #table}: equal keys mean equal closes. */
    String pricesKey() {
        StringBuilder key = new StringBuilder(prices.sha256());
        fetched.forEach(input -> key.append('+').append(input.sha256()));
        return key.toString();
    }
}
