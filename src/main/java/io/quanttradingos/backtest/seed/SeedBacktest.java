package io.quanttradingos.backtest.seed;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.units.Symbol;
import java.util.Arrays;
import java.util.List;

/**
 * Buys and holds exactly as the original did, for example {@code new SeedBacktest().run(bars, SPY, 100_000, 50)}.
 *
 * <p>At the close of the first bar the whole quantity is bought at that same close, free of cost. Where the close is not
 * above 0 or the cash does not reach, nothing is bought, then or later, and the equity stays flat. Nothing is ever sold.
 * Pure and thread safe; time and memory are linear in the bars.
 */
public final class SeedBacktest {

    /**
     * Runs over all bars.
     *
     * @param initialCash positive and finite
     * @param quantity positive; a fraction of a share is allowed
     * @throws Refusal invalid, where cash or quantity is not positive; not usable, where the original failed on the
     *     figures ({@link SeedMetrics})
     */
    public SeedResult run(SeedBars bars, Symbol symbol, double initialCash, double quantity) {
        SeedRequest.requireUsable(initialCash, quantity);
        double[] equity = new double[bars.rows()];
        boolean bought = bars.rows() > 0 && fills(bars.close(0), initialCash, quantity);
        if (bought) {
            follow(bars.closes(), initialCash - quantity * bars.close(0), quantity, equity);
        } else {
            Arrays.fill(equity, initialCash);
        }
        List<SeedTrade> trades =
                bought ? List.of(new SeedTrade(symbol, quantity, bars.close(0), bars.time(0))) : List.of();
        return new SeedResult(SeedMetrics.of(initialCash, bars, equity), trades, bars, equity);
    }

    /** A close that is no number is not refused: it fills, and takes the cash with it. */
    private static boolean fills(double close, double cash, double quantity) {
        return !(close <= 0) && !(cash < quantity * close);
    }

    private static void follow(double[] closes, double cash, double quantity, double[] equity) {
        for (int row = 0; row < equity.length; row++) {
            equity[row] = cash + quantity * closes[row];
        }
    }
}
