/**
 * The measures of a return series, one class for each: {@link io.quanttradingos.statistics.SharpeRatio}, {@link
 * io.quanttradingos.statistics.Drawdown}, {@link io.quanttradingos.statistics.ValueAtRisk} and so on.
 *
 * <p>All of it runs on {@code double[]}, oldest value first. Returns are simple, {@code P_t / P_{t-1} - 1}; a deviation
 * is the sample's (divisor n - 1); a year is 252 observations or 365.25 calendar days; fractions are fractions (0.05 is
 * five percent), and a loss is a negative number, a value at risk and a drawdown included.
 *
 * <p>A value that cannot be computed is {@link java.lang.Double#NaN} here, and only here: whoever answers the outside
 * turns it into "unknown" with a sentence. A NaN among the values makes the result NaN, except in the measures of two
 * series, which leave such pairs out. Nothing throws for lack of data; a range outside its array is a bug and does.
 *
 * <p>Knows nothing of portfolios, dates, policies or where the numbers come from.
 */
@NullMarked
package io.quanttradingos.statistics;

import org.jspecify.annotations.NullMarked;
