package io.quanttradingos.imports.fold;

import io.quanttradingos.imports.Transaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An account's history, folded.
 *
 * <p>Shares leave in the order they came. A sale closes what was bought, and never opens a short position: the export would have to
 * say that it does. A split changes the number of shares of each open lot, not its value. Fees and values of a lot that is
 * closed in parts are shared out by shares, and the last part takes what is left, so that nothing is lost.
 */
public final class Fold {
    private Fold() {}

    /** The lines of an export in its order; those that move no shares are passed over. */
    public static Folded of(List<Transaction> lines) {
        int fileDirection = TradingOrder.direction(lines);
        List<InstrumentFold> folds = new ArrayList<>();
        byInstrument(lines).values().forEach(history -> folds.add(fold(history, fileDirection)));
        return new Folded(
                folds.stream()
                        .filter(fold -> fold.gap == null && !fold.lots.lots().isEmpty())
                        .map(fold -> new OpenPosition(fold.instrument, fold.lots.isShort(), fold.lots.lots()))
                        .toList(),
                folds.stream()
                        .filter(fold -> fold.gap == null)
                        .flatMap(fold -> fold.trades.stream())
                        .sorted(Comparator.comparing(trade -> trade.exit().day()))
                        .toList(),
                folds.stream().flatMap(fold -> Stream.ofNullable(fold.gap)).toList());
    }

    /** Where nothing tells which end of the file is the older one, an order in which no more is sold than was bought is right. */
    private static InstrumentFold fold(List<Transaction> history, int fileDirection) {
        int own = TradingOrder.direction(history);
        int direction = own == 0 ? fileDirection : own;
        Instrument instrument = instrument(history, direction < 0);
        InstrumentFold asFiled = InstrumentFold.of(instrument, TradingOrder.of(history, direction < 0));
        if (direction != 0 || asFiled.gap == null) {
            return asFiled;
        }
        InstrumentFold reversed = InstrumentFold.of(instrument, TradingOrder.of(history, true));
        return reversed.gap == null ? reversed : asFiled;
    }

    private static Instrument instrument(List<Transaction> history, boolean newestFirst) {
        Transaction last = history.get(newestFirst ? 0 : history.size() - 1);
        return new Instrument(last.account(), last.instrument(), last.isin(), last.name());
    }

    private static Map<Object, List<Transaction>> byInstrument(List<Transaction> lines) {
        InstrumentNames names = InstrumentNames.of(lines);
        Map<Object, List<Transaction>> histories = new LinkedHashMap<>();
        for (Transaction line : lines) {
            if (movesShares(line)) {
                List<String> key = List.of(line.account(), names.of(line));
                histories.computeIfAbsent(key, one -> new ArrayList<>()).add(line);
            }
        }
        return histories;
    }

    private static boolean movesShares(Transaction line) {
        return switch (line.kind()) {
            case BUY, SELL, SELL_SHORT, BUY_TO_COVER, REINVESTMENT, SPLIT, TRANSFER_IN, TRANSFER_OUT ->
                !line.instrument().isEmpty() && line.quantity().signum() != 0;
            case DIVIDEND, INTEREST, TAX, FEE, DEPOSIT, WITHDRAWAL, CURRENCY_EXCHANGE, OTHER -> false;
        };
    }
}
