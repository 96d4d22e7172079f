package io.quanttradingos.insider;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Picks the trades on the market out of the lines: code {@code P} by which a holding grew, code {@code S} by which it fell, and
 * shares only.
 *
 * @param purchases in the order of the lines
 * @param sales likewise
 * @param contradictory lines with one of the two codes whose holding went the other way, or nowhere
 */
record MarketLines(List<InsiderTrade> purchases, List<InsiderTrade> sales, int contradictory) {
    private static final Comparator<InsiderTrade> LARGEST = Comparator.comparingDouble(InsiderTrade::shares)
            .reversed()
            .thenComparing(InsiderTrade::date)
            .thenComparing(InsiderTrade::name);

    static MarketLines of(List<InsiderTransaction> lines) {
        List<InsiderTrade> purchases = new ArrayList<>();
        List<InsiderTrade> sales = new ArrayList<>();
        int contradictory = 0;
        for (InsiderTransaction line : lines) {
            TransactionKind kind = TransactionCode.of(line.code()).kind();
            boolean bought = kind == TransactionKind.MARKET_PURCHASE;
            if (line.derivative() || !(bought || kind == TransactionKind.MARKET_SALE)) {
                continue;
            }
            if (bought ? line.sharesChanged() > 0 : line.sharesChanged() < 0) {
                (bought ? purchases : sales).add(trade(line));
            } else {
                contradictory++;
            }
        }
        return new MarketLines(purchases, sales, contradictory);
    }

    private static InsiderTrade trade(InsiderTransaction line) {
        double shares = Math.abs(line.sharesChanged());
        boolean isPriced = line.price() > 0;
        return new InsiderTrade(
                line.name(),
                line.transactionDate(),
                shares,
                isPriced ? (Double) line.price() : null,
                isPriced ? (Double) (shares * line.price()) : null);
    }

    InsiderTrades totals() {
        InsiderTradeSide bought = side(purchases);
        InsiderTradeSide sold = side(sales);
        return new InsiderTrades(bought, sold, bought.shares() - sold.shares());
    }

    /** How many people traded, on either side. */
    int insiders() {
        List<InsiderTrade> both = new ArrayList<>(purchases);
        both.addAll(sales);
        return people(both);
    }

    private static InsiderTradeSide side(List<InsiderTrade> trades) {
        return new InsiderTradeSide(
                trades.size(),
                people(trades),
                trades.stream().mapToDouble(InsiderTrade::shares).sum(),
                trades.isEmpty() ? (Double) 0.0 : value(trades),
                withoutPrice(trades),
                trades.stream().min(LARGEST).orElse(null));
    }

    static int people(List<InsiderTrade> trades) {
        return (int) trades.stream()
                .map(trade -> Person.key(trade.name()))
                .distinct()
                .count();
    }

    /** What was paid where it is known; null where it is known of none. */
    static @Nullable Double value(List<InsiderTrade> trades) {
        double sum = 0;
        boolean isKnown = false;
        for (InsiderTrade trade : trades) {
            Double value = trade.value();
            if (value != null) {
                sum += value;
                isKnown = true;
            }
        }
        return isKnown ? (Double) sum : null;
    }

    static int withoutPrice(List<InsiderTrade> trades) {
        return (int) trades.stream().filter(trade -> trade.value() == null).count();
    }
}
