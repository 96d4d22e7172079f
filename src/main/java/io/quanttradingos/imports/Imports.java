package io.quanttradingos.imports;

import io.quanttradingos.failure.Refusal;
import java.util.List;

/** Reads exports in every format that is declared. */
public final class Imports {
    private Imports() {}

    /**
     * Reads an export.
     *
     * @param sheets the tables of one file; a text file has one
     * @throws Refusal where it is no known format, or a cell of it cannot be read: file, line, column, what was seen
     */
    public static ImportReading read(List<Sheet> sheets, Answers answers) {
        throw Refusal.invalid("nothing is read yet: " + sheets.size() + " " + answers);
    }
}
