package io.quanttradingos.backtest.weights;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The order of the leaves in the tree of single linkage, so that what is near stands near: of three points at 0, 10 and 1
 * it is 1, 0, 2.
 *
 * <p>Single linkage joins the two nearest groups, again and again. Walking from point to point, each time to the one
 * nearest to any already visited (R. Prim, Bell System Technical Journal 36, 1957), every group becomes a stretch of the
 * walk, so the groups are joined at the walk's steps, from the shortest on; of equal steps the earlier one first.
 *
 * <p>Of two joined groups the older stands first: a single point before a group, the point given earlier before the
 * later, the group joined earlier before the later. SciPy's tree has the same order.
 */
final class LeafOrder {
    /** The walk, and how long the step to each of its points was. */
    private final int[] walk;

    private final double[] steps;
    /** For each point of the walk a point on the way to the one that stands for its group. */
    private final int[] towardsGroup;

    /** For the point that stands for a group: the group's age, its first and its last leaf. */
    private final int[] born;

    private final int[] first;
    private final int[] last;
    /** The leaf after each, -1 after the last of a group. */
    private final int[] next;

    private LeafOrder(double[][] distances) {
        int size = distances.length;
        this.walk = new int[size];
        this.steps = new double[size];
        visit(distances);
        this.towardsGroup = IntStream.range(0, size).toArray();
        this.born = towardsGroup.clone();
        this.first = towardsGroup.clone();
        this.last = towardsGroup.clone();
        this.next = IntStream.range(0, size).map(point -> -1).toArray();
    }

    /** @param distances symmetric, of at least one point */
    static int[] ofSingleLinkage(double[][] distances) {
        LeafOrder order = new LeafOrder(distances);
        int size = distances.length;
        int[] byLength = IntStream.range(1, size)
                .boxed()
                .sorted(Comparator.comparingDouble(step -> order.steps[step]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int joined = 0; joined < byLength.length; joined++) {
            int step = byLength[joined];
            order.join(order.walk[step - 1], order.walk[step], size + joined);
        }
        return order.leaves();
    }

    private void visit(double[][] distances) {
        int size = distances.length;
        double[] nearest = new double[size];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        boolean[] visited = new boolean[size];
        visited[0] = true;
        for (int step = 1; step < size; step++) {
            int here = walk[step - 1];
            int best = -1;
            for (int point = 0; point < size; point++) {
                if (!visited[point]) {
                    nearest[point] = Math.min(nearest[point], distances[here][point]);
                    best = best < 0 || nearest[point] < nearest[best] ? point : best;
                }
            }
            visited[best] = true;
            walk[step] = best;
            steps[step] = nearest[best];
        }
    }

    private void join(int onePoint, int otherPoint, int age) {
        int one = group(onePoint);
        int other = group(otherPoint);
        int older = born[one] < born[other] ? one : other;
        int younger = older == one ? other : one;
        next[last[older]] = first[younger];
        last[older] = last[younger];
        born[older] = age;
        towardsGroup[younger] = older;
    }

    private int group(int point) {
        int group = point;
        while (towardsGroup[group] != group) {
            group = towardsGroup[group];
        }
        return group;
    }

    private int[] leaves() {
        int[] leaves = new int[walk.length];
        int leaf = first[group(0)];
        for (int place = 0; place < leaves.length; place++) {
            leaves[place] = leaf;
            leaf = next[leaf];
        }
        return leaves;
    }
}
