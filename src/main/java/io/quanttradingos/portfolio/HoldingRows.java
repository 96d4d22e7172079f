package io.quanttradingos.portfolio;

import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of one symbol, and how they add up to one holding. */
final class HoldingRows {
    private static final double ROUNDING = 1e-12;
    private static final Comparator<Holding> ORDER = Comparator.comparingDouble(Holding::shares)
            .thenComparingDouble(row -> Objects.requireNonNullElse(row.averagePrice(), -1.0));

    private final Symbol symbol;
    private final List<Holding> rows = new ArrayList<>();

    HoldingRows(Symbol symbol) {
        this.symbol = symbol;
    }

    void add(Holding row) {
        rows.add(row);
    }

    /** The sum of the rows; null, with a note, where they cancel out. */
    @Nullable Holding sum(List<String> notes) {
        if (rows.size() == 1) {
            return rows.get(0);
        }
        // In one order whatever the file's, so that the last digit of a sum does not depend on it.
        rows.sort(ORDER);
        double shares = 0;
        double gross = 0;
        for (Holding row : rows) {
            shares += row.shares();
            gross += Math.abs(row.shares());
        }
        // 0.1 + 0.2 - 0.3 is not 0 in binary, but nothing held.
        if (Math.abs(shares) <= ROUNDING * gross) {
            notes.add("The " + rows.size() + " rows of " + symbol + " add up to 0 shares; it is left out.");
            return null;
        }
        return new Holding(symbol, shares, averagePrice(shares, notes), stopPrice(shares, notes));
    }

    /** Weighted by shares; not known where a row has none or where longs and shorts are netted. */
    private @Nullable Double averagePrice(double shares, List<String> notes) {
        double cost = 0;
        boolean any = false;
        boolean usable = true;
        for (Holding row : rows) {
            Double price = row.averagePrice();
            any |= price != null;
            usable &= price != null && row.isShort() == shares < 0;
            cost += price == null ? 0 : price * row.shares();
        }
        if (usable) {
            return cost / shares;
        }
        if (any) {
            notes.add("The rows of " + symbol + " lack an average price or net longs against shorts; its unrealised"
                    + " profit is unknown.");
        }
        return null;
    }

    /** The farthest of the rows' stops, so that no loss is understated; none where a row has none. */
    private @Nullable Double stopPrice(double shares, List<String> notes) {
        Double farthest = rows.get(0).stopPrice();
        boolean differ = false;
        for (Holding row : rows) {
            Double stop = row.stopPrice();
            differ |= stop == null ? farthest != null : !stop.equals(farthest);
            farthest = farther(farthest, stop, shares < 0);
        }
        if (differ) {
            notes.add("The rows of " + symbol + " differ in their stops; "
                    + (farthest == null
                            ? "it counts as having none."
                            : "the farthest, " + farthest + ", counts for all."));
        }
        return farthest;
    }

    private static @Nullable Double farther(@Nullable Double one, @Nullable Double other, boolean isShort) {
        if (one == null || other == null) {
            return null;
        }
        return isShort ? Math.max(one, other) : Math.min(one, other);
    }
}
