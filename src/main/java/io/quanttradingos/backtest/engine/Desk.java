package io.quanttradingos.backtest.engine;

import io.quanttradingos.backtest.engine.Signal.Intent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes a strategy's signals and orders, and shows it its account.
 *
 * <p>A signal says what is wanted and is sized as the run's settings say; wanting what is there already, or on its way,
 * changes nothing, and what an earlier signal put on the way against it is taken back. An order says everything itself.
 * Either way the advisors and validators of the run are asked, and what is not allowed stands in the order log with its
 * reason.
 */
public final class Desk {
    private static final String REPLACED = "replaced by a newer signal";

    private final EngineSettings settings;
    private final Account account;
    private final OrderLog orders;
    private final OrderBook book;
    private final EntrySizing sizing;
    private final Review review;
    /** The entry by signal that is on its way; -1 for none. */
    private final int[] entering;
    /** The exit by signal that is on its way; -1 for none. */
    private final int[] leaving;

    private int bar;

    Desk(Market market, History history, EngineSettings settings, Hooks hooks, Ledger ledger, OrderBook book) {
        this.settings = settings;
        this.account = ledger.account();
        this.orders = ledger.orders();
        this.book = book;
        this.sizing = new EntrySizing(market, settings, ledger);
        this.review = new Review(hooks, history, ledger);
        this.entering = new int[market.instruments()];
        this.leaving = new int[market.instruments()];
        Arrays.fill(entering, -1);
        Arrays.fill(leaving, -1);
    }

    void moveTo(int row) {
        bar = row;
    }

    /** Whether orders are taken: not before the first bar that the run trades on. */
    public boolean isTrading() {
        return bar >= settings.firstBar();
    }

    public Account account() {
        return account;
    }

    /** Whether parts of shares are traded, so that a difference of less than one share is worth an order. */
    public boolean tradesFractions() {
        return settings.fractional();
    }

    /** Signed shares of an instrument. */
    public double shares(int instrument) {
        return account.shares[instrument];
    }

    /** Whether there is neither a position nor an entry by signal on its way. */
    public boolean isFlat(int instrument) {
        return account.shares[instrument] == 0 && !isUnderWay(entering[instrument]);
    }

    /** The orders given so far, with what became of them. */
    public OrderLog orders() {
        return orders;
    }

    /** Wants to be long; a short position is closed first. */
    public void enterLong(int instrument) {
        enter(instrument, Intent.ENTER_LONG, 1);
    }

    /** Wants to be short; a long position is closed first. */
    public void enterShort(int instrument) {
        enter(instrument, Intent.ENTER_SHORT, -1);
    }

    /** Wants no position; an entry on its way is taken back. */
    public void exit(int instrument) {
        takeBack(entering[instrument], "the strategy left before it was filled");
        if (account.shares[instrument] == 0 || isUnderWay(leaving[instrument])) {
            return;
        }
        Signal signal = advised(instrument, Intent.EXIT, 1);
        int order = orders.add(instrument, OrderType.MARKET, -account.shares[instrument], Double.NaN, bar);
        orders.setReduceOnly(order);
        leaving[instrument] = order;
        offer(order, signal);
    }

    /**
     * Wants a position of a share of the equity, whatever the sizing of the run.
     *
     * @param weight signed share, 0 for no position; how many shares that is, is worked out at the fill
     */
    public void target(int instrument, double weight) {
        takeBack(entering[instrument], REPLACED);
        takeBack(leaving[instrument], REPLACED);
        if (weight == 0 && account.shares[instrument] == 0) {
            return;
        }
        Signal signal = advised(instrument, Intent.TARGET, weight);
        int order = orders.add(instrument, OrderType.MARKET, Double.NaN, signal.strength(), bar);
        entering[instrument] = order;
        offer(order, signal);
    }

    /**
     * Gives an order as it is written, its shares whole unless the run allows fractions.
     *
     * @return its number in the log, which says what becomes of it
     */
    public int submit(OrderTicket ticket) {
        Signal signal = advised(ticket.instrument(), intentOf(ticket), 1);
        double part = signal.intent() == Intent.EXIT ? 1 : signal.strength();
        double shares = settings.rounded(ticket.shares() * part);
        int order = orders.add(ticket.instrument(), ticket.type(), shares, Double.NaN, bar);
        orders.limit[order] = ticket.limit();
        orders.stop[order] = ticket.stop();
        orders.trail[order] = ticket.trail();
        if (ticket.timeInForce() == TimeInForce.DAY) {
            orders.setDay(order);
        }
        if (ticket.reduceOnly()) {
            orders.setReduceOnly(order);
        }
        orders.setBracket(order, ticket.bracket());
        if (ticket.type() == OrderType.TRAILING_STOP) {
            book.startTrailing(order, account.lastPrice(ticket.instrument()));
        }
        offer(order, signal);
        return order;
    }

    /** Takes an order back; one that is not open any more stays as it is. */
    public void cancel(int order) {
        takeBack(order, "cancelled by the strategy");
    }

    private void takeBack(int order, String reason) {
        if (isUnderWay(order)) {
            orders.close(order, bar, OrderStatus.CANCELLED, reason);
        }
    }

    private boolean isUnderWay(int order) {
        return order >= 0 && orders.isOpen(order);
    }

    private void enter(int instrument, Intent intent, int direction) {
        double held = account.shares[instrument];
        if (held * direction > 0) {
            stay(instrument, direction);
            return;
        }
        if (isEntering(instrument, direction)) {
            return;
        }
        if (held != 0 || isUnderWay(entering[instrument])) {
            exit(instrument);
        }
        boolean isStuck = held != 0 && !isUnderWay(leaving[instrument]);
        Signal signal = advised(instrument, intent, 1);
        int order = sizing.order(instrument, direction * signal.strength(), bar);
        entering[instrument] = order;
        offer(order, isStuck ? signal.vetoed("its opposite position was not closed") : signal);
    }

    /** Takes back what would end a position. */
    private void stay(int instrument, int direction) {
        takeBack(leaving[instrument], REPLACED);
        if (!isEntering(instrument, direction)) {
            takeBack(entering[instrument], REPLACED);
        }
    }

    private boolean isEntering(int instrument, int direction) {
        int order = entering[instrument];
        if (!isUnderWay(order)) {
            return false;
        }
        double wanted = orders.isWeighted(order) ? orders.weight[order] : orders.shares[order];
        return wanted * direction > 0;
    }

    private Intent intentOf(OrderTicket ticket) {
        double held = account.shares[ticket.instrument()];
        boolean reducing = held * ticket.shares() < 0 && Math.abs(ticket.shares()) <= Math.abs(held);
        if (reducing || ticket.reduceOnly()) {
            return Intent.EXIT;
        }
        return ticket.shares() > 0 ? Intent.ENTER_LONG : Intent.ENTER_SHORT;
    }

    private Signal advised(int instrument, Intent intent, double strength) {
        Signal signal = Signal.of(instrument, intent, strength);
        return review.hasAdvisors() ? review.advised(signal) : signal;
    }

    /** Puts an order into the book unless something speaks against it. */
    private void offer(int order, Signal signal) {
        if (signal.remark() != null) {
            orders.remark(order, signal.remark());
        }
        if (!orders.isOpen(order)) {
            return;
        }
        @Nullable String objection = signal.veto() != null ? signal.veto() : objection(order);
        if (objection != null) {
            orders.close(order, bar, OrderStatus.REJECTED, objection);
        } else if (review.allows(order, bar)) {
            book.add(order);
        }
    }

    private @Nullable String objection(int order) {
        int instrument = orders.instrument(order);
        if (!isTrading()) {
            return "trading had not begun yet";
        }
        if (Double.isNaN(account.lastPrice(instrument))) {
            return "no price of it was known yet";
        }
        boolean isNothing = orders.isWeighted(order)
                ? orders.weight[order] == 0 && account.shares[instrument] == 0
                : orders.shares[order] == 0;
        return isNothing ? "came to less than one share" : null;
    }
}
