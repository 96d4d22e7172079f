package io.quanttradingos.journal;

import io.quanttradingos.table.TextRow;
import io.quanttradingos.table.TextTable;
import java.util.ArrayList;
import java.util.List;

/** Tables from plain comma-separated lines, no quoting. */
final class Tables {
    private Tables() {}

    static TextTable of(String... lines) {
        return of(List.of(lines));
    }

    static TextTable of(List<String> lines) {
        List<TextRow> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            rows.add(new TextRow(i + 1, List.of(lines.get(i).split(",", -1))));
        }
        return new TextTable("journal.csv", 1, List.of(lines.get(0).split(",", -1)), rows);
    }

    static Journal journal(String... lines) {
        return Journal.read(of(lines)).orRefuse();
    }

    static JournalReport review(List<String> lines) {
        return JournalAgent.review(Journal.read(of(lines)).orRefuse(), JournalPolicy.defaults(), null);
    }
}
