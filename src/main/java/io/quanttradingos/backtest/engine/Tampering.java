package io.quanttradingos.backtest.engine;

import io.quanttradingos.marketdata.Bars;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Ways to change what comes after a time; whatever was decided up to it must stay the same. */
enum Tampering {
    /** The bars end there. */
    CUT {
        @Override
        void write(double[][] columns, int from, SplittableRandom random) {
            // Nothing is left to write to.
        }
    },
    /** The same bars, at a multiple of their prices. */
    SCALED {
        @Override
        void write(double[][] columns, int from, SplittableRandom random) {
            double factor = random.nextBoolean() ? 3.7 : 0.21;
            for (int column = 0; column < VOLUME; column++) {
                for (int row = from; row < columns[column].length; row++) {
                    columns[column][row] *= factor;
                }
            }
        }
    },
    /** The same bars in the opposite order. */
    REVERSED {
        @Override
        void write(double[][] columns, int from, SplittableRandom random) {
            for (double[] column : columns) {
                double[] before = column.clone();
                for (int row = from; row < column.length; row++) {
                    column[row] = before[column.length - 1 - (row - from)];
                }
            }
        }
    },
    /** A random walk that goes on from the last close in steps of a quarter. */
    GARBAGE {
        @Override
        void write(double[][] columns, int from, SplittableRandom random) {
            double price = from == 0 ? 50 : columns[CLOSE][from - 1];
            for (int row = from; row < columns[OPEN].length; row++) {
                price *= Math.exp(0.5 * (random.nextDouble() - 0.5));
                set(columns, row, price, random, 1.2);
            }
        }
    },
    /** Prices over six powers of ten, none like the one before. */
    WILD {
        @Override
        void write(double[][] columns, int from, SplittableRandom random) {
            for (int row = from; row < columns[OPEN].length; row++) {
                set(columns, row, Math.pow(10, 6 * random.nextDouble() - 2), random, 4);
            }
        }
    };

    private static final int OPEN = 0;
    private static final int HIGH = 1;
    private static final int LOW = 2;
    private static final int CLOSE = 3;
    private static final int VOLUME = 4;

    /** Changes the columns from a row on. */
    abstract void write(double[][] columns, int from, SplittableRandom random);

    /** The bars up to and with a time as they are, those after it changed. */
    Bars after(Bars bars, long time, long seed) {
        int kept = rowsUpTo(bars, time);
        int rows = this == CUT ? kept : bars.rows();
        double[][] columns = columns(bars, rows);
        write(columns, kept, new SplittableRandom(seed));
        return bars(bars, columns, rows);
    }

    /** The bars up to and with a time; the one at that time keeps its open, all else of it is changed. */
    static Bars within(Bars bars, long time, long seed) {
        int rows = rowsUpTo(bars, time);
        double[][] columns = columns(bars, rows);
        if (rows > 0 && bars.times()[rows - 1] == time) {
            double open = columns[OPEN][rows - 1];
            set(columns, rows - 1, open, new SplittableRandom(seed), 3);
            columns[OPEN][rows - 1] = open;
        }
        return bars(bars, columns, rows);
    }

    private static int rowsUpTo(Bars bars, long time) {
        int at = Arrays.binarySearch(bars.times(), 0, bars.rows(), time);
        return at >= 0 ? at + 1 : -at - 1;
    }

    private static double[][] columns(Bars bars, int rows) {
        return new double[][] {
            Arrays.copyOf(bars.open(), rows),
            Arrays.copyOf(bars.high(), rows),
            Arrays.copyOf(bars.low(), rows),
            Arrays.copyOf(bars.close(), rows),
            Arrays.copyOf(bars.volume(), rows)
        };
    }

    private static Bars bars(Bars bars, double[][] columns, int rows) {
        return new Bars(
                bars.symbol(),
                Arrays.copyOf(bars.times(), rows),
                columns[OPEN],
                columns[HIGH],
                columns[LOW],
                columns[CLOSE],
                columns[VOLUME],
                rows);
    }

    /** Writes a bar around a price; its close is up to a factor away from it. */
    private static void set(double[][] columns, int row, double open, SplittableRandom random, double factor) {
        double close = open * Math.pow(factor, 2 * random.nextDouble() - 1);
        columns[OPEN][row] = open;
        columns[CLOSE][row] = close;
        columns[HIGH][row] = Math.max(open, close) * (1 + 0.1 * random.nextDouble());
        columns[LOW][row] = Math.min(open, close) * (1 - 0.1 * random.nextDouble());
        columns[VOLUME][row] = Math.floor(1e6 * random.nextDouble());
    }
}
