package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.Sizing;
import io.quanttradingos.backtest.research.Axis;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.pipeline.Conventions;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A backtest as it was asked for; what a field that is null means, the policy says.
 *
 * @param symbol the instrument of a file that does not say so itself
 * @param bars where the bars come from
 * @param strategy its name in the catalogue
 * @param parameters of the strategy, by name
 * @param terms how it trades
 * @param gate which agents have a say
 * @param search what else is tried; null for the one run alone
 * @param include the long parts of the answer that are wanted
 * @param caller whose trials these are
 * @param asked the request as it came, without its contents, to be recorded
 * @param idempotencyKey two questions with the same one are one run; null where every question is its own
 * @param notices what the answer should say about the request itself, one sentence each
 */
public record BacktestQuestion(
        Symbol symbol,
        BarsWanted bars,
        String strategy,
        Map<String, Object> parameters,
        TradingTerms terms,
        GateWish gate,
        @Nullable SearchWish search,
        Set<Part> include,
        String caller,
        Conventions conventions,
        Door door,
        Map<String, Object> asked,
        @Nullable String idempotencyKey,
        List<String> notices) {

    /** The shares of each entry where they are fixed; null where the sizing is another, which the original did not have. */
    @Nullable Double seedQuantity() {
        return terms.sizing() instanceof Sizing.FixedQuantity fixed ? fixed.shares() : null;
    }

    /** The same question on other contents. */
    public BacktestQuestion on(List<Source> files, @Nullable Source prices) {
        return new BacktestQuestion(
                symbol,
                new BarsWanted(
                        bars.source(),
                        files,
                        bars.period(),
                        bars.start(),
                        bars.end(),
                        bars.dateFormat(),
                        bars.skipBadRows(),
                        bars.adjusted()),
                strategy,
                parameters,
                terms,
                new GateWish(gate.regimes(), gate.allocation(), gate.guardian(), prices),
                search,
                include,
                caller,
                conventions,
                door,
                asked,
                idempotencyKey,
                notices);
    }

    /** A part of the answer that is long and has to be asked for. */
    public enum Part {
        TRADES,
        ORDERS,
        SERIES
    }

    /** Which service bars come from. */
    public enum DataSource {
        CSV,
        DATA_SERVICE,
        YAHOO
    }

    /**
     * Where bars come from and which of them are used.
     *
     * @param source which service
     * @param files one for each instrument, or one with several; empty where a service is asked
     * @param period how far back a service is asked
     * @param start the first date; null for the first there is
     * @param end the last date; null for the last there is
     * @param dateFormat how ambiguous dates read; null where they must not be
     * @param skipBadRows whether a bad row is left out rather than refused
     * @param adjusted whether prices are scaled to the adjusted close
     */
    public record BarsWanted(
            DataSource source,
            List<Source> files,
            String period,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable String dateFormat,
            boolean skipBadRows,
            boolean adjusted) {
        /** How the files are read, whatever they are. */
        BarsWanted withoutFiles() {
            return new BarsWanted(source, List.of(), period, start, end, dateFormat, skipBadRows, adjusted);
        }
    }

    /**
     * Which agents have a say.
     *
     * @param regimes what a regime's label must match for an entry; null for any
     * @param allocation whether the allocation scales entries
     * @param guardian whether the guardian limits orders
     * @param prices closes for the regime; null for the instruments' own
     */
    public record GateWish(
            @Nullable List<String> regimes,
            boolean allocation,
            boolean guardian,
            @Nullable Source prices) {
        /** None of them. */
        public static final GateWish NONE = new GateWish(null, false, false, null);
    }

    /**
     * What else is tried.
     *
     * @param grid the values of each parameter
     * @param walkForward how the choice is tested on later bars; null for not at all
     */
    public record SearchWish(
            Map<String, List<Object>> grid, @Nullable WalkForwardWish walkForward) {
        List<Axis> axes() {
            return grid.entrySet().stream()
                    .map(entry -> new Axis(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    /**
     * A walk-forward test, in bars.
     *
     * @param inSample bars of each choice
     * @param outOfSample bars each choice is then traded on
     * @param anchored whether each choice sees everything before it
     */
    public record WalkForwardWish(int inSample, int outOfSample, boolean anchored) {}
}
