package io.quanttradingos.pipeline;

import io.quanttradingos.inputs.Input;
import io.quanttradingos.marketdata.PriceFile;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.portfolio.Holdings;
import io.quanttradingos.table.TextTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision is made from; from here on nothing is read any more.
 *
 * @param at when it was gathered
 * @param request what was asked
 * @param valued the portfolio and the closes
 * @param trades null where the request gives none
 * @param plan the plan's JSON, given exactly when trades are
 * @param portfolioId whose recorded peak counts
 * @param known what earlier runs left
 * @param defaultScore the discipline score where nothing else is known
 */
public record Gathered(
        Instant at,
        DecisionRequest request,
        Valued valued,
        @Nullable Input<TextTable> trades,
        @Nullable Input<Map<String, Object>> plan,
        String portfolioId,
        Known known,
        double defaultScore) {
    private static final String SAMPLE = "sample/";

    /** The last date of the prices that may be looked at. */
    public LocalDate asOf() {
        return valued.asOf();
    }

    /**
     * The same with a remark of somebody's own agent: it stands among the warnings of the answer and is recorded with what was
     * asked, so that a replay has it without asking that agent again.
     *
     * @param agent who says it, for example {@code concentration}
     * @param sentence what it says
     */
    public Gathered remarked(String agent, String sentence) {
        List<String> all = new ArrayList<>(request.warnings());
        all.add(agent + ": " + sentence);
        return new Gathered(at, request.withWarnings(all), valued, trades, plan, portfolioId, known, defaultScore);
    }

    /** The price file. */
    public Input<PriceFile> prices() {
        return valued.prices();
    }

    /** Its closes together with those that were fetched. */
    public PriceTable table() {
        return valued.table();
    }

    /** The closes that were fetched because the file had none. */
    public List<Input<PriceTable>> fetched() {
        return valued.fetched();
    }

    /** The holdings. */
    public Input<Holdings> holdings() {
        return valued.holdings();
    }

    /** A sentence where the sample, whose market is invented, meets what is somebody's own. */
    Optional<String> sampleWarning() {
        boolean samplePrices = prices().name().startsWith(SAMPLE);
        boolean sampleHoldings = holdings().name().startsWith(SAMPLE);
        if (samplePrices == sampleHoldings) {
            return Optional.empty();
        }
        return Optional.of(
                samplePrices
                        ? "The prices are the sample's, which are invented: give your own before relying on this."
                        : "The holdings are the sample's, not yours: give your own before relying on this.");
    }

    String pricesKey() {
        return valued.pricesKey();
    }

    /**
     * Names everything a decision depends on, and nothing else: equal keys mean equal decisions under equal policies.
     * Holds digests in place of contents.
     */
    public List<@Nullable Object> key() {
        return Arrays.asList(
                prices().name(),
                pricesKey(),
                holdings().name(),
                holdings().key(),
                trades == null ? null : trades.name(),
                trades == null ? null : trades.key(),
                plan == null ? null : plan.name(),
                plan == null ? null : plan.sha256(),
                asOf(),
                request.asOf(),
                request.peakEquity(),
                request.executionScore(),
                request.guardian(),
                request.dateFormat(),
                request.conventions(),
                request.warnings(),
                portfolioId,
                known,
                defaultScore);
    }
}
