package io.quanttradingos.table;

/** Texts that a spreadsheet would run as a formula, were they written as they are. */
public final class FormulaText {
    private static final String BEGINS_FORMULA = "=+-@\t\r";

    private FormulaText() {}

    /** Whether a cell of this text would be run. A negative number begins so too: whoever writes it knows that it is one. */
    public static boolean isRun(String text) {
        return !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0;
    }
}
