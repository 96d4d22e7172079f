package io.quanttradingos.discipline;

import io.quanttradingos.table.FormulaText;

/**
 * The violations of a report as a CSV text:
 *
 * <pre>
 * trade_index,violation_type,detail
 * 3,"Missing Stop","No stop price, and the plan requires one on every trade."
 * </pre>
 *
 * <p>Texts stand in quotes, a quote within doubled. Outside the seed conventions a text a spreadsheet would run as a
 * formula gets a leading apostrophe.
 */
public final class ViolationsCsv {
    private ViolationsCsv() {}

    /** The whole file, lines ended by a line feed. */
    public static String of(DisciplineReport report) {
        boolean asWritten = "seed".equals(report.conventions().get("convention"));
        StringBuilder csv = new StringBuilder("trade_index,violation_type,detail\n");
        for (Violation violation : report.violations()) {
            csv.append(violation.tradeIndex()).append(',');
            append(csv, violation.violationType(), asWritten);
            append(csv.append(','), violation.detail(), asWritten);
            csv.append('\n');
        }
        return csv.toString();
    }

    private static void append(StringBuilder csv, String text, boolean asWritten) {
        csv.append('"')
                .append(FormulaText.isRun(text) && !asWritten ? "'" : "")
                .append(text.replace("\"", "\"\""))
                .append('"');
    }
}
