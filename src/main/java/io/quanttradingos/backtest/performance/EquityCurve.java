package io.quanttradingos.backtest.performance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account was worth at the close of every bar, and the cash it began with.
 *
 * <p>A run ends where its equity is no longer positive: what the arrays hold after that is not looked at. Immutable as
 * long as nobody writes to the arrays, which are taken over without a copy and may be longer than the bars. For one
 * thread: what is worked out once is kept.
 */
public final class EquityCurve {
    private final long[] times;
    private final double[] equity;
    private final double initialCash;
    private final int bars;
    private final double barsPerYear;
    private double @Nullable [] returns;
    private @Nullable CoreMetrics core;

    /**
     * Takes the arrays over.
     *
     * @param times of the bars in milliseconds since 1970, ascending
     * @param equity at the close of each bar, finite
     * @param length how many leading entries are bars, at least 1
     * @param initialCash above 0
     */
    public EquityCurve(long[] times, double[] equity, int length, double initialCash) {
        this(times, equity, required(times, equity, length), initialCash, BarsPerYear.of(times, length));
    }

    /**
     * The same where it is known how many bars a year has.
     *
     * @param barsPerYear as {@link BarsPerYear} has it
     */
    public EquityCurve(long[] times, double[] equity, int length, double initialCash, double barsPerYear) {
        if (!(initialCash > 0 && initialCash < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("initial cash must be positive, was " + initialCash);
        }
        this.times = times;
        this.equity = equity;
        this.initialCash = initialCash;
        this.bars = barsUntilRuin(required(times, equity, length));
        this.barsPerYear = barsPerYear;
    }

    private static int required(long[] times, double[] equity, int length) {
        if (length < 1 || length > times.length || length > equity.length) {
            throw new IllegalArgumentException("length must be from 1 to the arrays' " + times.length + " and "
                    + equity.length + ", was " + length);
        }
        return length;
    }

    private int barsUntilRuin(int length) {
        for (int bar = 0; bar < length; bar++) {
            if (!Double.isFinite(equity[bar])) {
                throw new IllegalArgumentException("equity of bar " + bar + " must be finite, was " + equity[bar]);
            }
            if (bar > 0 && times[bar] <= times[bar - 1]) {
                throw new IllegalArgumentException("times must ascend, bar " + bar + " does not");
            }
            if (equity[bar] <= 0) {
                return bar + 1;
            }
        }
        return length;
    }

    /** How many bars count: all, or those up to the one that ruined the account. */
    public int bars() {
        return bars;
    }

    /** Whether the account lost everything or more. */
    public boolean isRuined() {
        return finalValue() <= 0;
    }

    public double initialCash() {
        return initialCash;
    }

    public double finalValue() {
        return equity[bars - 1];
    }

    public double equity(int bar) {
        return equity[bar];
    }

    /** When a bar is dated, as its source says, read as UTC. */
    public Instant time(int bar) {
        return Instant.ofEpochMilli(times[bar]);
    }

    /** The same in milliseconds since 1970. */
    public long millis(int bar) {
        return times[bar];
    }

    /** How many bars like these a year has, see {@link BarsPerYear}; NaN for a single bar. */
    public double barsPerYear() {
        return barsPerYear;
    }

    /** The days from the first bar to the last one that counts, with fractions. */
    public double days() {
        return (times[bars - 1] - times[0]) / (double) BarsPerYear.MILLIS_PER_DAY;
    }

    /**
     * The simple returns of the bars after the first, {@code E_t / E_(t-1) - 1}. The first of them is measured from the
     * initial cash, so that what the first bar cost is not lost and the returns multiply up to the total one. Always the
     * same array, which nobody may write to.
     */
    public double[] returns() {
        double[] known = returns;
        if (known == null) {
            known = new double[bars - 1];
            double before = initialCash;
            for (int bar = 1; bar < bars; bar++) {
                known[bar - 1] = equity[bar] / before - 1;
                before = equity[bar];
            }
            returns = known;
        }
        return known;
    }

    /** The initial cash, then the equity of every bar that counts: where drawdowns are looked for. */
    double[] pathFromCash() {
        double[] path = new double[bars + 1];
        path[0] = initialCash;
        System.arraycopy(equity, 0, path, 1, bars);
        return path;
    }

    /**
     * What the honesty statistics need of the returns.
     *
     * @param riskFree the riskless return of a bar
     */
    public ReturnSample sample(double riskFree) {
        return core().sample(riskFree);
    }

    /** The metrics that need one pass; of this curve, so not to be used for another. */
    CoreMetrics core() {
        CoreMetrics known = core;
        if (known == null) {
            known = new CoreMetrics();
            known.measure(equity, bars, initialCash);
            core = known;
        }
        return known;
    }
}
