package io.quanttradingos.pipeline;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.CurrentInputs;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.inputs.Inputs;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.marketdata.PriceFile;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.portfolio.Holdings;
import io.quanttradingos.portfolio.PortfolioAgent;
import io.quanttradingos.table.TextTable;
import io.quanttradingos.units.Symbol;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The first step: reads all a decision needs, so that nothing after it reads any more. */
public final class Gathering {
    private final Inputs inputs;
    private final Defaults defaults;
    private final PortfolioAgent portfolio;
    private final MissingPrices missingPrices;
    private final History history;
    private final StageCache results;
    private final InstantSource clock;

    /**
     * What a request that names no inputs is run on.
     *
     * @param prices the price table of the moment
     * @param holdings the holdings of the moment
     * @param disciplineScore the score where nothing else is known
     */
    public record Defaults(
            Supplier<Source> prices, Supplier<CurrentInputs.OwnedHoldings> holdings, double disciplineScore) {}

    public Gathering(
            Inputs inputs,
            Defaults defaults,
            PortfolioAgent portfolio,
            MissingPrices missingPrices,
            History history,
            StageCache results,
            InstantSource clock) {
        this.inputs = inputs;
        this.defaults = defaults;
        this.portfolio = portfolio;
        this.missingPrices = missingPrices;
        this.history = history;
        this.results = results;
        this.clock = clock;
    }

    Gathered gather(DecisionRequest request) {
        Valued valued = valued(request.prices(), request.dateFormat(), request.holdings(), request.asOf());
        Input<TextTable> trades =
                request.trades() == null ? null : inputs.trades("execution_trades_path", request.trades());
        Input<Map<String, Object>> plan =
                request.plan() == null ? null : inputs.json("execution_plan_path", request.plan());
        String portfolioId = portfolioId(request, valued);
        return new Gathered(
                clock.instant(),
                request,
                valued,
                trades,
                plan,
                portfolioId,
                known(portfolioId, valued.asOf(), trades != null),
                defaults.disciplineScore());
    }

    Valued valued(
            @Nullable Source givenPrices,
            @Nullable String dateFormat,
            @Nullable Source givenHoldings,
            @Nullable LocalDate asked) {
        Input<PriceFile> prices = prices(givenPrices, dateFormat);
        LocalDate asOf = lastDate(prices.value().table(), asked);
        CurrentInputs.OwnedHoldings owned = givenHoldings == null
                ? defaults.holdings().get()
                : new CurrentInputs.OwnedHoldings(givenHoldings, null);
        Input<Holdings> holdings = inputs.holdings("holdings_path", owned.source());
        List<Input<PriceTable>> fetched = fetched(prices.value().table(), holdings.value(), asOf);
        return new Valued(asOf, prices, merged(prices, fetched), fetched, owned, holdings);
    }

    private Known known(String portfolioId, LocalDate asOf, boolean judging) {
        Known known = history.before(portfolioId, asOf);
        return judging ? known.withPreviousScores(history.previousScores()) : known;
    }

    /** The price table a request names or carries, else the configured one. */
    Input<PriceFile> prices(@Nullable Source given, @Nullable String dateFormat) {
        return inputs.prices("prices_path", given == null ? defaults.prices().get() : given, dateFormat);
    }

    /** The last date with a row on or before the one asked for. */
    static LocalDate lastDate(PriceTable table, @Nullable LocalDate asked) {
        int row = asked == null ? table.rows() - 1 : table.rowAsOf(asked);
        if (row < 0) {
            throw Refusal.notUsable("as_of is " + asked + ", before the first date of the prices, " + table.date(0));
        }
        return table.date(row);
    }

    private List<Input<PriceTable>> fetched(PriceTable table, Holdings holdings, LocalDate asOf) {
        PriceTable visible = table.until(asOf);
        List<Symbol> missing = portfolio.missing(visible, holdings);
        return missing.isEmpty() ? List.of() : missingPrices.closes(missing, visible.date(0), asOf);
    }

    private PriceTable merged(Input<PriceFile> prices, List<Input<PriceTable>> fetched) {
        if (fetched.isEmpty()) {
            return prices.value().table();
        }
        List<Object> key = List.of(
                "merged", prices.key(), fetched.stream().map(Input::sha256).toList());
        return results.value(key, () -> {
            PriceTable all = prices.value().table();
            for (Input<PriceTable> more : fetched) {
                all = all.mergedWith(more.value());
            }
            return all;
        });
    }

    /**
     * Whose recorded peak counts: what the request says, else whose the holdings that count are, else the holdings file by
     * its name. Prices or holdings that came with the request stand for themselves: two senders' uploads never share a peak
     * by accident of a name, and what would be at invented prices never becomes the peak of what is.
     */
    private static String portfolioId(DecisionRequest request, Valued valued) {
        if (request.portfolioId() != null) {
            return request.portfolioId();
        }
        if (request.prices() instanceof Source.Given) {
            return "content:" + valued.holdings().sha256() + ":"
                    + valued.prices().sha256();
        }
        if (valued.owned().portfolioId() != null) {
            return valued.owned().portfolioId();
        }
        return valued.owned().source() instanceof Source.InFolder file
                ? "file:" + file.name()
                : "content:" + valued.holdings().sha256();
    }
}
