package io.quanttradingos.insider;

import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a company's insiders did with its shares, as it was known on one day.
 *
 * @param symbol the company
 * @param day the last day looked at
 * @param windowFrom the first day looked at
 * @param lines what there was
 * @param market the trades on the market
 * @param netShareChange the sum of all changes of holdings in shares, whatever their code; derivative lines left out
 * @param byCode every code met, in the order of the letters
 * @param clusterBuys the earliest first
 * @param signal what the market trades add up to
 * @param findings sentences that each rest on one number of this report
 * @param report the findings in a few sentences of plain text
 * @param conventions how the numbers are made
 * @param warnings what is not known, and what was left out
 */
public record InsiderReport(
        Symbol symbol,
        LocalDate day,
        LocalDate windowFrom,
        InsiderLineCounts lines,
        InsiderTrades market,
        double netShareChange,
        List<TransactionCodeTotal> byCode,
        List<ClusterBuy> clusterBuys,
        InsiderSignal signal,
        List<InsiderFinding> findings,
        String report,
        Map<String, String> conventions,
        List<String> warnings) {
    public InsiderReport {
        byCode = List.copyOf(byCode);
        clusterBuys = List.copyOf(clusterBuys);
        findings = List.copyOf(findings);
        conventions = Collections.unmodifiableMap(new LinkedHashMap<>(conventions));
        warnings = List.copyOf(warnings);
    }
}
