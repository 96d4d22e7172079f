package io.quanttradingos.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The settings as a Markdown table, made from {@code application.properties} and the comments in it. */
final class SettingsTable {
    private static final Path SETTINGS = Path.of("src/main/resources/application.properties");

    private SettingsTable() {}

    /** One setting, with the comment above it. */
    record Row(String key, String usual, String meaning) {}

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        StringBuilder comment = new StringBuilder();
        for (String line : Files.readAllLines(SETTINGS)) {
            if (line.startsWith("#")) {
                comment.append(comment.isEmpty() ? "" : " ")
                        .append(line.substring(1).strip());
                continue;
            }
            int equals = line.indexOf('=');
            if (equals > 0) {
                rows.add(new Row(line.substring(0, equals), line.substring(equals + 1), comment.toString()));
            }
            comment.setLength(0);
        }
        return rows;
    }

    static String markdown() throws IOException {
        StringBuilder table = new StringBuilder("| Variable | Default | Meaning |\n|---|---|---|\n");
        for (Row row : rows()) {
            table.append("| `")
                    .append(Settings.environmentVariable(row.key()))
                    .append("` | ")
                    .append(row.usual().isEmpty() ? "" : '`' + row.usual() + '`')
                    .append(" | ")
                    .append(row.meaning().replace("|", "\\|"))
                    .append(" |\n");
        }
        return table.toString();
    }
}
