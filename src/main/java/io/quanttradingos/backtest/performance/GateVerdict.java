package io.quanttradingos.backtest.performance;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The gate's answer: the worst of what its checks say.
 *
 * @param reason the checks the verdict rests on, in one sentence
 * @param honesty the figures behind them
 */
public record GateVerdict(Verdict verdict, String reason, List<GateCheck> checks, HonestyStatistics honesty) {
    public GateVerdict {
        checks = List.copyOf(checks);
    }

    static GateVerdict of(List<GateCheck> checks, HonestyStatistics honesty) {
        Verdict worst = checks.stream()
                .filter(check -> !check.passed())
                .map(GateCheck::otherwise)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.PASS);
        if (worst == Verdict.PASS) {
            return new GateVerdict(worst, "all " + checks.size() + " checks hold", checks, honesty);
        }
        String reason = checks.stream()
                .filter(check -> !check.passed() && check.otherwise() == worst)
                .map(GateCheck::text)
                .distinct()
                .collect(Collectors.joining("; "));
        return new GateVerdict(worst, reason, checks, honesty);
    }
}
