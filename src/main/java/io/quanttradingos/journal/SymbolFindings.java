package io.quanttradingos.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Whether one symbol carries the profit, or eats it. */
final class SymbolFindings {
    private SymbolFindings() {}

    static List<Finding> of(Map<String, GroupResult> bySymbol, FindingPolicy policy) {
        List<Finding> found = new ArrayList<>();
        Collection<GroupResult> symbols = bySymbol.values();
        if (symbols.size() < 2) {
            return found;
        }
        GroupResult best = symbols.iterator().next();
        GroupResult worst = best;
        double won = 0;
        for (GroupResult symbol : symbols) {
            best = symbol.netPnl() > best.netPnl() ? symbol : best;
            worst = symbol.netPnl() < worst.netPnl() ? symbol : worst;
            won += Math.max(0, symbol.netPnl());
        }
        if (best.netPnl() > 0 && best.netPnl() > policy.profitShare() * won) {
            found.add(profit(best, won));
        }
        if (worst.netPnl() < 0 && -worst.netPnl() > policy.lossShare() * won) {
            found.add(loss(worst, won));
        }
        return found;
    }

    private static Finding profit(GroupResult best, double won) {
        String sentence = best.key() + " made " + Amount.money(best.netPnl()) + " in " + Amount.trades(best.n()) + ", "
                + Amount.percent(best.netPnl() / won) + " of what the winning symbols made.";
        return finding("PROFIT_IN_ONE_SYMBOL", Severity.LOW, sentence, best);
    }

    private static Finding loss(GroupResult worst, double won) {
        String against = won > 0
                ? Amount.percent(-worst.netPnl() / won) + " of what the winning symbols made"
                : "more than any other symbol, and none won";
        String sentence = worst.key() + " lost " + Amount.money(-worst.netPnl()) + " in " + Amount.trades(worst.n())
                + ", " + against + ".";
        return finding("LOSS_IN_ONE_SYMBOL", Severity.MEDIUM, sentence, worst);
    }

    private static Finding finding(String code, Severity severity, String sentence, GroupResult symbol) {
        return new Finding(
                code, severity, sentence, MetricPath.of("by_symbol", symbol.key(), "net_pnl"), symbol.netPnl());
    }
}
