package io.quanttradingos.statistics;

/**
 * The deepest fall of a path below its own earlier high in the path's own unit: 100, 120, 90 falls by 30.
 *
 * <p>Not always the fall that is deepest in percent, see {@link Drawdown}: 1,000, 500, 10,000, 8,000 falls by 2,000, while
 * its deepest percentage fall is the half at the start. Where a high was reached more than once the fall begins at the
 * last time; of two equal falls the first counts. A path that never falls has depth 0 and no places.
 *
 * @param depth {@code min(V_t - highest V up to t)}, at most 0; NaN where the path is empty
 * @param peak the place of the high, or -1
 * @param trough the place of the lowest value after it, or -1
 * @param recovery the first place after the trough at or above the high, or -1 while it has not recovered
 */
public record CurrencyDrawdown(double depth, int peak, int trough, int recovery) {
    private static final CurrencyDrawdown UNKNOWN = new CurrencyDrawdown(Double.NaN, -1, -1, -1);

    /** The deepest one of a path. */
    public static CurrencyDrawdown deepest(double[] path) {
        if (path.length == 0) {
            return UNKNOWN;
        }
        double depth = 0;
        int high = 0;
        int peak = -1;
        int trough = -1;
        for (int i = 0; i < path.length; i++) {
            if (path[i] >= path[high]) {
                high = i;
            } else if (path[i] - path[high] < depth) {
                depth = path[i] - path[high];
                peak = high;
                trough = i;
            } else if (Double.isNaN(path[i])) {
                return UNKNOWN;
            }
        }
        return new CurrencyDrawdown(depth, peak, trough, Drawdown.recovery(path, peak, trough));
    }
}
