package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quanttradingos.inputs.ImportFields;
import io.quanttradingos.pipeline.Conventions;
import io.quanttradingos.pipeline.DecisionRequest;
import io.quanttradingos.pipeline.Gathered;
import io.quanttradingos.pipeline.GuardianWish;
import io.quanttradingos.pipeline.Known;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A decision's request as it is recorded: with the inputs, which are kept by their digest, enough to decide again.
 *
 * @param names what the sender called each input
 * @param imports what the sender said of exports, by input; null where nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionRecord(
        Map<String, String> names,
        LocalDate asOf,
        @Nullable LocalDate asOfAsked,
        @Nullable Double peakEquity,
        @Nullable Double executionScore,
        @Nullable GuardianWish guardian,
        String portfolioId,
        @Nullable String dateFormat,
        String conventions,
        Known known,
        double defaultScore,
        List<String> warnings,
        @Nullable Map<String, Map<String, String>> imports) {

    static DecisionRecord of(Gathered gathered) {
        DecisionRequest request = gathered.request();
        Map<String, String> names = new TreeMap<>();
        names.put("prices", gathered.prices().name());
        names.put("holdings", gathered.holdings().name());
        if (gathered.trades() != null && gathered.plan() != null) {
            names.put("trades", gathered.trades().name());
            names.put("plan", gathered.plan().name());
        }
        return new DecisionRecord(
                names,
                gathered.asOf(),
                request.asOf(),
                request.peakEquity(),
                request.executionScore(),
                request.guardian(),
                gathered.portfolioId(),
                request.dateFormat(),
                request.conventions().code(),
                gathered.known(),
                gathered.defaultScore(),
                request.warnings(),
                ImportFields.ofParts(request.sources()));
    }

    Conventions conventionsAsked() {
        return Conventions.of(conventions);
    }
}
