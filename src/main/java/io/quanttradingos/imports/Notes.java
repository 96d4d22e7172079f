package io.quanttradingos.imports;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is met on the way through an export: rows left out, warnings, problems. */
final class Notes {
    private static final int MOST_PROBLEMS = 50;
    private static final int LINES_NAMED = 5;

    private final String source;
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<InputProblem> problems = new ArrayList<>();
    private final Map<String, List<Integer>> repeated = new LinkedHashMap<>();

    Notes(String source) {
        this.source = source;
    }

    void leaveOut(SheetRow row, String why) {
        leftOut.add(new LeftOut(row.line(), Cells.shown(row), why));
    }

    /** Leaves a row out that its sender may have wanted. */
    void leaveOutWithWarning(SheetRow row, String why) {
        leaveOut(row, why);
        warn("left out, because it " + why, row.line());
    }

    /** A warning that may hold for several lines; they are named together. */
    void warn(String sentence, int line) {
        repeated.computeIfAbsent(sentence, any -> new ArrayList<>()).add(line);
    }

    void problem(int line, @Nullable String column, String message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new InputProblem(source, line, column, message));
        }
    }

    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        repeated.forEach((sentence, lines) -> warnings.add(named(lines) + " " + sentence));
        return warnings;
    }

    private static String named(List<Integer> lines) {
        List<String> first =
                lines.stream().limit(LINES_NAMED).map(String::valueOf).toList();
        String more = lines.size() > LINES_NAMED ? " and " + (lines.size() - LINES_NAMED) + " more" : "";
        return (lines.size() == 1 ? "line " : "lines ") + String.join(", ", first) + more + ":";
    }
}
