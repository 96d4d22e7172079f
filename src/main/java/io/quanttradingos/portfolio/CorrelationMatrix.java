package io.quanttradingos.portfolio;

import io.quanttradingos.units.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pearson's correlations of the daily returns of all pairs of positions.
 *
 * @param symbols the order of rows and columns
 * @param rows one list per symbol; null where either of the pair did not vary
 */
public record CorrelationMatrix(List<Symbol> symbols, List<List<@Nullable Double>> rows) {}
