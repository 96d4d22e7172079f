package io.quanttradingos.discipline;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.table.TextRow;
import io.quanttradingos.table.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges trades exactly as the original system did, its defects kept: the answer to {@code conventions=seed}.
 *
 * <p>The score is 1 − violations / trades, rounded and not below 0; one label judges every trade; a stop that was
 * obeyed is a Late Exit. Column names are case-sensitive and each may be missing. Where the original crashed, the input
 * is refused with the reason. Pure and thread safe.
 */
public final class SeedDiscipline {
    private static final int TREND_RUNS = 5;
    private static final double TREND_THRESHOLD = 0.02;

    /**
     * The original's report; pass rates, regime source and warnings are not its own and say nothing beyond it.
     *
     * @param plan the plan's JSON object, keys in file order
     * @param regimeLabel today's label
     * @param previousScores of earlier runs, oldest first
     * @throws Refusal where the original crashed on the table or the plan
     */
    public DisciplineReport judge(
            TextTable trades,
            Map<String, ? extends @Nullable Object> plan,
            String regimeLabel,
            List<Double> previousScores) {
        refuseMisshapen(trades);
        SeedPlan rules = new SeedPlan(plan);
        List<Violation> violations = new ArrayList<>();
        judgeRegime(trades, rules, regimeLabel, violations);
        judgeStops(trades, rules, violations);
        judgeSizes(trades, rules, regimeLabel, violations);
        judgeExits(trades, violations);
        return report(trades.rows().size(), violations, previousScores);
    }

    private static void refuseMisshapen(TextTable trades) {
        if (trades.header().stream().allMatch(String::isEmpty)) {
            throw Refusal.invalid(List.of(new InputProblem(trades.source(), null, null, "the file is empty")));
        }
        int columns = trades.header().size();
        for (TextRow row : trades.rows()) {
            if (row.cells().size() > columns) {
                throw Refusal.invalid(List.of(new InputProblem(
                        trades.source(),
                        row.line(),
                        null,
                        "has " + row.cells().size() + " cells under a header of " + columns)));
            }
        }
    }

    private static void judgeRegime(TextTable trades, SeedPlan plan, String label, List<Violation> violations) {
        if (plan.allows(label)) {
            return;
        }
        String detail = "Trade taken during " + label + " regime";
        for (int i = 0; i < trades.rows().size(); i++) {
            violations.add(Violation.of(Rule.REGIME_MISMATCH, i, detail));
        }
    }

    private static void judgeStops(TextTable trades, SeedPlan plan, List<Violation> violations) {
        if (!plan.requiresStop()) {
            return;
        }
        SeedColumn stop = SeedColumn.of(trades, "stop_price");
        for (int i = 0; i < trades.rows().size(); i++) {
            if (stop.isMissing(i)) {
                violations.add(Violation.of(Rule.MISSING_STOP, i, "Stop required but not provided"));
            }
        }
    }

    private static void judgeSizes(TextTable trades, SeedPlan plan, String label, List<Violation> violations) {
        double account = plan.accountSize();
        if (account <= 0) {
            return;
        }
        Double limit = plan.limitFor(label);
        if (limit == null) {
            return;
        }
        double most = limit / 100.0 * account;
        SeedColumn entry = SeedColumn.of(trades, "entry_price");
        SeedColumn shares = SeedColumn.of(trades, "shares");
        for (int i = 0; i < trades.rows().size(); i++) {
            if (entry.isMissing(i) || shares.isMissing(i)) {
                continue;
            }
            double value = convertible(trades, entry, i) * convertible(trades, shares, i);
            if (value > most) {
                String detail = "Position value $" + PythonNumber.fixed(value, 0, true) + " exceeds "
                        + PythonNumber.fixed(limit, 1, false) + "% of account ($" + PythonNumber.fixed(most, 0, true)
                        + ") in regime '" + label + "'.";
                violations.add(Violation.of(Rule.OVERSIZED_FOR_REGIME, i, detail));
            }
        }
    }

    private static void judgeExits(TextTable trades, List<Violation> violations) {
        SeedColumn side = SeedColumn.of(trades, "side");
        SeedColumn entry = SeedColumn.of(trades, "entry_price");
        SeedColumn exit = SeedColumn.of(trades, "exit_price");
        SeedColumn stop = SeedColumn.of(trades, "stop_price");
        for (int i = 0; i < trades.rows().size(); i++) {
            boolean isShort = isShort(trades, side, i);
            if (!entry.isMissing(i) && !exit.isMissing(i) && !stop.isMissing(i)) {
                double sign = isShort ? -1 : 1;
                double from = number(trades, entry, i);
                double risk = sign * (from - number(trades, stop, i));
                if (!(Math.abs(risk) < 0.0001)) {
                    judgeExit(i, sign, from, number(trades, exit, i), number(trades, stop, i), risk, violations);
                }
            }
        }
    }

    private static void judgeExit(
            int index, double sign, double entry, double exit, double stop, double risk, List<Violation> violations) {
        // Subtracted the way round the original did: sign * (exit - entry) would turn 0.0 into -0.0 for a short.
        double profit = sign > 0 ? exit - entry : entry - exit;
        double multiple = profit / risk;
        String prices = ". Entry: $" + PythonNumber.fixed(entry, 2, false) + ", Exit: $"
                + PythonNumber.fixed(exit, 2, false) + ", Stop: $" + PythonNumber.fixed(stop, 2, false);
        String shown = PythonNumber.fixed(multiple, 2, false);
        if (0 <= multiple && multiple < 0.5) {
            violations.add(Violation.of(
                    Rule.EARLY_EXIT, index, "Exited at " + shown + "R (less than 0.5R threshold)" + prices));
        }
        if (Math.abs(exit - stop) < 0.01 && Math.abs(risk) > 0.01) {
            violations.add(Violation.of(
                    Rule.LATE_EXIT,
                    index,
                    "Hit stop loss at " + shown + "R. Trade likely had >= 1R unrealized gain before reversing"
                            + prices));
        }
    }

    private static boolean isShort(TextTable trades, SeedColumn side, int row) {
        if (!side.isPresent()) {
            return false;
        }
        String text = side.text(row);
        if (text == null) {
            throw refused(
                    trades, side, row, side.isMissing(row) ? "must be LONG or SHORT, was empty" : "must be a text");
        }
        return text.toUpperCase(Locale.ROOT).equals("SHORT");
    }

    /** A cell of a numeric column, or of a column of texts that reads as a number on its own. */
    private static double convertible(TextTable trades, SeedColumn column, int row) {
        Double number = column.number(row);
        return number != null
                ? number
                : PythonNumber.parse(column.written(row))
                        .orElseThrow(() -> refused(trades, column, row, "must be a number"));
    }

    private static double number(TextTable trades, SeedColumn column, int row) {
        Double number = column.number(row);
        if (number == null) {
            throw refused(trades, column, row, "stands in a column with a text among its numbers");
        }
        return number;
    }

    private static Refusal refused(TextTable trades, SeedColumn column, int row, String message) {
        return Refusal.invalid(
                List.of(new InputProblem(trades.source(), trades.rows().get(row).line(), column.name(), message)));
    }

    private static DisciplineReport report(int count, List<Violation> violations, List<Double> previousScores) {
        int divisor = Math.max(count, 1);
        double rounded = PythonNumber.roundedToCents(1.0 - (double) violations.size() / divisor);
        double score = rounded > 0 ? rounded : 0;
        Map<String, Integer> summary = DisciplineReport.summaryOf(violations);
        int mismatches = summary.getOrDefault(Rule.REGIME_MISMATCH.title(), 0);
        List<Double> scores = new ArrayList<>(previousScores);
        scores.add(score);
        return new DisciplineReport(
                score,
                violations,
                PythonNumber.roundedToCents((double) mismatches / divisor),
                summary,
                ComplianceTrend.of(scores, TREND_RUNS, TREND_THRESHOLD),
                Map.of(),
                "given",
                Map.of("convention", "seed"),
                List.of(),
                count,
                (int) violations.stream()
                        .mapToInt(Violation::tradeIndex)
                        .distinct()
                        .count());
    }
}
