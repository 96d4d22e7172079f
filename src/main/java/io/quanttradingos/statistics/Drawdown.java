package io.quanttradingos.statistics;

/**
 * The deepest fall of a path below its own earlier high, in percent terms: 100, 120, 90 falls by a quarter.
 *
 * <p>Where a high was reached more than once the fall begins at the last time; of two equal falls the first counts. A
 * path that never falls has depth 0 and no places.
 *
 * @param depth {@code min(V_t / highest V up to t - 1)}, at most 0; NaN where the path is empty or holds a value that
 *     is not positive before its last, since a fraction of it means nothing
 * @param peak the place of the high, or -1
 * @param trough the place of the lowest value after it, or -1
 * @param recovery the first place after the trough at or above the high, or -1 while it has not recovered
 */
public record Drawdown(double depth, int peak, int trough, int recovery) {
    private static final Drawdown UNKNOWN = new Drawdown(Double.NaN, -1, -1, -1);

    /** The deepest one of a path. */
    public static Drawdown deepest(double[] path) {
        if (path.length == 0 || !isPositiveBeforeLast(path)) {
            return UNKNOWN;
        }
        double depth = 0;
        int high = 0;
        int peak = -1;
        int trough = -1;
        for (int i = 0; i < path.length; i++) {
            if (path[i] >= path[high]) {
                high = i;
            } else if (path[i] / path[high] - 1 < depth) {
                depth = path[i] / path[high] - 1;
                peak = high;
                trough = i;
            }
        }
        return new Drawdown(depth, peak, trough, recovery(path, peak, trough));
    }

    /** How far below its highest value so far the path stands, at every place; 0 at a high, NaN as in {@link #depth}. */
    public static double[] series(double[] path) {
        double[] series = new double[path.length];
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < path.length; i++) {
            high = Math.max(high, path[i]);
            series[i] = high > 0 ? path[i] / high - 1 : Double.NaN;
        }
        return series;
    }

    private static boolean isPositiveBeforeLast(double[] path) {
        for (int i = 0; i < path.length - 1; i++) {
            if (!(path[i] > 0)) {
                return false;
            }
        }
        return !Double.isNaN(path[path.length - 1]);
    }

    static int recovery(double[] path, int peak, int trough) {
        for (int i = trough + 1; peak >= 0 && i < path.length; i++) {
            if (path[i] >= path[peak]) {
                return i;
            }
        }
        return -1;
    }
}
