package io.quanttradingos.backtest.research;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of every combination of two parameters.
 *
 * @param x the parameter whose values stand side by side
 * @param xValues its values
 * @param y the parameter whose values stand one below the other
 * @param yValues its values
 * @param rows one for each value of y, with a figure for each value of x; null where the combination was left out or has
 *     none
 */
public record HeatMap(
        String x, List<Object> xValues, String y, List<Object> yValues, List<List<@Nullable Double>> rows) {}
