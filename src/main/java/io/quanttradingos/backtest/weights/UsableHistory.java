package io.quanttradingos.backtest.weights;

import io.quanttradingos.statistics.JointReturns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The assets of a window that have all their returns and some spread, and why the others are left out. */
final class UsableHistory {
    private final int assets;
    private final List<LeftOut> leftOut = new ArrayList<>();
    /** The place of each usable asset among the given ones. */
    private final int[] places;

    private final SecondMoments moments;

    private UsableHistory(double[][] returns, int from, int to) {
        this.assets = returns.length;
        int[] complete = complete(returns, from, to);
        JointReturns joint = joint(returns, complete, from, to);
        int[] members = withSpread(joint, complete);
        this.places = Arrays.stream(members).map(member -> complete[member]).toArray();
        this.moments = SecondMoments.of(joint, members);
        leftOut.sort(Comparator.comparingInt(LeftOut::asset));
    }

    /** The weights a rule gives the usable assets, as many as the moments have; it is not asked where none is usable. */
    static Weights weigh(double[][] returns, int from, int to, Function<SecondMoments, double[]> rule) {
        UsableHistory history = new UsableHistory(returns, from, to);
        double[] fractions = new double[history.assets];
        if (history.places.length > 0) {
            double[] given = rule.apply(history.moments);
            for (int i = 0; i < given.length; i++) {
                fractions[history.places[i]] = given[i];
            }
        }
        return new Weights(fractions, history.leftOut);
    }

    /** Whether every return of the window is known. */
    static boolean isComplete(double[] returns, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Double.isFinite(returns[i])) {
                return false;
            }
        }
        return true;
    }

    private int[] complete(double[][] returns, int from, int to) {
        int[] complete = new int[assets];
        int count = 0;
        for (int asset = 0; asset < assets; asset++) {
            if (to - from < 2) {
                leftOut.add(new LeftOut(asset, LeftOut.Reason.WINDOW_TOO_SHORT));
            } else if (!isComplete(returns[asset], from, to)) {
                leftOut.add(new LeftOut(asset, LeftOut.Reason.MISSING_HISTORY));
            } else {
                complete[count++] = asset;
            }
        }
        return Arrays.copyOf(complete, count);
    }

    private static JointReturns joint(double[][] returns, int[] complete, int from, int to) {
        double[][] columns = new double[complete.length][];
        for (int i = 0; i < complete.length; i++) {
            columns[i] = Arrays.copyOfRange(returns[complete[i]], from, to);
        }
        return new JointReturns(columns);
    }

    /** A series without spread has no correlation, not even with itself. */
    private int[] withSpread(JointReturns joint, int[] complete) {
        int[] members = new int[complete.length];
        int count = 0;
        for (int member = 0; member < complete.length; member++) {
            if (Double.isNaN(joint.correlation(member, member))) {
                leftOut.add(new LeftOut(complete[member], LeftOut.Reason.NO_SPREAD));
            } else {
                members[count++] = member;
            }
        }
        return Arrays.copyOf(members, count);
    }
}
