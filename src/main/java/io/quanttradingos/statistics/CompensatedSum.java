package io.quanttradingos.statistics;

/**
 * A sum that keeps the digits a plain loop loses: {@code 1e100 + 1 - 1e100} is 1.
 *
 * <p>The second number carries what each addition rounded away. Source: A. Neumaier, "Rundungsfehleranalyse einiger
 * Verfahren zur Summation endlicher Summen", ZAMM 54 (1974). The sum of nothing is 0.
 */
public final class CompensatedSum {
    private CompensatedSum() {}

    public static double of(double[] values) {
        return of(values, 0, values.length);
    }

    /** The sum of {@code values[from]} up to, but without, {@code values[to]}. */
    public static double of(double[] values, int from, int to) {
        double sum = 0;
        double lost = 0;
        for (int i = from; i < to; i++) {
            double value = values[i];
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return sum + lost;
    }
}
