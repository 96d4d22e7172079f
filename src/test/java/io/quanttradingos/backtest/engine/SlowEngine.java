package io.quanttradingos.backtest.engine;

import io.quanttradingos.marketdata.Bars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a run written down a second time, for comparison: an object for every order, bar and trade, sizes found by
 * bisection instead of formulas, positions as lists of purchases, no line shared with the engine and no care for speed.
 */
final class SlowEngine implements TradingDesk {
    record Bar(double open, double high, double low, double close, double volume) {}

    static final class Position {
        double held;
        int entryBar;
        boolean openedAfterOpen;
        final List<Lot> lots = new ArrayList<>();
        final List<Double> seen = new ArrayList<>();

        double averagePrice() {
            return lots.stream().mapToDouble(lot -> lot.shares * lot.price).sum()
                    / lots.stream().mapToDouble(lot -> lot.shares).sum();
        }
    }

    /** A purchase, or a short sale, of which a part may be gone already. */
    private static final class Lot {
        double shares;
        final double price;
        double commission;
        double slippage;

        Lot(double shares, double price, double commission, double slippage) {
            this.shares = shares;
            this.price = price;
            this.commission = commission;
            this.slippage = slippage;
        }

        void keep(double part) {
            shares *= part;
            commission *= part;
            slippage *= part;
        }
    }

    static final class Order {
        final int instrument;
        final String type;
        /** NaN where a weight is asked for. */
        double shares = Double.NaN;

        double weight = Double.NaN;
        double limit;
        double stop;
        double trail;
        boolean day;
        boolean reduceOnly;
        boolean cutToBuyingPower;
        Bracket bracket = Bracket.NONE;

        @Nullable Order parent;

        int given;
        int firstBar;
        /** Of an exit that began within a bar: what it began with there. */
        double beganAt = Double.NaN;

        boolean triggered;
        String status = "OPEN";
        int closedBar = -1;
        double filledShares;
        double price = Double.NaN;
        double commission;
        double slippage;

        Order(int instrument, String type) {
            this.instrument = instrument;
            this.type = type;
        }

        boolean isByWeight() {
            return Double.isNaN(shares);
        }

        boolean beganWithin(int bar) {
            return !Double.isNaN(beganAt) && firstBar == bar;
        }

        boolean isOpen() {
            return status.equals("OPEN");
        }
    }

    record Trade(
            int instrument,
            int entryBar,
            int exitBar,
            double shares,
            double entryPrice,
            double exitPrice,
            double profit,
            double commission,
            double costs,
            double lowest,
            double highest) {}

    final List<Order> orders = new ArrayList<>();
    final List<Trade> trades = new ArrayList<>();
    final List<Double> equity = new ArrayList<>();
    int barsInMarket;
    boolean bankrupt;
    double cash;
    final List<Position> positions = new ArrayList<>();

    private final EngineSettings settings;
    private final List<Long> times;
    private final List<Map<Long, Bar>> bars = new ArrayList<>();
    private final double[] lastPrice;
    private final Map<Integer, Order> entering = new HashMap<>();
    private final Map<Integer, Order> leaving = new HashMap<>();
    private int now;

    SlowEngine(List<Bars> instruments, EngineSettings settings) {
        this.settings = settings;
        this.cash = settings.initialCash();
        TreeSet<Long> all = new TreeSet<>();
        for (Bars one : instruments) {
            Map<Long, Bar> byTime = new HashMap<>();
            for (int row = 0; row < one.rows(); row++) {
                all.add(one.times()[row]);
                byTime.put(
                        one.times()[row],
                        new Bar(one.open()[row], one.high()[row], one.low()[row], one.close()[row], one.volume()[row]));
            }
            bars.add(byTime);
            positions.add(new Position());
        }
        times = new ArrayList<>(all);
        lastPrice = new double[instruments.size()];
        Arrays.fill(lastPrice, Double.NaN);
    }

    void run(Script script) {
        for (now = 0; now < times.size() && !bankrupt; now++) {
            work();
            markAll(Bar::close);
            endOfBarRanges();
            double value = equityNow();
            if (value > 0) {
                script.act(now, this);
                if (settings.fillModel() == FillModel.SAME_CLOSE) {
                    marketOrders(Bar::close, "after");
                    value = equityNow();
                }
            }
            equity.add(value);
            bankrupt = !(value > 0);
            if (positions.stream().anyMatch(position -> position.held != 0)) {
                barsInMarket++;
            }
        }
    }

    // What is known

    private Optional<Bar> bar(int instrument, int index) {
        return Optional.ofNullable(bars.get(instrument).get(times.get(index)));
    }

    private void markAll(java.util.function.ToDoubleFunction<Bar> price) {
        for (int i = 0; i < bars.size(); i++) {
            int instrument = i;
            bar(i, now).ifPresent(bar -> lastPrice[instrument] = price.applyAsDouble(bar));
        }
    }

    private double equityNow() {
        double value = cash;
        for (int i = 0; i < positions.size(); i++) {
            double held = positions.get(i).held;
            value += held == 0 ? 0 : held * lastPrice[i];
        }
        return value;
    }

    private double grossNow() {
        double value = 0;
        for (int i = 0; i < positions.size(); i++) {
            double held = positions.get(i).held;
            value += held == 0 ? 0 : Math.abs(held) * lastPrice[i];
        }
        return value;
    }

    /** The last bars of an instrument up to a time, oldest first; fewer where there are fewer. */
    private List<Bar> lastBars(int instrument, int upTo, int count) {
        List<Bar> found = new ArrayList<>();
        for (int index = upTo; index >= 0 && found.size() < count; index--) {
            bar(instrument, index).ifPresent(bar -> found.add(0, bar));
        }
        return found;
    }

    private Optional<Double> volatility(int instrument, int upTo, int count) {
        List<Bar> last = lastBars(instrument, upTo, count + 1);
        if (last.size() < count + 1) {
            return Optional.empty();
        }
        List<Double> returns = new ArrayList<>();
        for (int k = 1; k < last.size(); k++) {
            returns.add((last.get(k).close - last.get(k - 1).close) / last.get(k - 1).close);
        }
        double mean = returns.stream().mapToDouble(r -> r).average().orElseThrow();
        double squares =
                returns.stream().mapToDouble(r -> Math.pow(r - mean, 2)).sum();
        return Optional.of(Math.sqrt(squares / (count - 1)));
    }

    private Optional<Double> averageTrueRange(int instrument, int count) {
        List<Bar> last = lastBars(instrument, now, count + 1);
        if (last.size() < count + 1) {
            return Optional.empty();
        }
        double sum = 0;
        for (int k = 1; k < last.size(); k++) {
            Bar bar = last.get(k);
            double before = last.get(k - 1).close;
            double widest = Math.max(bar.high - bar.low, Math.abs(bar.high - before));
            sum += Math.max(widest, Math.abs(bar.low - before));
        }
        return Optional.of(sum / count);
    }

    // Costs

    private double commission(double shares, double price) {
        Costs costs = settings.costs();
        double asked = costs.perOrder() + shares * costs.perShare() + shares * price * costs.rate();
        return asked < costs.minimum() ? costs.minimum() : asked;
    }

    private double adverse(int instrument, double shares) {
        Costs costs = settings.costs();
        double distance = costs.halfSpreadBps() / 10_000 + costs.slippageBps() / 10_000;
        List<Bar> last = lastBars(instrument, now - 1, 20);
        Optional<Double> deviation = volatility(instrument, now - 1, 20);
        if (last.size() == 20 && deviation.isPresent()) {
            double volume = last.stream().mapToDouble(Bar::volume).sum() / 20;
            if (volume > 0) {
                distance += costs.impactCoefficient() * deviation.get() * Math.sqrt(shares / volume);
            }
        }
        return Math.min(distance, 0.9);
    }

    private double whole(double shares) {
        if (settings.fractional()) {
            return Math.abs(shares) < 1e-9 ? 0 : shares;
        }
        return Math.signum(shares) * Math.floor(Math.abs(shares) + 1e-9);
    }

    /** The largest number for which a rising cost stays within an amount. */
    private static double most(double amount, DoubleUnaryOperator cost) {
        if (cost.applyAsDouble(0) > amount) {
            return 0;
        }
        double low = 0;
        double high = 1;
        while (cost.applyAsDouble(high) <= amount) {
            high *= 2;
        }
        for (int k = 0; k < 200; k++) {
            double middle = (low + high) / 2;
            if (cost.applyAsDouble(middle) <= amount) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    // A bar

    private void work() {
        markAll(Bar::open);
        if (settings.fillModel() == FillModel.NEXT_OPEN) {
            marketOrders(Bar::open, "open");
        }
        atOpen();
        int tried = 0;
        while (tried < orders.size()) {
            for (int k = tried; k < orders.size(); k++) {
                stopWithin(orders.get(k));
            }
            int known = orders.size();
            for (int k = tried; k < known; k++) {
                limitWithin(orders.get(k));
            }
            tried = known;
        }
        if (settings.fillModel() == FillModel.NEXT_CLOSE) {
            markAll(Bar::close);
            marketOrders(Bar::close, "close");
        }
        endOfOrders();
    }

    private void atOpen() {
        for (int k = 0; k < orders.size(); k++) {
            Order order = orders.get(k);
            if (!works(order) || order.beganWithin(now)) {
                continue;
            }
            double open = bar(order.instrument, now).orElseThrow().open;
            boolean stopped = order.shares > 0 ? open >= order.stop : open <= order.stop;
            switch (order.type) {
                case "STOP", "TRAILING_STOP" -> {
                    if (stopped) {
                        fill(order, open, true, "open", Double.NaN);
                    }
                }
                case "STOP_LIMIT" -> {
                    order.triggered |= stopped;
                    if (order.triggered && isBetterThanLimit(order, open)) {
                        fill(order, open, false, "open", Double.NaN);
                    }
                }
                default -> {}
            }
        }
        for (Order order : new ArrayList<>(orders)) {
            if (order.type.equals("LIMIT") && works(order)) {
                double open = bar(order.instrument, now).orElseThrow().open;
                if (isBetterThanLimit(order, open)) {
                    fill(order, open, false, "open", Double.NaN);
                }
            }
        }
    }

    private static boolean isBetterThanLimit(Order order, double price) {
        return order.shares > 0 ? price < order.limit : price > order.limit;
    }

    private void stopWithin(Order order) {
        if (!works(order)) {
            return;
        }
        Bar bar = bar(order.instrument, now).orElseThrow();
        boolean buys = order.shares > 0;
        boolean reached = buys ? bar.high >= order.stop : bar.low <= order.stop;
        if (order.type.equals("STOP_LIMIT") && order.triggered) {
            limitThrough(order);
        } else if (order.type.equals("STOP_LIMIT") && reached) {
            order.triggered = true;
            if (buys ? order.stop <= order.limit : order.stop >= order.limit) {
                fill(order, order.stop, false, "within", Double.NaN);
            }
        } else if (order.type.contains("STOP") && reached) {
            fill(order, order.stop, true, "within", Double.NaN);
        }
    }

    private void limitWithin(Order order) {
        if (order.type.equals("LIMIT") && works(order)) {
            limitThrough(order);
        }
    }

    private void limitThrough(Order order) {
        Bar bar = bar(order.instrument, now).orElseThrow();
        if (order.shares > 0 ? bar.low < order.limit : bar.high > order.limit) {
            fill(order, order.limit, false, "within", Double.NaN);
        }
    }

    private boolean works(Order order) {
        return order.isOpen()
                && order.firstBar <= now
                && bar(order.instrument, now).isPresent();
    }

    private void marketOrders(java.util.function.ToDoubleFunction<Bar> price, String when) {
        for (boolean reducing : List.of(true, false)) {
            double base = Math.max(0, equityNow());
            for (Order order : new ArrayList<>(orders)) {
                Optional<Bar> bar = bar(order.instrument, now);
                if (!order.isOpen() || !order.type.equals("MARKET") || bar.isEmpty()) {
                    continue;
                }
                double at = price.applyAsDouble(bar.get());
                if (!reducing || isReducing(order, at, base)) {
                    fill(order, at, true, when, base);
                }
            }
        }
    }

    private double wanted(Order order, double price, double base) {
        double held = positions.get(order.instrument).held;
        double asked = order.isByWeight() ? order.weight * base / price - held : order.shares;
        return held != 0 && Math.abs(held + asked) < 1e-9 ? -held : asked;
    }

    private boolean isReducing(Order order, double price, double base) {
        double held = positions.get(order.instrument).held;
        double wanted = wanted(order, price, base);
        return order.reduceOnly || (held > 0 && wanted < 0) || (held < 0 && wanted > 0);
    }

    private void endOfOrders() {
        for (Order order : orders) {
            Optional<Bar> bar = bar(order.instrument, now);
            if (!order.isOpen() || bar.isEmpty()) {
                continue;
            }
            if (order.day && !order.type.equals("MARKET") && order.given < now) {
                close(order, "EXPIRED");
            } else if (order.type.equals("TRAILING_STOP") && order.firstBar <= now) {
                boolean within = order.beganWithin(now);
                if (order.shares > 0) {
                    double best = within ? bar.get().close : bar.get().low;
                    order.stop = Math.min(order.stop, best * (1 + order.trail));
                } else {
                    double best = within ? bar.get().close : bar.get().high;
                    order.stop = Math.max(order.stop, best * (1 - order.trail));
                }
            }
        }
    }

    private void close(Order order, String status) {
        order.status = status;
        order.closedBar = now;
    }

    // A fill

    private void fill(Order order, double price, boolean paysSpread, String when, double base) {
        Position position = positions.get(order.instrument);
        double signed = wanted(order, price, base);
        if (order.reduceOnly) {
            if (position.held * signed >= 0) {
                close(order, "CANCELLED");
                return;
            }
            signed = Math.signum(signed) * Math.min(Math.abs(signed), Math.abs(position.held));
        } else {
            signed = sized(order, signed, price, paysSpread, base);
        }
        if (signed == 0) {
            close(order, "REJECTED");
            return;
        }
        double adverse = paysSpread ? adverse(order.instrument, Math.abs(signed)) : 0;
        double paid = signed > 0 ? price + price * adverse : price - price * adverse;
        double commission = commission(Math.abs(signed), paid);
        double slippage = Math.abs(signed) * Math.abs(paid - price);
        if (!isAllowed(order.instrument, signed, price, commission + slippage)) {
            close(order, "REJECTED");
            return;
        }
        book(order, signed, price, paid, commission, slippage, when);
    }

    private double sized(Order order, double signed, double price, boolean paysSpread, double base) {
        double held = positions.get(order.instrument).held;
        boolean byWeight = order.isByWeight();
        boolean opposite = held * signed < 0;
        if (opposite && Math.abs(signed) <= Math.abs(held)) {
            return byWeight && order.weight != 0 ? whole(signed) : signed;
        }
        if (!byWeight && !order.cutToBuyingPower) {
            return signed;
        }
        Costs costs = settings.costs();
        double closed = opposite ? Math.abs(held) : 0;
        double adverse = paysSpread ? adverse(order.instrument, Math.abs(signed)) : 0;
        double paid = price * (1 + Math.signum(signed) * adverse);
        double closing = closed * costs.perShare() + closed * paid * costs.rate() + closed * price * adverse;
        DoubleUnaryOperator cost = n -> commission(n, paid) + n * price * adverse;
        double asked = Math.abs(signed) - closed;
        if (byWeight) {
            double kept = opposite ? 0 : Math.abs(held) * price;
            double share = Math.abs(order.weight) * (base - closing);
            asked = most(share, n -> kept + n * price + cost.applyAsDouble(n));
        }
        double others = grossNow() + Math.abs(held) * (price - markOr(order.instrument, price)) - closed * price;
        double value = equityNow() + held * (price - markOr(order.instrument, price)) - closing;
        double affordable = most(
                settings.leverage() * value - others, n -> n * price + settings.leverage() * cost.applyAsDouble(n));
        return Math.signum(signed) * (closed + whole(Math.min(asked, affordable)));
    }

    private double markOr(int instrument, double price) {
        return Double.isNaN(lastPrice[instrument]) ? price : lastPrice[instrument];
    }

    private boolean isAllowed(int instrument, double signed, double price, double costs) {
        double held = positions.get(instrument).held;
        double after = held + signed;
        if (Math.abs(after) <= Math.abs(held)) {
            return true;
        }
        double value = cash - signed * price - costs + after * price;
        double gross = Math.abs(after) * price;
        for (int i = 0; i < positions.size(); i++) {
            if (i != instrument && positions.get(i).held != 0) {
                value += positions.get(i).held * lastPrice[i];
                gross += Math.abs(positions.get(i).held) * lastPrice[i];
            }
        }
        double allowed = settings.leverage() * value;
        return gross <= allowed + 1e-9 * Math.abs(allowed);
    }

    private void book(
            Order order, double signed, double price, double paid, double commission, double slippage, String when) {
        Position position = positions.get(order.instrument);
        cash -= signed * paid;
        cash -= commission;
        lastPrice[order.instrument] = price;
        double closed = position.held * signed < 0 ? Math.min(Math.abs(position.held), Math.abs(signed)) : 0;
        double part = closed / Math.abs(signed);
        if (closed > 0) {
            see(position, order.instrument, when, paid);
            closeLots(order.instrument, position, closed, paid, commission * part, slippage * part);
        }
        double opened = Math.abs(signed) - closed;
        if (opened > 0) {
            if (position.lots.isEmpty()) {
                position.entryBar = now;
                position.openedAfterOpen = when.equals("within") || when.equals("close");
                position.seen.clear();
                position.seen.add(paid);
            }
            position.lots.add(new Lot(opened, paid, commission * (1 - part), slippage * (1 - part)));
        }
        double after = position.held + signed;
        position.held = closed == Math.abs(position.held) && opened == 0 ? 0 : after;
        close(order, "FILLED");
        order.filledShares = signed;
        order.price = paid;
        order.commission = commission;
        order.slippage = slippage;
        follow(order, position, when);
    }

    private void see(Position position, int instrument, String when, double paid) {
        Bar bar = bar(instrument, now).orElseThrow();
        if (!position.openedAfterOpen && when.equals("within")) {
            position.seen.add(bar.open);
        }
        if (!position.openedAfterOpen && when.equals("close")) {
            position.seen.add(bar.high);
            position.seen.add(bar.low);
        }
        position.seen.add(paid);
    }

    private void closeLots(
            int instrument, Position position, double closed, double paid, double commission, double slippage) {
        double all = position.lots.stream().mapToDouble(lot -> lot.shares).sum();
        double part = closed / Math.abs(position.held);
        double average = position.averagePrice();
        double entryCommission =
                part * position.lots.stream().mapToDouble(lot -> lot.commission).sum();
        double entrySlippage =
                part * position.lots.stream().mapToDouble(lot -> lot.slippage).sum();
        double direction = Math.signum(position.held);
        double profit = direction * closed * (paid - average) - entryCommission - commission;
        trades.add(new Trade(
                instrument,
                position.entryBar,
                now,
                direction * closed,
                average,
                paid,
                profit,
                entryCommission + commission,
                entryCommission + commission + entrySlippage + slippage,
                position.seen.stream().mapToDouble(p -> p).min().orElseThrow(),
                position.seen.stream().mapToDouble(p -> p).max().orElseThrow()));
        position.lots.forEach(lot -> lot.keep((all - closed) / all));
        if (part == 1) {
            position.lots.clear();
        }
    }

    private void endOfBarRanges() {
        for (int i = 0; i < positions.size(); i++) {
            Position position = positions.get(i);
            Optional<Bar> bar = bar(i, now);
            if (position.held != 0 && bar.isPresent()) {
                position.seen.add(bar.get().close);
                if (!position.openedAfterOpen) {
                    position.seen.add(bar.get().high);
                    position.seen.add(bar.get().low);
                }
                position.openedAfterOpen = false;
            }
        }
    }

    private void follow(Order filled, Position position, String when) {
        for (Order other : orders) {
            if (!other.isOpen() || other.parent == null || other.instrument != filled.instrument) {
                continue;
            }
            boolean counterpart = other.parent == filled.parent;
            boolean reduces = (position.held > 0 && other.shares < 0) || (position.held < 0 && other.shares > 0);
            if (counterpart || !reduces) {
                close(other, "CANCELLED");
            }
        }
        boolean opened = position.held * filled.filledShares > 0;
        if (opened) {
            startExits(filled, position, when);
        }
    }

    private void startExits(Order entry, Position position, String when) {
        Bracket bracket = entry.bracket;
        double direction = Math.signum(position.held);
        double shares = -direction * Math.min(Math.abs(entry.filledShares), Math.abs(position.held));
        if (!Double.isNaN(bracket.stopLoss())) {
            Order stop = exit(entry, "STOP", shares, when);
            stop.stop = entry.price - direction * entry.price * bracket.stopLoss();
        }
        if (!Double.isNaN(bracket.trailingStop())) {
            Order stop = exit(entry, "TRAILING_STOP", shares, when);
            stop.trail = bracket.trailingStop();
            stop.stop = entry.price - direction * entry.price * bracket.trailingStop();
        }
        if (!Double.isNaN(bracket.takeProfit())) {
            Order profit = exit(entry, "LIMIT", shares, when);
            profit.limit = entry.price + direction * entry.price * bracket.takeProfit();
        }
    }

    private Order exit(Order entry, String type, double shares, String when) {
        Order order = new Order(entry.instrument, type);
        order.shares = shares;
        order.reduceOnly = true;
        order.parent = entry;
        order.given = now;
        order.firstBar = now;
        if (when.equals("close") || when.equals("after")) {
            order.firstBar = now + 1;
        } else if (when.equals("within") && type.equals("LIMIT")) {
            order.firstBar = now + 1;
        } else if (when.equals("within")) {
            order.beganAt = entry.price;
        }
        orders.add(order);
        return order;
    }

    // The desk

    @Override
    public void enterLong(int instrument) {
        enter(instrument, 1);
    }

    @Override
    public void enterShort(int instrument) {
        enter(instrument, -1);
    }

    private void enter(int instrument, int direction) {
        double held = positions.get(instrument).held;
        Order coming = entering.get(instrument);
        boolean isComing = coming != null
                && coming.isOpen()
                && direction * (coming.isByWeight() ? coming.weight : coming.shares) > 0;
        if (held * direction > 0) {
            cancel(leaving.get(instrument));
            if (!isComing) {
                cancel(coming);
            }
            return;
        }
        if (isComing) {
            return;
        }
        exit(instrument);
        Order order = new Order(instrument, "MARKET");
        order.bracket = settings.bracket();
        size(order, direction);
        entering.put(instrument, give(order));
    }

    private void size(Order order, int direction) {
        Sizing sizing = settings.sizing();
        if (sizing instanceof Sizing.FixedQuantity fixed) {
            order.shares = direction * whole(fixed.shares());
        } else if (sizing instanceof Sizing.PercentEquity percent) {
            order.weight = direction * percent.percent() / 100;
        } else if (sizing instanceof Sizing.RiskPercent risk) {
            Optional<Double> range = averageTrueRange(order.instrument, risk.bars());
            if (range.isEmpty() || range.get() == 0) {
                order.shares = 0.0;
                return;
            }
            double distance = risk.multiple() * range.get();
            order.shares = direction * whole(equityNow() * risk.percent() / 100 / distance);
            order.cutToBuyingPower = true;
            double stop = distance / lastPrice[order.instrument];
            if (Double.isNaN(settings.bracket().stopLoss()) && stop < 1) {
                order.bracket = new Bracket(
                        stop,
                        settings.bracket().takeProfit(),
                        settings.bracket().trailingStop());
            }
        } else if (sizing instanceof Sizing.VolatilityTarget target) {
            Optional<Double> deviation = volatility(order.instrument, now, target.bars());
            if (deviation.isEmpty() || deviation.get() == 0) {
                order.shares = 0.0;
                return;
            }
            double annual = deviation.get() * Math.sqrt(settings.barsPerYear());
            order.weight = direction * Math.min(settings.leverage(), target.annualVolatility() / annual);
        }
    }

    @Override
    public void exit(int instrument) {
        cancel(entering.get(instrument));
        Order going = leaving.get(instrument);
        double held = positions.get(instrument).held;
        if (held == 0 || (going != null && going.isOpen())) {
            return;
        }
        Order order = new Order(instrument, "MARKET");
        order.shares = -held;
        order.reduceOnly = true;
        leaving.put(instrument, give(order));
    }

    @Override
    public void target(int instrument, double weight) {
        cancel(entering.get(instrument));
        cancel(leaving.get(instrument));
        if (weight == 0 && positions.get(instrument).held == 0) {
            return;
        }
        Order order = new Order(instrument, "MARKET");
        order.weight = weight;
        entering.put(instrument, give(order));
    }

    @Override
    public void submit(OrderTicket ticket) {
        Order order = new Order(ticket.instrument(), ticket.type().name());
        order.shares = whole(ticket.shares());
        order.limit = ticket.limit();
        order.stop = ticket.stop();
        order.trail = ticket.trail();
        order.day = ticket.timeInForce() == TimeInForce.DAY;
        order.reduceOnly = ticket.reduceOnly();
        order.bracket = ticket.bracket();
        if (order.type.equals("TRAILING_STOP") && !Double.isNaN(lastPrice[order.instrument])) {
            double best = lastPrice[order.instrument];
            order.stop = best + Math.signum(order.shares) * best * order.trail;
        }
        give(order);
    }

    @Override
    public void cancel(int order) {
        cancel(orders.get(order));
    }

    @Override
    public int given() {
        return orders.size();
    }

    @Override
    public double lastPrice(int instrument) {
        return lastPrice[instrument];
    }

    private void cancel(@Nullable Order order) {
        if (order != null && order.isOpen()) {
            close(order, "CANCELLED");
        }
    }

    private Order give(Order order) {
        order.given = now;
        order.firstBar = now + 1;
        orders.add(order);
        boolean nothing =
                order.isByWeight() ? order.weight == 0 && positions.get(order.instrument).held == 0 : order.shares == 0;
        if (now < settings.firstBar() || Double.isNaN(lastPrice[order.instrument]) || nothing) {
            close(order, "REJECTED");
        }
        return order;
    }
}
