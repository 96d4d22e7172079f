package io.quanttradingos.backtest.strategy;

import io.quanttradingos.units.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy is to trade.
 *
 * @param symbols the instruments by their numbers in the market, at least one
 * @param barsPerYear for volatilities, positive
 * @param regimes the labels of the bars; null where there are none
 */
public record StrategyContext(
        List<Symbol> symbols, double barsPerYear, @Nullable RegimeLabels regimes) {
    public StrategyContext {
        symbols = List.copyOf(symbols);
        if (symbols.isEmpty()) {
            throw new IllegalArgumentException("a strategy needs an instrument");
        }
        if (!(barsPerYear > 0 && barsPerYear < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bars per year must be positive, was " + barsPerYear);
        }
    }

    /** Daily bars without labels. */
    public static StrategyContext daily(List<Symbol> symbols) {
        return new StrategyContext(symbols, 252, null);
    }

    public StrategyContext with(RegimeLabels labels) {
        return new StrategyContext(symbols, barsPerYear, labels);
    }

    /** How many there are. */
    public int instruments() {
        return symbols.size();
    }
}
