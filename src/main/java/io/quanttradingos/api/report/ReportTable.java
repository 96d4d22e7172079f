package io.quanttradingos.api.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of a page that is written without a script; on a narrow screen one of {@link #stacked} rows becomes a card.
 *
 * <p>The roles are written out, since a stacked one is no table to a narrow screen's style.
 */
final class ReportTable {
    /** Writes the inside of a cell. */
    @FunctionalInterface
    interface Cell {
        void write(Markup page);
    }

    private record Column(String title, @Nullable String kind) {}

    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();
    private @Nullable String look;

    ReportTable(String caption) {
        this.caption = caption;
    }

    ReportTable words(String title) {
        return column(title, null);
    }

    ReportTable number(String title) {
        return column(title, "number");
    }

    ReportTable prose(String title) {
        return column(title, "prose");
    }

    ReportTable bars(String title) {
        return column(title, "bar-cell");
    }

    private ReportTable column(String title, @Nullable String kind) {
        columns.add(new Column(title, kind));
        return this;
    }

    ReportTable stacked() {
        look = "stacked";
        return this;
    }

    static Cell of(@Nullable String text) {
        return page -> page.value(text);
    }

    ReportTable row(Cell... cells) {
        rows.add(List.of(cells));
        return this;
    }

    void write(Markup page) {
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        page.open("table", "class", look, "role", "table");
        page.element("caption", caption, "class", "hidden");
        page.open("thead", "role", "rowgroup").open("tr", "role", "row");
        for (Column column : columns) {
            page.element("th", column.title, "scope", "col", "role", "columnheader", "class", column.kind);
        }
        page.close().close().open("tbody", "role", "rowgroup");
        rows.forEach(row -> write(page, row));
        page.close().close().close();
    }

    private void write(Markup page, List<Cell> row) {
        page.open("tr", "role", "row");
        for (int i = 0; i < row.size(); i++) {
            Column column = columns.get(i);
            if (i == 0) {
                page.open("th", "scope", "row", "role", "rowheader", "class", column.kind);
            } else {
                page.open("td", "role", "cell", "class", column.kind, "data-title", column.title);
            }
            row.get(i).write(page);
            page.close();
        }
        page.close();
    }
}
