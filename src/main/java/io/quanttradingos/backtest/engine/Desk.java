package io.quanttradingos.backtest.engine;

import io.quanttradingos.backtest.engine.Signal.Intent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes a strategy's signals and orders, and shows it its account.
 *
 * <p>A signal says what is wanted and is sized as the run's settings say; wanting what is there already, or on its way,
 * changes nothing. An order says everything itself. Either way the advisors and validators of the run are asked, and what
 * is not allowed stands in the order log with its reason.
 */
public final class Desk {
    private static final String TOO_EARLY = "trading had not begun yet";

    private final Market market;
    private final History history;
    private final EngineSettings settings;
    private final Hooks hooks;
    private final Account account;
    private final OrderLog orders;
    private final OrderBook book;
    private final boolean isWatched;
    /** The entry by signal that is on its way; -1 for none. */
    private final int[] entering;

    private final int[] leaving;
    private int bar;

    Desk(Market market, History history, EngineSettings settings, Hooks hooks, Ledger ledger, OrderBook book) {
        this.market = market;
        this.history = history;
        this.settings = settings;
        this.hooks = hooks;
        this.account = ledger.account();
        this.orders = ledger.orders();
        this.book = book;
        this.isWatched = !hooks.advisors().isEmpty() || !hooks.validators().isEmpty();
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

    /** Signed shares of an instrument. */
    public double shares(int instrument) {
        return account.shares[instrument];
    }

    /** Whether there is neither a position nor an entry on its way. */
    public boolean isFlat(int instrument) {
        return account.shares[instrument] == 0 && !isUnderWay(entering[instrument]);
    }

    private boolean isUnderWay(int order) {
        return order >= 0 && orders.isOpen(order);
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
        if (isUnderWay(entering[instrument])) {
            orders.close(entering[instrument], OrderStatus.CANCELLED, "the strategy left before it was filled");
        }
        if (account.shares[instrument] == 0 || isUnderWay(leaving[instrument])) {
            return;
        }
        String veto = isWatched
                ? advised(new Signal(instrument, Intent.EXIT, 1, null)).veto()
                : null;
        int order = add(instrument, OrderType.MARKET, -account.shares[instrument], Double.NaN);
        orders.setReduceOnly(order);
        leaving[instrument] = order;
        offer(order, veto);
    }

    /**
     * Wants a position of a share of the equity, whatever the sizing of the run.
     *
     * @param weight signed share, 0 for no position; how many shares that is, is worked out at the fill
     */
    public void target(int instrument, double weight) {
        double allowed = weight;
        String veto = null;
        if (isWatched) {
            Signal signal = advised(new Signal(instrument, Intent.TARGET, weight, null));
            allowed = signal.strength();
            veto = signal.veto();
        }
        if (isUnderWay(entering[instrument])) {
            orders.close(entering[instrument], OrderStatus.CANCELLED, "replaced by a newer target");
        }
        if (allowed == 0 && account.shares[instrument] == 0 && veto == null) {
            return;
        }
        int order = add(instrument, OrderType.MARKET, Double.NaN, allowed);
        entering[instrument] = order;
        offer(order, veto);
    }

    /**
     * Gives an order as it is written.
     *
     * @return its number in the log, which says what becomes of it
     */
    public int submit(OrderTicket ticket) {
        int order = add(ticket.instrument(), ticket.type(), ticket.shares(), Double.NaN);
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
            book.startTrailing(order, market.close[ticket.instrument()][bar]);
        }
        offer(order, null);
        return order;
    }

    /** Takes an order back; one that is not open any more stays as it is. */
    public void cancel(int order) {
        if (orders.isOpen(order)) {
            orders.close(order, OrderStatus.CANCELLED, "cancelled by the strategy");
        }
    }

    private void enter(int instrument, Intent intent, int direction) {
        double held = account.shares[instrument];
        if (held * direction > 0 || isEntering(instrument, direction)) {
            return;
        }
        if (held != 0 || isUnderWay(entering[instrument])) {
            exit(instrument);
        }
        double strength = 1;
        String veto = null;
        if (isWatched) {
            Signal signal = advised(new Signal(instrument, intent, 1, null));
            strength = signal.strength();
            veto = signal.veto();
        }
        int order = sized(instrument, direction * strength);
        entering[instrument] = order;
        offer(order, veto);
    }

    private boolean isEntering(int instrument, int direction) {
        int order = entering[instrument];
        if (!isUnderWay(order)) {
            return false;
        }
        double wanted = Double.isNaN(orders.shares[order]) ? orders.weight[order] : orders.shares[order];
        return wanted * direction > 0;
    }

    private Signal advised(Signal asked) {
        Signal signal = asked;
        List<Advisor> advisors = hooks.advisors();
        for (int i = 0; i < advisors.size() && signal.veto() == null; i++) {
            signal = advisors.get(i).advise(signal, history, account);
        }
        return signal;
    }

    /** An order of the usual size times a signed strength. */
    private int sized(int instrument, double strength) {
        Sizing sizing = settings.sizing();
        int order;
        if (sizing instanceof Sizing.FixedQuantity fixed) {
            order = add(instrument, OrderType.MARKET, rounded(fixed.shares() * strength), Double.NaN);
        } else if (sizing instanceof Sizing.PercentEquity share) {
            order = add(instrument, OrderType.MARKET, Double.NaN, share.percent() / 100 * strength);
        } else if (sizing instanceof Sizing.RiskPercent risk) {
            return byRisk(instrument, risk, strength);
        } else {
            order = byVolatility(instrument, (Sizing.VolatilityTarget) sizing, strength);
        }
        orders.setBracket(order, settings.bracket());
        return order;
    }

    private int byRisk(int instrument, Sizing.RiskPercent risk, double strength) {
        double range = Window.averageTrueRange(market, instrument, bar, risk.bars());
        double distance = risk.multiple() * range;
        double shares = rounded(account.equity() * risk.percent() / 100 / distance * strength);
        int order = add(instrument, OrderType.MARKET, shares, Double.NaN);
        double stopLoss = distance / market.close[instrument][bar];
        Bracket exits = settings.bracket();
        boolean needsStop = Double.isNaN(exits.stopLoss()) && stopLoss < 1 && stopLoss > 0;
        orders.setBracket(order, needsStop ? new Bracket(stopLoss, exits.takeProfit(), exits.trailingStop()) : exits);
        if (Double.isNaN(range)) {
            orders.close(order, OrderStatus.REJECTED, "too few bars for an average true range of " + risk.bars());
        }
        return order;
    }

    private int byVolatility(int instrument, Sizing.VolatilityTarget target, double strength) {
        double deviation = Window.deviation(market, instrument, bar, target.bars());
        double annual = deviation * Math.sqrt(settings.barsPerYear());
        double weight = annual > 0 ? Math.min(settings.leverage(), target.annualVolatility() / annual) : Double.NaN;
        int order = add(instrument, OrderType.MARKET, Double.NaN, weight * strength);
        if (Double.isNaN(weight)) {
            orders.close(order, OrderStatus.REJECTED, "no volatility over the last " + target.bars() + " bars");
        }
        return order;
    }

    private double rounded(double shares) {
        return settings.fractional() ? shares : Math.copySign(Math.floor(Math.abs(shares)), shares);
    }

    private int add(int instrument, OrderType type, double shares, double weight) {
        return orders.add(instrument, type, shares, weight, bar);
    }

    /** Puts an order into the book unless something speaks against it. */
    private void offer(int order, @Nullable String veto) {
        if (!orders.isOpen(order)) {
            return;
        }
        if (!isTrading()) {
            orders.close(order, OrderStatus.REJECTED, TOO_EARLY);
        } else if (veto != null) {
            orders.close(order, OrderStatus.REJECTED, veto);
        } else if (orders.shares[order] == 0
                || (orders.weight[order] == 0 && account.shares(orders.instrument(order)) == 0)) {
            orders.close(order, OrderStatus.REJECTED, "came to less than one share");
        } else {
            validate(order);
        }
        if (orders.isOpen(order)) {
            book.add(order);
        }
    }

    private void validate(int order) {
        List<OrderValidator> validators = hooks.validators();
        for (int i = 0; i < validators.size(); i++) {
            Verdict verdict = validators.get(i).judge(proposal(order), history, account);
            if (verdict.mostShares() == 0) {
                orders.close(order, OrderStatus.REJECTED, verdict.reason());
                return;
            }
            if (verdict.mostShares() < orders.most[order]) {
                orders.most[order] = verdict.mostShares();
                orders.remark(
                        order,
                        String.format(
                                Locale.ROOT, "limited to %.4f shares: %s", verdict.mostShares(), verdict.reason()));
            }
        }
    }

    private Proposal proposal(int order) {
        int instrument = orders.instrument(order);
        double price = account.lastPrice(instrument);
        double held = account.shares[instrument];
        double shares = orders.shares[order];
        double wanted = Double.isNaN(shares) ? orders.weight[order] * account.equity() / price - held : shares;
        boolean reducing = orders.isReduceOnly(order) || (wanted * held < 0 && Math.abs(wanted) <= Math.abs(held));
        return new Proposal(instrument, wanted, price, reducing);
    }
}
