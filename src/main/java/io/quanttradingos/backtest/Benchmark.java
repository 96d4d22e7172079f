package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.Market;

/**
 * What holding gave: the closes of the one instrument, or the value of equal parts of all instruments, bought at the
 * first bar on which each of them has had one, and never touched again.
 */
final class Benchmark {
    private Benchmark() {}

    /** One value per bar, positive; before every instrument has had a bar it stands still at 1. */
    static double[] closes(Market market) {
        return market.instruments() == 1 ? market.close(0) : equalParts(market);
    }

    private static double[] equalParts(Market market) {
        int instruments = market.instruments();
        double[] last = new double[instruments];
        double[] bought = new double[instruments];
        double[] value = new double[market.rows()];
        boolean isBought = false;
        for (int bar = 0; bar < value.length; bar++) {
            boolean all = true;
            for (int i = 0; i < instruments; i++) {
                double close = market.close(i)[bar];
                last[i] = close > 0 ? close : last[i];
                all &= last[i] > 0;
            }
            if (all && !isBought) {
                System.arraycopy(last, 0, bought, 0, instruments);
                isBought = true;
            }
            value[bar] = isBought ? mean(last, bought) : 1;
        }
        return value;
    }

    private static double mean(double[] now, double[] bought) {
        double sum = 0;
        for (int i = 0; i < now.length; i++) {
            sum += now[i] / bought[i];
        }
        return sum / now.length;
    }
}
