package io.quanttradingos.imports;

import io.quanttradingos.imports.Line.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds a sheet against a format: where its headers stand and which rows are whose. */
final class Recogniser {
    /** A header further down than this is none. */
    static final int ROWS_ABOVE_HEADER = 200;

    private static final int WORTH_OF_MARK = 2;

    private final Declared format;
    private final Sheet sheet;
    private final List<HeaderCells> first;
    private int score;

    private Recogniser(Declared format, Sheet sheet, List<HeaderCells> first) {
        this.first = first;
        this.format = format;
        this.sheet = sheet;
    }

    /**
     * The format as a candidate, or null where the sheet is not of it.
     *
     * @param first its first rows, {@link #ROWS_ABOVE_HEADER} at most
     */
    static @Nullable Candidate match(Declared format, Sheet sheet, List<HeaderCells> first) {
        Recogniser recogniser = new Recogniser(format, sheet, first);
        List<Line> lines = switch (format.declaration.sectionsBy()) {
            case "first_cell" -> recogniser.sectionsByFirstCell();
            case "title" -> recogniser.sectionsByTitle();
            default -> recogniser.table();
        };
        return lines == null || !recogniser.hasMarks(lines)
                ? null
                : new Candidate(format, sheet, lines, recogniser.score);
    }

    private boolean hasMarks(List<Line> lines) {
        Set<TextPattern> missing = new HashSet<>(format.marks);
        for (Line line : lines) {
            if (missing.isEmpty() || (line.role() == Role.HEADER && format.sections.isEmpty())) {
                break;
            }
            for (String cell : line.row().cells()) {
                String normal = TextPattern.normal(Cells.bare(cell));
                missing.removeIf(mark -> mark.matches(normal));
            }
        }
        score += WORTH_OF_MARK * format.marks.size();
        return missing.isEmpty();
    }

    private @Nullable List<Line> table() {
        int header = -1;
        Columns columns = null;
        int most = first.size();
        for (int i = 0; i < most && columns == null; i++) {
            columns = columns(i);
            header = i;
        }
        return columns == null ? null : lines(header, columns);
    }

    private @Nullable Columns columns(int row) {
        if (format.wide != null || format.declaration.headerRows() > 1) {
            WideHeader wide = WideHeader.of(format, sheet.rows(), row);
            score += wide == null ? 0 : wide.width();
            return wide == null ? null : wide.columns();
        }
        Columns columns = Columns.of(format, first.get(row));
        score += columns == null ? 0 : columns.understood();
        return columns;
    }

    private List<Line> lines(int header, Columns columns) {
        List<Line> lines = new ArrayList<>();
        List<String> headerCells = sheet.rows().get(header).cells();
        int lastHeader = header + format.declaration.headerRows() - 1;
        for (int i = 0; i < sheet.rows().size(); i++) {
            SheetRow row = sheet.rows().get(i);
            if (Cells.isBlank(row)) {
                continue;
            }
            if (i < header) {
                lines.add(Line.outside(row, "stands above the header"));
            } else if (i <= lastHeader || row.cells().equals(headerCells)) {
                lines.add(new Line(row, Role.HEADER, format, columns, ""));
            } else {
                lines.add(new Line(row, Role.DATA, format, columns, ""));
            }
        }
        return lines;
    }

    /** Rows such as {@code Trades,Header,…} and {@code Trades,Data,…}. */
    private @Nullable List<Line> sectionsByFirstCell() {
        List<Line> lines = new ArrayList<>();
        Declared section = null;
        Columns columns = null;
        String name = "";
        boolean any = false;
        for (SheetRow row : sheet.rows()) {
            if (Cells.isBlank(row)) {
                continue;
            }
            String first = Cells.bare(row.cells().get(0));
            if (!first.equals(name)) {
                name = first;
                section = format.sections.get(first);
                columns = null;
            }
            if (section != null
                    && row.cells().size() > 1
                    && Cells.bare(row.cells().get(1)).equals("Header")) {
                columns = Columns.of(section, HeaderCells.of(row));
                score += columns == null ? 0 : columns.understood();
                any |= columns != null;
                lines.add(columns == null ? elsewhere(row, name) : new Line(row, Role.HEADER, section, columns, name));
            } else {
                lines.add(
                        section == null || columns == null
                                ? elsewhere(row, name)
                                : new Line(row, Role.DATA, section, columns, name));
            }
        }
        return any ? lines : null;
    }

    private static Line elsewhere(SheetRow row, String section) {
        return Line.outside(row, "belongs to '" + Cells.shown(section) + "', which is not read");
    }

    /** Tables one below the other, each under a row with its name and above a blank one. */
    private @Nullable List<Line> sectionsByTitle() {
        List<Line> lines = new ArrayList<>();
        Declared section = null;
        Columns columns = null;
        boolean any = false;
        String name = "the rows above";
        for (SheetRow row : sheet.rows()) {
            if (Cells.isBlank(row)) {
                section = null;
                columns = null;
                continue;
            }
            Declared titled = Cells.filled(row) == 1 ? format.sections.get(Cells.first(row)) : null;
            if (titled != null || (section == null && Cells.filled(row) == 1)) {
                section = titled;
                columns = null;
                name = Cells.first(row);
                lines.add(titled == null ? elsewhere(row, name) : Line.outside(row, "is a title"));
            } else if (section != null && columns == null) {
                columns = Columns.of(section, HeaderCells.of(row));
                score += columns == null ? 0 : columns.understood();
                any |= columns != null;
                section = columns == null ? null : section;
                lines.add(columns == null ? elsewhere(row, name) : new Line(row, Role.HEADER, section, columns, name));
            } else {
                lines.add(
                        section == null
                                ? elsewhere(row, name)
                                : new Line(row, Role.DATA, section, Objects.requireNonNull(columns), name));
            }
        }
        return any ? lines : null;
    }
}
