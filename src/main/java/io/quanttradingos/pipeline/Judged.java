package io.quanttradingos.pipeline;

import io.quanttradingos.discipline.DisciplineReport;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.marketdata.PriceFile;
import io.quanttradingos.table.TextTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A judged trade log, with all it was judged from.
 *
 * @param at when it was judged
 * @param prices null where one given label stood for every date
 * @param previousScores of earlier judgements, oldest first
 */
public record Judged(
        Instant at,
        DisciplineQuestion question,
        Input<TextTable> trades,
        Input<Map<String, Object>> plan,
        @Nullable Input<PriceFile> prices,
        List<Double> previousScores,
        DisciplineReport report) {}
