package io.quanttradingos.backtest.engine;

import io.quanttradingos.marketdata.Bars;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks for decisions that knew what came after them, for example
 * {@code assertThat(LookAheadCheck.of(bars).firstDifference(settings, market -> new SmaCross(10, 20))).isEmpty()}.
 *
 * <p>Runs the whole market once, and then for many bars again with what comes after that bar cut off, scaled, reversed or
 * replaced by garbage. The orders given up to that bar, their fills, the trades and the equity must stay the same to the
 * last bit. Each run gets bars of its own, so a strategy that kept hold of an array sees the changed ones.
 *
 * <p>A decision at a bar's close that is filled at a price of that same bar knows nothing of later bars, so none of this
 * finds it. Hence two more rules, unless {@link FillModel#SAME_CLOSE} is declared: no order is filled in the bar it was
 * given at, other than the exits of an entry filled in it; and where orders are filled at the next open, a fill at the
 * open of a bar must not change with the rest of that bar.
 */
public final class LookAheadCheck {
    private static final int MOMENTS = 40;

    private final List<Bars> instruments;
    private final long[] axis;
    private final int moments;

    private LookAheadCheck(List<Bars> instruments, int moments) {
        this.instruments = List.copyOf(instruments);
        this.axis = instruments.stream()
                .flatMapToLong(bars -> Arrays.stream(bars.times(), 0, bars.rows()))
                .sorted()
                .distinct()
                .toArray();
        this.moments = Math.min(moments, axis.length);
    }

    public static LookAheadCheck of(Bars... instruments) {
        return of(List.of(instruments));
    }

    public static LookAheadCheck of(List<Bars> instruments) {
        return new LookAheadCheck(instruments, MOMENTS);
    }

    /** The same check at so many bars, spread evenly; at every bar where there are no more. */
    public LookAheadCheck at(int numberOfBars) {
        return new LookAheadCheck(instruments, numberOfBars);
    }

    /** Of a strategy without hooks; the factory is given the market it runs on. */
    public Optional<String> firstDifference(EngineSettings settings, Function<Market, Strategy> strategy) {
        return firstDifference(settings, strategy, market -> Hooks.none());
    }

    /** Of a strategy with hooks; both factories are given the market they run on. */
    public Optional<String> firstDifference(
            EngineSettings settings, Function<Market, Strategy> strategy, Function<Market, Hooks> hooks) {
        return firstDifference(settings.fillModel(), bars -> {
            Market market = Market.of(bars);
            Ledger ledger = new Ledger();
            new Engine(market, settings).run(strategy.apply(market), hooks.apply(market), ledger);
            return ledger;
        });
    }

    /**
     * Of anything that makes a ledger of bars, so that what is done to the bars beforehand is checked, too.
     *
     * @param declared when it claims to fill its market orders
     * @return the bar and the first field that differs; empty where nothing does
     */
    public Optional<String> firstDifference(FillModel declared, Function<List<Bars>, Ledger> run) {
        Ledger whole = run.apply(copies());
        if (declared != FillModel.SAME_CLOSE) {
            Optional<String> early = filledWhenGiven(whole);
            if (early.isPresent()) {
                return early;
            }
        }
        for (int moment = 0; moment < moments; moment++) {
            int bar = (int) ((long) (moment + 1) * axis.length / moments) - 1;
            Optional<String> difference = at(bar, declared, whole, run);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private List<Bars> copies() {
        return after(axis.length - 1, Tampering.CUT);
    }

    private List<Bars> after(int bar, Tampering tampering) {
        return instruments.stream()
                .map(bars -> tampering.after(bars, axis[bar], bar))
                .toList();
    }

    private List<Bars> within(int bar) {
        return instruments.stream()
                .map(bars -> Tampering.within(bars, axis[bar], bar))
                .toList();
    }

    private Optional<String> at(int bar, FillModel declared, Ledger whole, Function<List<Bars>, Ledger> run) {
        for (Tampering tampering : Tampering.values()) {
            String name = "bars after " + bar + " " + tampering;
            Optional<String> difference = compared(name, run, after(bar, tampering), other -> upTo(bar, whole, other));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return declared != FillModel.NEXT_OPEN
                ? Optional.empty()
                : compared(
                        "bar " + bar + " changed but for its open",
                        run,
                        within(bar),
                        other -> filledAtOpen(bar, whole, other));
    }

    private static Optional<String> compared(
            String name,
            Function<List<Bars>, Ledger> run,
            List<Bars> bars,
            Function<Ledger, Optional<String>> comparison) {
        Ledger other;
        try {
            other = run.apply(bars);
        } catch (RuntimeException failure) {
            return Optional.of(name + ": the run failed with " + failure);
        }
        return comparison.apply(other).map(difference -> name + ": " + difference);
    }

    private static Optional<String> filledWhenGiven(Ledger ledger) {
        OrderLog orders = ledger.orders();
        for (int id = 0; id < orders.size(); id++) {
            if (orders.parent(id) < 0 && orders.filledBar(id) == orders.submittedBar(id)) {
                return Optional.of("order " + id + " was given at the close of bar " + orders.submittedBar(id)
                        + " and filled in that same bar");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> upTo(int bar, Ledger whole, Ledger other) {
        return Difference.first(
                () -> Difference.ofEquity(bar, whole, other),
                () -> Difference.ofOrders(bar, whole.orders(), other.orders()),
                () -> Difference.ofTrades(bar, whole.trades(), other.trades()));
    }

    /** Market orders filled in a bar that is changed but for its open, and the orders given before it. */
    private static Optional<String> filledAtOpen(int bar, Ledger whole, Ledger other) {
        OrderLog expected = whole.orders();
        OrderLog seen = other.orders();
        for (int id = 0; id < expected.size(); id++) {
            boolean isAtOpen = expected.type(id) == OrderType.MARKET && expected.filledBar(id) == bar;
            if (isAtOpen) {
                if (id >= seen.size()) {
                    return Optional.of("order " + id + ", filled at its open, was not given");
                }
                Optional<String> difference = Difference.ofFill(id, expected, seen);
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        return Optional.empty();
    }
}
