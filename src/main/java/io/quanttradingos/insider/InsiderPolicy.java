package io.quanttradingos.insider;

/**
 * How insider transactions are read.
 *
 * @param windowDays the days looked at, the day asked about included
 * @param clusterInsiders the people whose purchases make a cluster
 * @param clusterDays the days within which they must be, the first included
 * @param breadthHalf the people at which their breadth counts one half
 * @param saleWeight what a sale weighs beside a purchase, 0 to 1
 */
public record InsiderPolicy(
        int windowDays, int clusterInsiders, int clusterDays, double breadthHalf, double saleWeight) {
    public InsiderPolicy {
        require(windowDays >= 1 && windowDays <= 3653, "window_days must be in [1, 3653], was " + windowDays);
        require(
                clusterInsiders >= 2 && clusterInsiders <= 100,
                "cluster_insiders must be in [2, 100], was " + clusterInsiders);
        require(clusterDays >= 1 && clusterDays <= 365, "cluster_days must be in [1, 365], was " + clusterDays);
        require(breadthHalf > 0 && breadthHalf <= 100, "breadth_half must be in (0, 100], was " + breadthHalf);
        require(saleWeight >= 0 && saleWeight <= 1, "sale_weight must be in [0, 1], was " + saleWeight);
    }

    /** Half a year, three buyers within 14 days, half breadth at two people, sales at half the weight. */
    public static InsiderPolicy defaults() {
        return new InsiderPolicy(180, 3, 14, 2, 0.5);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
