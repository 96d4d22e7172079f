package io.quanttradingos.insider;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the purchases of several people within a few days, in one pass over those in order of date. */
final class ClusterBuys {
    private final List<InsiderTrade> purchases;
    private final InsiderPolicy policy;
    private final Map<String, Integer> inSpan = new HashMap<>();

    private ClusterBuys(List<InsiderTrade> purchases, InsiderPolicy policy) {
        this.purchases = purchases;
        this.policy = policy;
    }

    /** The clusters, earliest first. */
    static List<ClusterBuy> of(List<InsiderTrade> purchases, InsiderPolicy policy) {
        return new ClusterBuys(purchases, policy).found();
    }

    private List<ClusterBuy> found() {
        List<ClusterBuy> clusters = new ArrayList<>();
        int start = -1;
        int end = 0;
        int spanEnd = 0;
        for (int first = 0; first < purchases.size(); first++) {
            LocalDate after = purchases.get(first).date().plusDays(policy.clusterDays());
            for (; spanEnd < purchases.size() && purchases.get(spanEnd).date().isBefore(after); spanEnd++) {
                inSpan.merge(person(spanEnd), 1, Integer::sum);
            }
            if (inSpan.size() >= policy.clusterInsiders()) {
                if (start >= 0 && first >= end) {
                    clusters.add(cluster(start, end));
                    start = -1;
                }
                start = start < 0 ? first : start;
                end = spanEnd;
            }
            inSpan.computeIfPresent(person(first), (name, count) -> count == 1 ? null : count - 1);
        }
        if (start >= 0) {
            clusters.add(cluster(start, end));
        }
        return clusters;
    }

    private String person(int index) {
        return Person.key(purchases.get(index).name());
    }

    private ClusterBuy cluster(int start, int end) {
        List<InsiderTrade> trades = purchases.subList(start, end);
        return new ClusterBuy(
                trades.get(0).date(),
                trades.get(trades.size() - 1).date(),
                MarketLines.people(trades),
                trades.stream().mapToDouble(InsiderTrade::shares).sum(),
                MarketLines.value(trades),
                MarketLines.withoutPrice(trades),
                trades);
    }
}
