package io.quanttradingos.portfolio;

import io.quanttradingos.units.Symbol;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The holdings parted into what has a market price and what is cash.
 *
 * @param cash the cash entries, which count at 1
 */
record Book(List<Holding> securities, List<Holding> cash) {
    static Book of(Holdings holdings, PortfolioPolicy policy) {
        Set<Symbol> money = policy.cashSymbols().stream().map(Symbol::of).collect(Collectors.toUnmodifiableSet());
        return new Book(
                holdings.positions().stream()
                        .filter(holding -> !money.contains(holding.symbol()))
                        .toList(),
                holdings.positions().stream()
                        .filter(holding -> money.contains(holding.symbol()))
                        .toList());
    }

    /** The sum of the cash entries; negative when borrowed. */
    double cashAmount() {
        return cash.stream().mapToDouble(Holding::shares).sum();
    }

    List<Symbol> securitySymbols() {
        return securities.stream().map(Holding::symbol).toList();
    }
}
