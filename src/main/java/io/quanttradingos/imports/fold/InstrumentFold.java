package io.quanttradingos.imports.fold;

import io.quanttradingos.imports.Transaction;
import io.quanttradingos.imports.TransactionKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history of one instrument, line after line from the oldest on, until it cannot be right. */
final class InstrumentFold {
    final Instrument instrument;
    final LotQueue lots = new LotQueue();
    final List<RoundTrip> trades = new ArrayList<>();

    @Nullable HistoryGap gap;

    InstrumentFold(Instrument instrument) {
        this.instrument = instrument;
    }

    /** Folds the lines, which are in the order of time. */
    static InstrumentFold of(Instrument instrument, List<Transaction> lines) {
        InstrumentFold fold = new InstrumentFold(instrument);
        for (int i = 0; i < lines.size() && fold.gap == null; i++) {
            Transaction line = lines.get(i);
            if (line.kind() == TransactionKind.SPLIT) {
                int end = endOfSplit(lines, i);
                fold.split(line, lines.subList(i, end));
                i = end - 1;
            } else if (line.quantity().signum() > 0) {
                fold.take(line);
            }
        }
        return fold;
    }

    /** Many brokers write a split as two lines, the old shares out and the new ones in. */
    private static int endOfSplit(List<Transaction> lines, int begin) {
        int end = begin;
        while (end < lines.size()
                && lines.get(end).kind() == TransactionKind.SPLIT
                && lines.get(end).day().equals(lines.get(begin).day())) {
            end++;
        }
        return end;
    }

    private void take(Transaction line) {
        switch (line.kind()) {
            case BUY, REINVESTMENT, TRANSFER_IN -> trade(line, false, true);
            case SELL -> trade(line, true, false);
            case SELL_SHORT -> trade(line, true, true);
            case BUY_TO_COVER -> trade(line, false, false);
            case TRANSFER_OUT -> transferOut(line);
            default -> {
                // moves cash, no shares
            }
        }
    }

    /**
     * Closes what is open on the other side, and opens with what is left: a trade that turns a position round is two.
     *
     * @param sale whether shares are given away
     * @param opens whether this kind of trade may begin a position
     */
    private void trade(Transaction line, boolean sale, boolean opens) {
        BigDecimal open = lots.isShort() == sale ? BigDecimal.ZERO : lots.size();
        BigDecimal closing = open.min(line.quantity());
        if (!opens && closing.compareTo(line.quantity()) < 0) {
            gap = gap(line, closing, sale ? "sells" : "covers", sale ? "were bought" : "were sold short");
            return;
        }
        Lot left = Lot.of(line);
        if (closing.signum() > 0) {
            close(left.part(closing));
            left = left.without(closing);
        }
        if (left != null) {
            lots.add(left, sale);
        }
    }

    private void close(Lot exit) {
        boolean isShort = lots.isShort();
        Lot left = exit;
        for (Lot entry : lots.take(exit.quantity())) {
            if (left == null) {
                throw new IllegalStateException("more was taken than was closed: line " + exit.line());
            }
            trades.add(new RoundTrip(instrument, isShort, entry, left.part(entry.quantity())));
            left = left.without(entry.quantity());
        }
    }

    private void transferOut(Transaction line) {
        BigDecimal held = lots.isShort() ? BigDecimal.ZERO : lots.size();
        if (held.compareTo(line.quantity()) < 0) {
            gap = gap(line, held, "moves out", "had come in");
        } else {
            lots.take(line.quantity());
        }
    }

    private void split(Transaction line, List<Transaction> parts) {
        BigDecimal added = parts.stream().map(Transaction::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal after = lots.held().add(added);
        if (added.signum() == 0) {
            return;
        }
        if (lots.held().signum() == 0 || after.signum() != lots.held().signum()) {
            gap = new HistoryGap(
                    instrument,
                    line.line(),
                    "line " + line.line() + " splits shares of " + instrument.symbol() + ", of which "
                            + lots.held().toPlainString() + " were held: the history begins too late for it");
        } else {
            lots.split(added);
        }
    }

    private HistoryGap gap(Transaction line, BigDecimal had, String does, String came) {
        return new HistoryGap(
                instrument,
                line.line(),
                "line " + line.line() + " " + does + " " + line.quantity().toPlainString() + " "
                        + instrument.symbol() + ", of which " + had.toPlainString() + " " + came
                        + " before it in the file: the history begins too late for it");
    }
}
