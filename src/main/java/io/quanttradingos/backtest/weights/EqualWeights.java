package io.quanttradingos.backtest.weights;

import java.util.ArrayList;
import java.util.List;

/**
 * The same weight for every asset whose returns of the window are all known, 1/n.
 *
 * <p>Only that they are known matters, not what they are: an asset without spread is weighed like the others, and an
 * empty window leaves none out.
 */
public final class EqualWeights implements Weighting {
    @Override
    public Weights weights(double[][] returns, int from, int to) {
        double[] fractions = new double[returns.length];
        List<LeftOut> leftOut = new ArrayList<>();
        for (int asset = 0; asset < returns.length; asset++) {
            if (!UsableHistory.isComplete(returns[asset], from, to)) {
                leftOut.add(new LeftOut(asset, LeftOut.Reason.MISSING_HISTORY));
            }
        }
        double share = 1.0 / (returns.length - leftOut.size());
        for (int asset = 0; asset < returns.length; asset++) {
            fractions[asset] = share;
        }
        for (LeftOut without : leftOut) {
            fractions[without.asset()] = 0;
        }
        return new Weights(fractions, leftOut);
    }
}
