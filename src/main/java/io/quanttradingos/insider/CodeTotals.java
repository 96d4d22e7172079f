package io.quanttradingos.insider;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Adds up the lines of each code, those about shares and those about derivatives apart. */
final class CodeTotals {
    private CodeTotals() {}

    static List<TransactionCodeTotal> of(List<InsiderTransaction> lines) {
        List<TransactionCodeTotal> totals = new ArrayList<>();
        for (TransactionCode code : TransactionCode.values()) {
            for (boolean derivative : new boolean[] {false, true}) {
                List<InsiderTransaction> same = lines.stream()
                        .filter(line -> TransactionCode.of(line.code()) == code && line.derivative() == derivative)
                        .toList();
                if (!same.isEmpty()) {
                    totals.add(total(code, derivative, same));
                }
            }
        }
        totals.sort(Comparator.comparing(TransactionCodeTotal::code).thenComparing(TransactionCodeTotal::derivative));
        return totals;
    }

    private static TransactionCodeTotal total(
            TransactionCode code, boolean derivative, List<InsiderTransaction> lines) {
        double shares = 0;
        double value = 0;
        int priced = 0;
        for (InsiderTransaction line : lines) {
            shares += line.sharesChanged();
            if (line.price() > 0) {
                value += Math.abs(line.sharesChanged()) * line.price();
                priced++;
            }
        }
        return new TransactionCodeTotal(
                code.name(),
                code.title(),
                code.kind(),
                derivative,
                lines.size(),
                shares,
                priced > 0 ? (Double) value : null,
                lines.size() - priced);
    }
}
