package io.quanttradingos.imports.fold;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The open lots of one instrument, the oldest first; all of them long, or all of them short. */
final class LotQueue {
    private final Deque<Lot> lots = new ArrayDeque<>();
    private boolean sold;

    /** Whether the lots are of a short position. */
    boolean isShort() {
        return sold && !lots.isEmpty();
    }

    List<Lot> lots() {
        return List.copyOf(lots);
    }

    /** How many shares are open, of either side. */
    BigDecimal size() {
        return lots.stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The shares held; negative when short. */
    BigDecimal held() {
        return isShort() ? size().negate() : size();
    }

    /** Adds to the position, or begins one on a side. */
    void add(Lot lot, boolean isShort) {
        if (!lots.isEmpty() && sold != isShort) {
            throw new IllegalStateException("a position is long or short, not both: line " + lot.line());
        }
        sold = isShort;
        lots.addLast(lot);
    }

    /** Takes so many shares out, the oldest first; there must be as many. */
    List<Lot> take(BigDecimal shares) {
        List<Lot> taken = new ArrayList<>();
        BigDecimal open = shares;
        while (open.signum() > 0) {
            Lot oldest = lots.removeFirst();
            BigDecimal part = open.min(oldest.quantity());
            taken.add(oldest.part(part));
            Lot rest = oldest.without(part);
            if (rest != null) {
                lots.addFirst(rest);
            }
            open = open.subtract(part);
        }
        return taken;
    }

    /**
     * Spreads the shares of a split over the lots in proportion; what the lots are worth stays.
     *
     * @param added signed as the shares held are: a short position of 100 that is split in two has 100 less
     */
    void split(BigDecimal added) {
        BigDecimal size = size();
        BigDecimal more = isShort() ? added.negate() : added;
        List<Lot> before = List.copyOf(lots);
        lots.clear();
        BigDecimal given = BigDecimal.ZERO;
        BigDecimal passed = BigDecimal.ZERO;
        for (Lot lot : before) {
            passed = passed.add(lot.quantity());
            BigDecimal upTo = Lot.share(more, passed, size);
            lots.addLast(lot.withQuantity(lot.quantity().add(upTo).subtract(given)));
            given = upTo;
        }
    }
}
