package io.quanttradingos.regime;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.units.Symbol;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which column plays which part, chosen by ticker alone, never by what the closes look like.
 *
 * @param benchmark the configured equity benchmark, or the first column of the universe where the table lacks it
 * @param bond the bond it is compared with; null where the table has none of the preferred
 * @param universe the columns counted in breadth, in table order
 */
record MarketRoles(Symbol benchmark, @Nullable Symbol bond, List<Integer> universe) {
    static MarketRoles of(PriceTable prices, RegimePolicy policy) {
        Set<Symbol> excluded = Stream.of(policy.bonds(), policy.bondPreference(), policy.cash())
                .flatMap(Collection::stream)
                .map(Symbol::of)
                .collect(Collectors.toSet());
        List<Integer> universe = IntStream.range(0, prices.columns())
                .filter(column -> !excluded.contains(prices.symbols().get(column)))
                .boxed()
                .toList();
        Symbol configured = Symbol.of(policy.equityBenchmark());
        boolean standIn = !prices.has(configured);
        if (standIn && universe.isEmpty()) {
            throw Refusal.notUsable("the regime needs the closes of " + configured
                    + " or of another ticker that is neither bond nor cash, the prices have none");
        }
        Symbol benchmark = standIn ? prices.symbols().get(universe.get(0)) : configured;
        return new MarketRoles(benchmark, bond(prices, policy), universe);
    }

    private static @Nullable Symbol bond(PriceTable prices, RegimePolicy policy) {
        return policy.bondPreference().stream()
                .map(Symbol::of)
                .filter(prices::has)
                .findFirst()
                .orElse(null);
    }
}
