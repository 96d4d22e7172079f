package io.quanttradingos.backtest.performance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The returns of one calendar year, as fractions; a row of {@link MonthlyReturns}.
 *
 * @param months January first, twelve of them; null where the month has no bar
 * @param total null where the year has no bar
 */
public record YearOfReturns(
        int year, List<@Nullable Double> months, @Nullable Double total) {}
