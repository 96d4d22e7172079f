package io.quanttradingos.feeds;

import io.quanttradingos.backtest.BacktestQuestion;
import io.quanttradingos.backtest.BarSource;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.marketdata.BarCsv;
import io.quanttradingos.marketdata.BarFile;
import io.quanttradingos.marketdata.BarReader;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.marketdata.PriceCsv;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.pipeline.MissingPrices;
import io.quanttradingos.state.Content;
import io.quanttradingos.units.Symbol;
import io.quanttradingos.upstream.call.Budget;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Prices from the configured sources, asked in their order. One that fails is passed over where a later one knows; the name
 * of what was fetched then says so.
 */
public final class PriceFeeds implements MissingPrices, BarSource {
    private final List<PriceSource> order;
    private final List<PriceSource> all;
    private final Duration mostWaiting;
    private final InstantSource clock;

    /**
     * Wires the sources.
     *
     * @param order who is asked where nobody is named
     * @param all who can be named
     * @param mostWaiting how long one request may wait for all of them together
     */
    public PriceFeeds(List<PriceSource> order, List<PriceSource> all, Duration mostWaiting, InstantSource clock) {
        this.order = List.copyOf(order);
        this.all = List.copyOf(all);
        this.mostWaiting = mostWaiting;
        this.clock = clock;
    }

    @Override
    public List<Input<PriceTable>> closes(List<Symbol> symbols, LocalDate from, LocalDate to) {
        Budget budget = Budget.of(mostWaiting);
        List<Input<PriceTable>> found = new ArrayList<>();
        for (Symbol symbol : symbols) {
            PriceSource.Wanted wanted = new PriceSource.Wanted(symbol, from, to, today());
            first(symbol, (source, left) -> source.closes(wanted, left), budget).ifPresent(closes -> {
                Content content = Content.of(PriceCsv.write(closes.value()));
                found.add(new Input<>(closes.name(), content, closes.value().rows(), closes.value()));
            });
        }
        return found;
    }

    /**
     * The daily bars of an instrument from the first source that has any.
     *
     * @return empty where none knows it
     */
    public Optional<Input<BarFile>> bars(Symbol symbol, String period, LocalDate until, Budget budget) {
        PriceSource.Wanted wanted = new PriceSource.Wanted(symbol, from(until, period), until, today());
        return first(symbol, (source, left) -> source.bars(wanted, left), budget)
                .map(bars -> kept(bars.name(), bars.value()));
    }

    @Override
    public Input<BarFile> bars(BacktestQuestion.DataSource source, Symbol symbol, String period) {
        String name = source.name().toLowerCase(Locale.ROOT);
        PriceSource asked = all.stream()
                .filter(known -> known.code().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notUsable("data_source " + name + " is not set up: "
                                + (name.equals("yahoo") ? "YAHOO_BASE_URL" : "DATA_SERVICE_URL") + " names its address")
                        .about("data_source"));
        LocalDate today = today();
        PriceSource.Wanted wanted = new PriceSource.Wanted(symbol, from(today, period), today, today);
        return asked.bars(wanted, Budget.of(mostWaiting))
                .map(bars -> kept(fetched(symbol, asked), bars))
                .orElseThrow(() -> Refusal.notFound(name + " has no bars of " + symbol + " for the period " + period));
    }

    private record Found<T>(String name, T value) {}

    private <T> Optional<Found<T>> first(
            Symbol symbol, BiFunction<PriceSource, Budget, Optional<T>> ask, Budget budget) {
        Refusal failed = null;
        String passedOver = "";
        for (PriceSource source : order) {
            try {
                Optional<T> value = ask.apply(source, budget);
                if (value.isPresent()) {
                    return Optional.of(new Found<>(fetched(symbol, source) + passedOver, value.get()));
                }
            } catch (Refusal refusal) {
                failed = first(failed, refusal);
                passedOver += ", as " + source.code() + " failed";
            }
        }
        if (failed != null) {
            throw failed;
        }
        return Optional.empty();
    }

    private static Refusal first(@Nullable Refusal earlier, Refusal later) {
        return earlier == null ? later : earlier;
    }

    private static String fetched(Symbol symbol, PriceSource source) {
        return "fetched " + symbol + " from " + source.code();
    }

    /** Read from what is recorded of them, so that a replay cannot read them differently. */
    private static Input<BarFile> kept(String name, Bars bars) {
        byte[] csv = BarCsv.write(bars);
        BarFile file =
                BarReader.standard().forSymbol(bars.symbol()).read(name, csv).orRefuse();
        return new Input<>(name, Content.of(csv), file.rows(), file);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The first day of a period such as 6mo or 1y. */
    private static LocalDate from(LocalDate today, String period) {
        if (period.equals("max")) {
            return LocalDate.EPOCH;
        }
        int count = Integer.parseInt(period.replaceAll("[^0-9]", ""));
        return period.endsWith("mo") ? today.minusMonths(count) : today.minusYears(count);
    }
}
