package io.quanttradingos.insider;

import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads what insiders did: {@code InsiderAgent.assess(Symbol.of("TSLA"), day, lines, InsiderPolicy.defaults())}.
 *
 * <p>Only purchases (code P) and sales (code S) of shares are trades on the market; awards, exercises, taxes and gifts never
 * are. What was filed after the day is not looked at, for it was not known. The order of the lines does not matter. Pure and
 * thread safe.
 */
public final class InsiderAgent {
    private InsiderAgent() {}

    /** The report on the policy's days up to and including a day. No lines give a report without a signal. */
    public static InsiderReport assess(
            Symbol symbol, LocalDate day, List<InsiderTransaction> transactions, InsiderPolicy policy) {
        LocalDate from = day.minusDays(policy.windowDays() - 1L);
        KnownLines known = KnownLines.of(transactions, from, day);
        MarketLines trades = MarketLines.of(known.used());
        InsiderLineCounts lines = counts(transactions.size(), known, trades);
        InsiderTrades market = trades.totals();
        InsiderSignal signal = SignalRule.of(market, trades.insiders(), lines, policy);
        List<TransactionCodeTotal> byCode = CodeTotals.of(known.used());
        List<ClusterBuy> clusters = ClusterBuys.of(trades.purchases(), policy);
        double change = known.used().stream()
                .filter(line -> !line.derivative())
                .mapToDouble(InsiderTransaction::sharesChanged)
                .sum();
        List<InsiderFinding> findings = Findings.of(day, policy, lines, market, change, byCode, clusters, signal);
        return new InsiderReport(
                symbol,
                day,
                from,
                lines,
                market,
                change,
                byCode,
                clusters,
                signal,
                findings,
                text(findings, market),
                conventions(policy),
                warnings(symbol, day, lines, market));
    }

    private static InsiderLineCounts counts(int total, KnownLines known, MarketLines trades) {
        List<InsiderTransaction> used = known.used();
        return new InsiderLineCounts(
                total,
                known.notYetKnown(),
                known.beforeWindow(),
                known.duplicates(),
                used.size(),
                used.size() - trades.purchases().size() - trades.sales().size(),
                (int) used.stream().filter(InsiderTransaction::derivative).count(),
                trades.contradictory(),
                (int) used.stream()
                        .filter(line -> TransactionCode.of(line.code()) == TransactionCode.UNKNOWN)
                        .count(),
                (int) used.stream().filter(line -> line.filingDate() == null).count());
    }

    private static String text(List<InsiderFinding> findings, InsiderTrades market) {
        String text = findings.stream().map(InsiderFinding::sentence).collect(Collectors.joining(" "));
        return market.sales().lines() == 0
                ? text
                : text + " Whether a sale followed a plan made in advance (rule 10b5-1) is not known.";
    }

    private static Map<String, String> conventions(InsiderPolicy policy) {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("market_trades", "codes P and S of SEC Form 4, shares only; P and S may be private trades too");
        conventions.put("known_by", "the filing date where there is one, else the transaction date");
        conventions.put("value", "shares times price over the lines whose price is known");
        conventions.put(
                "cluster_buys",
                policy.clusterInsiders() + " or more insiders buying on the market within "
                        + Wording.count(policy.clusterDays(), "calendar day"));
        conventions.put(
                "score",
                "B/(B+S)*b/(b+h) - w*S/(B+S)*s/(s+h): B shares bought by b insiders, S sold by s, h="
                        + Wording.number(policy.breadthHalf()) + ", w=" + Wording.number(policy.saleWeight()));
        conventions.put("confidence", "cube root of coverage * amount * agreement");
        conventions.put("rule_10b5_1", "unknown: the data do not say which sales were planned in advance");
        return conventions;
    }

    private static List<String> warnings(Symbol symbol, LocalDate day, InsiderLineCounts lines, InsiderTrades market) {
        List<String> warnings = new ArrayList<>();
        if (lines.used() == 0) {
            warnings.add("no insider transactions of " + symbol + " are known in the window up to " + day
                    + ", so there is no signal");
        } else if (market.purchases().lines() + market.sales().lines() == 0) {
            warnings.add("no insider traded on the market in the window, so there is no signal");
        }
        int unpriced = market.purchases().linesWithoutPrice() + market.sales().linesWithoutPrice();
        warn(warnings, lines.notYetKnown(), "done or filed after " + day + ": not known then, and not looked at");
        warn(warnings, lines.duplicates(), "repeating another, as an amended filing does: counted once");
        warn(
                warnings,
                lines.contradictory(),
                "with code P or S whose holding went the other way: not counted as trades");
        warn(warnings, lines.unknownCode(), "without a known code: not counted as trades");
        warn(warnings, unpriced, "of market trades without a price: the values leave them out");
        warn(
                warnings,
                lines.withoutFilingDate(),
                "without a filing date: taken as known on the day of the transaction");
        return warnings;
    }

    private static void warn(List<String> warnings, int count, String what) {
        if (count > 0) {
            warnings.add(Wording.count(count, "line") + " " + what);
        }
    }
}
