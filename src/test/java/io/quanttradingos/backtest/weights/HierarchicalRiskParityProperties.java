package io.quanttradingos.backtest.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hierarchical risk parity once more, plainly: groups joined pair by pair, lists cut and weighed as in the paper. */
class HierarchicalRiskParityProperties {
    /** A group of leaves in their order, and when it was joined. */
    private record Group(int born, List<Integer> leaves) {
        Group joinedTo(Group other, int age) {
            List<Integer> both = new ArrayList<>(born < other.born ? leaves : other.leaves);
            both.addAll(born < other.born ? other.leaves : leaves);
            return new Group(age, both);
        }
    }

    @Test
    void the_leaves_stand_as_joining_the_nearest_groups_one_by_one_puts_them() {
        for (int seed = 0; seed < 500; seed++) {
            double[][] distances = distances(new Random(seed));

            assertThat(LeafOrder.ofSingleLinkage(distances))
                    .as("seed " + seed)
                    .containsExactly(leaves(distances).stream()
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
    }

    @Test
    void points_on_a_line_are_ordered_by_nearness() {
        double[] places = {0, 10, 1};
        double[][] distances = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                distances[i][j] = Math.abs(places[i] - places[j]);
            }
        }
        assertThat(LeafOrder.ofSingleLinkage(distances)).containsExactly(1, 0, 2);
    }

    @Test
    void weights_are_those_of_the_recipe_followed_step_by_step() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            double[][] returns = MatrixChecks.market(random, 1 + random.nextInt(20), 60);
            double[][] covariances = MatrixChecks.covariances(returns);
            int size = returns.length;
            double[][] distances = new double[size][size];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    double correlation = covariances[i][j] / Math.sqrt(covariances[i][i] * covariances[j][j]);
                    distances[i][j] = Math.sqrt(Math.max(0, 0.5 * (1 - correlation)));
                }
            }
            double[] wanted = new double[size];
            weigh(covariances, leaves(distances), 1, wanted);

            assertThat(new HierarchicalRiskParity().weights(returns, 0, 60).fractions())
                    .as("seed " + seed)
                    .containsExactly(wanted, within(1e-13));
        }
    }

    private static double[][] distances(Random random) {
        int size = 1 + random.nextInt(25);
        double[][] distances = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                distances[i][j] = random.nextDouble();
                distances[j][i] = distances[i][j];
            }
        }
        return distances;
    }

    private static List<Integer> leaves(double[][] distances) {
        List<Group> groups = new ArrayList<>();
        for (int point = 0; point < distances.length; point++) {
            groups.add(new Group(point, List.of(point)));
        }
        for (int age = distances.length; groups.size() > 1; age++) {
            Group one = groups.get(0);
            Group other = groups.get(1);
            for (Group i : groups) {
                for (Group j : groups) {
                    if (i != j && between(distances, i, j) < between(distances, one, other)) {
                        one = i;
                        other = j;
                    }
                }
            }
            groups.remove(one);
            groups.remove(other);
            groups.add(one.joinedTo(other, age));
        }
        return groups.get(0).leaves();
    }

    private static double between(double[][] distances, Group one, Group other) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i : one.leaves()) {
            for (int j : other.leaves()) {
                nearest = Math.min(nearest, distances[i][j]);
            }
        }
        return nearest;
    }

    private static void weigh(double[][] covariances, List<Integer> leaves, double weight, double[] weights) {
        if (leaves.size() == 1) {
            weights[leaves.get(0)] = weight;
            return;
        }
        List<Integer> left = leaves.subList(0, leaves.size() / 2);
        List<Integer> right = leaves.subList(leaves.size() / 2, leaves.size());
        double ofLeft = varianceOf(covariances, left);
        double ofRight = varianceOf(covariances, right);
        weigh(covariances, left, weight * ofRight / (ofLeft + ofRight), weights);
        weigh(covariances, right, weight * ofLeft / (ofLeft + ofRight), weights);
    }

    private static double varianceOf(double[][] covariances, List<Integer> leaves) {
        double[] inverse = new double[covariances.length];
        double sum = 0;
        for (int leaf : leaves) {
            inverse[leaf] = 1 / covariances[leaf][leaf];
            sum += inverse[leaf];
        }
        for (int leaf : leaves) {
            inverse[leaf] /= sum;
        }
        return MatrixChecks.form(covariances, inverse);
    }
}
