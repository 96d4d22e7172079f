package io.quanttradingos.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Whether one symbol carries the profit, or eats it. */
final class SymbolFindings {
    private SymbolFindings() {}

    static List<JournalFinding> of(Map<String, TradeGroup> bySymbol, FindingPolicy policy) {
        List<JournalFinding> found = new ArrayList<>();
        Collection<TradeGroup> symbols = bySymbol.values();
        if (symbols.size() < 2) {
            return found;
        }
        TradeGroup best = symbols.iterator().next();
        TradeGroup worst = best;
        double won = 0;
        for (TradeGroup symbol : symbols) {
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

    private static JournalFinding profit(TradeGroup best, double won) {
        String sentence = best.key() + " made " + Amount.money(best.netPnl()) + " in " + Amount.trades(best.n()) + ", "
                + Amount.percent(best.netPnl() / won) + " of what the winning symbols made.";
        return finding("PROFIT_IN_ONE_SYMBOL", FindingSeverity.LOW, sentence, best);
    }

    private static JournalFinding loss(TradeGroup worst, double won) {
        String against = won > 0
                ? Amount.percent(-worst.netPnl() / won) + " of what the winning symbols made"
                : "more than any other symbol, and none won";
        String sentence = worst.key() + " lost " + Amount.money(-worst.netPnl()) + " in " + Amount.trades(worst.n())
                + ", " + against + ".";
        return finding("LOSS_IN_ONE_SYMBOL", FindingSeverity.MEDIUM, sentence, worst);
    }

    private static JournalFinding finding(String code, FindingSeverity severity, String sentence, TradeGroup symbol) {
        return new JournalFinding(
                code, severity, sentence, MetricPath.of("by_symbol", symbol.key(), "net_pnl"), symbol.netPnl());
    }
}
