package io.quanttradingos.backtest.seed;

import java.util.Set;

/**
 * Reads the cells of one column of numbers, and how: which is a property of the whole column.
 *
 * <p>Numbers where every filled cell is one; truth values, as 1 and 0, where every filled cell is one of those; else texts,
 * each of which must be a number to Python.
 */
final class NumberColumn {
    private static final Set<String> TRUE = Set.of("True", "TRUE", "true");
    private static final Set<String> FALSE = Set.of("False", "FALSE", "false");

    private enum Reading {
        NUMBERS,
        TRUTHS,
        TEXTS
    }

    private final String name;
    private Reading reading = Reading.NUMBERS;

    /** The number of the cell just read; NaN where it is missing. */
    double value;

    NumberColumn(String name) {
        this.name = name;
    }

    /** Reads a cell into {@link #value}; false where the column has to be read again from its first cell. */
    boolean read(CsvCells cells) {
        if (reading == Reading.NUMBERS) {
            value = NumberText.read(cells.cell, cells.from, cells.to);
            if (!Double.isNaN(value)) {
                return true;
            }
        }
        value = Double.NaN;
        return NumberText.isMissing(cells.cell, cells.from, cells.to) || word(cells);
    }

    private boolean word(CsvCells cells) {
        String text = cells.text();
        boolean truth = TRUE.contains(text) || FALSE.contains(text);
        return switch (reading) {
            case NUMBERS -> again(truth ? Reading.TRUTHS : Reading.TEXTS);
            case TRUTHS -> {
                value = TRUE.contains(text) ? 1 : 0;
                yield truth || again(Reading.TEXTS);
            }
            case TEXTS -> {
                value = python(cells, text);
                yield true;
            }
        };
    }

    private boolean again(Reading next) {
        reading = next;
        return false;
    }

    private double python(CsvCells cells, String text) {
        return PythonFloat.of(text)
                .orElseThrow(() ->
                        cells.refusal(cells.cellLine, name, "must be a number, was '" + ShortText.of(text) + "'"));
    }
}
