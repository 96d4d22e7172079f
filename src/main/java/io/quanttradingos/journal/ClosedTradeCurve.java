package io.quanttradingos.journal;

import io.quanttradingos.statistics.CurrencyDrawdown;
import io.quanttradingos.statistics.Drawdown;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The deepest fall of the running sum of net results, which starts at 0 before the first trade.
 *
 * @param depth in currency, at most 0
 * @param peak the closing day of the trade at the high; null where the fall is from the start
 * @param trough the closing day of the trade at the low; null where the curve never falls
 * @param recovery the closing day of the first trade back at the high; null while it has not recovered
 * @param fraction the deepest fall of account plus curve as a fraction of its high, perhaps another fall; null without
 *     an account, or where it would have been used up
 */
record ClosedTradeCurve(
        double depth,
        @Nullable LocalDate peak,
        @Nullable LocalDate trough,
        @Nullable LocalDate recovery,
        @Nullable Double fraction) {

    static ClosedTradeCurve of(TradeResults results, @Nullable Double account) {
        double[] curve = curve(results.net);
        CurrencyDrawdown deepest = CurrencyDrawdown.deepest(curve);
        return new ClosedTradeCurve(
                deepest.depth(),
                day(results, deepest.peak()),
                day(results, deepest.trough()),
                day(results, deepest.recovery()),
                account == null ? null : fraction(curve, account));
    }

    /** Each point the sum so far with what rounding took kept apart, as in {@code statistics.CompensatedSum}. */
    private static double[] curve(double[] net) {
        double[] curve = new double[net.length + 1];
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < net.length; i++) {
            double next = sum + net[i];
            lost += Math.abs(sum) >= Math.abs(net[i]) ? (sum - next) + net[i] : (net[i] - next) + sum;
            sum = next;
            curve[i + 1] = sum + lost;
        }
        return curve;
    }

    private static @Nullable LocalDate day(TradeResults results, int place) {
        return place <= 0 ? null : LocalDate.ofEpochDay(results.closingDay(place - 1));
    }

    private static @Nullable Double fraction(double[] curve, double account) {
        double[] equity = new double[curve.length];
        for (int i = 0; i < curve.length; i++) {
            equity[i] = account + curve[i];
        }
        return Spread.known(Drawdown.deepest(equity).depth());
    }
}
