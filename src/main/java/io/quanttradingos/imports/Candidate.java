package io.quanttradingos.imports;

import java.util.List;

/**
 * A format that a sheet may be of.
 *
 * @param lines all of the sheet but blank rows
 * @param score how many header cells and marks it explains
 */
record Candidate(Declared format, Sheet sheet, List<Line> lines, int score) {}
