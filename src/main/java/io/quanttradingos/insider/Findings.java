package io.quanttradingos.insider;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the numbers of a report into sentences. */
final class Findings {
    private final List<InsiderFinding> findings = new ArrayList<>();
    private final String span;

    private Findings(LocalDate day, InsiderPolicy policy) {
        this.span = "in the " + Wording.count(policy.windowDays(), "day") + " to " + day;
    }

    static List<InsiderFinding> of(
            LocalDate day,
            InsiderPolicy policy,
            InsiderLineCounts lines,
            InsiderTrades market,
            double netShareChange,
            List<TransactionCodeTotal> byCode,
            List<ClusterBuy> clusters,
            InsiderSignal signal) {
        Findings findings = new Findings(day, policy);
        findings.net(market);
        findings.side("purchases", "bought", market.purchases());
        findings.side("sales", "sold", market.sales());
        for (int i = 0; i < clusters.size(); i++) {
            findings.cluster(i, clusters.get(i));
        }
        findings.offMarket(lines, byCode);
        findings.allLines(lines, netShareChange);
        findings.signal(signal);
        return findings.findings;
    }

    private void add(String metric, double value, String sentence) {
        findings.add(new InsiderFinding(metric, value, sentence));
    }

    private void net(InsiderTrades market) {
        double net = market.netShares();
        boolean isAny = market.purchases().lines() + market.sales().lines() > 0;
        String sentence = !isAny
                ? "No insider bought or sold on the market " + span + "."
                : net == 0
                        ? "Insiders bought as many shares on the market as they sold " + span + "."
                        : "Insiders " + (net > 0 ? "bought " : "sold ") + Wording.amount(Math.abs(net))
                                + " shares more on the market than they " + (net > 0 ? "sold " : "bought ") + span
                                + ".";
        add("market.net_shares", net, sentence);
    }

    private void side(String name, String verb, InsiderTradeSide side) {
        InsiderTrade largest = side.largest();
        if (largest == null) {
            return;
        }
        add(
                "market." + name + ".shares",
                side.shares(),
                Wording.count(side.insiders(), "insider") + " " + verb + " " + Wording.amount(side.shares())
                        + " shares in " + Wording.count(side.lines(), "line")
                        + worth(side.value(), side.linesWithoutPrice())
                        + ".");
        add(
                "market." + name + ".largest.shares",
                largest.shares(),
                "The largest were " + Wording.amount(largest.shares()) + " shares " + verb + " by " + largest.name()
                        + " on " + largest.date() + worth(largest.value(), 0) + ".");
    }

    private static String worth(@Nullable Double value, int linesWithoutPrice) {
        if (value == null) {
            return ", at prices that are not known";
        }
        return " for " + Wording.amount(value)
                + (linesWithoutPrice == 0
                        ? ""
                        : ", " + Wording.count(linesWithoutPrice, "line") + " without a price left out");
    }

    private void cluster(int index, ClusterBuy cluster) {
        add(
                "cluster_buys[" + index + "].insiders",
                cluster.insiders(),
                "A cluster of purchases: " + Wording.count(cluster.insiders(), "insider") + " bought "
                        + Wording.amount(cluster.shares()) + " shares from " + cluster.from() + " to " + cluster.to()
                        + worth(cluster.value(), cluster.linesWithoutPrice()) + ".");
    }

    private void offMarket(InsiderLineCounts lines, List<TransactionCodeTotal> byCode) {
        if (lines.offMarket() == 0) {
            return;
        }
        String codes = byCode.stream()
                .filter(total -> total.derivative()
                        || !(total.kind() == TransactionKind.MARKET_PURCHASE
                                || total.kind() == TransactionKind.MARKET_SALE))
                .map(total -> (total.code().length() == 1 ? total.code() + ", " : "") + total.title()
                        + (total.derivative() ? " (derivative)" : "") + ": " + total.lines())
                .collect(Collectors.joining("; "));
        add(
                "lines.off_market",
                lines.offMarket(),
                lines.offMarket() + " of " + Wording.count(lines.used(), "line")
                        + (lines.offMarket() == 1 ? " is no trade" : " are no trades")
                        + " on the market and no sign of opinion" + (codes.isEmpty() ? "" : " (" + codes + ")") + ".");
    }

    private void allLines(InsiderLineCounts lines, double netShareChange) {
        if (lines.used() > lines.derivative()) {
            add(
                    "net_share_change",
                    netShareChange,
                    "All lines about shares together, whatever their code, changed holdings by "
                            + Wording.amount(netShareChange) + ".");
        }
    }

    private void signal(InsiderSignal signal) {
        Double score = signal.score();
        if (score != null) {
            add(
                    "signal.score",
                    score,
                    "The signal is " + Wording.number(score) + " on a scale from -1 to 1, with a confidence of "
                            + Wording.number(signal.confidence()) + ".");
        }
    }
}
