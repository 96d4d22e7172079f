package io.quanttradingos.statistics;

import java.util.Arrays;

/**
 * The returns of several strategies over the same bars, cut into blocks of equal length, with only what a Sharpe ratio of
 * any union of blocks needs.
 *
 * <p>Where the length does not divide, the oldest returns are left out. Different strategies may be put from different
 * threads at once; who reads must see to it that they have finished.
 */
public final class BlockedReturns {
    private static final int USUAL_BLOCKS = 16;
    private static final int MOST_BLOCKS = 20;

    private final int returns;
    private final int blocks;
    private final int blockLength;

    /** Σ(r - mean) of each block, {@code [block][strategy]}. */
    private final double[][] sums;

    /** Σ(r - mean)² of each block. */
    private final double[][] squares;

    private final double[] means;

    /**
     * Room for the strategies, to be filled with {@link #put}.
     *
     * @param returns how many each strategy has, at least two for a block
     * @param blocks even, from 2 to 20
     */
    public BlockedReturns(int strategies, int returns, int blocks) {
        if (blocks < 2 || blocks > MOST_BLOCKS || blocks % 2 != 0 || returns < 2 * blocks) {
            throw new IllegalArgumentException("needs an even number of blocks from 2 to " + MOST_BLOCKS
                    + " with at least 2 returns each, was " + blocks + " for " + returns + " returns");
        }
        this.returns = returns;
        this.blocks = blocks;
        this.blockLength = returns / blocks;
        this.sums = new double[blocks][strategies];
        this.squares = new double[blocks][strategies];
        this.means = new double[strategies];
    }

    /** The usual 16 blocks, or as many as leave at least two returns in each; 0 where not even two blocks do. */
    public static int blocksFor(int returns) {
        return Math.min(USUAL_BLOCKS, returns / 4 * 2);
    }

    /** Sets the returns of one strategy, oldest first; the array is not kept. */
    public void put(int strategy, double[] values) {
        if (values.length != returns) {
            throw new IllegalArgumentException(
                    "strategy " + strategy + " needs " + returns + " returns, has " + values.length);
        }
        int first = returns - blocks * blockLength;
        double mean = Mean.of(values, first, returns);
        if (Double.isNaN(mean)) {
            throw new IllegalArgumentException("strategy " + strategy + " has a return that is not a number");
        }
        means[strategy] = mean;
        for (int block = 0; block < blocks; block++) {
            sum(strategy, block, values, first + block * blockLength);
        }
    }

    private void sum(int strategy, int block, double[] values, int from) {
        double sum = 0;
        double square = 0;
        for (int i = from; i < from + blockLength; i++) {
            double distance = values[i] - means[strategy];
            sum += distance;
            square += distance * distance;
        }
        sums[block][strategy] = sum;
        squares[block][strategy] = square;
    }

    public int strategies() {
        return means.length;
    }

    public int blocks() {
        return blocks;
    }

    /** How many returns there are in half of the blocks. */
    int halfLength() {
        return blocks / 2 * blockLength;
    }

    /** The mean return of each strategy; not to be written to. */
    double[] means() {
        return means;
    }

    /** Adds up the distances from the mean over the blocks whose bit is set. */
    void addSums(int chosen, double[] into) {
        add(sums, chosen, into);
    }

    /** Adds up the squared distances over the blocks whose bit is set. */
    void addSquares(int chosen, double[] into) {
        add(squares, chosen, into);
    }

    private static void add(double[][] of, int chosen, double[] into) {
        Arrays.fill(into, 0);
        for (int block = 0; block < of.length; block++) {
            if ((chosen >> block & 1) != 0) {
                double[] values = of[block];
                for (int strategy = 0; strategy < into.length; strategy++) {
                    into[strategy] += values[strategy];
                }
            }
        }
    }
}
