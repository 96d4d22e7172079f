package io.quanttradingos.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;

/** Looks at a state folder without changing it, also while a service uses it. */
public final class StoreCheck {
    private static final String SOUND = "ok";
    private static final int PATIENCE_MILLIS = 5_000;

    private StoreCheck() {}

    /** Whether anything was ever recorded in a folder. */
    public static boolean isBegun(Path folder) {
        return Files.isRegularFile(database(folder));
    }

    private static Path database(Path folder) {
        return folder.resolve("runs.db");
    }

    /** What SQLite says of a run store whose pages do not fit together; empty where they do. */
    public static Optional<String> damage(Path folder) {
        SQLiteConfig reading = new SQLiteConfig();
        reading.setReadOnly(true);
        reading.setBusyTimeout(PATIENCE_MILLIS);
        try (Connection connection = reading.createConnection("jdbc:sqlite:" + database(folder));
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("PRAGMA quick_check(1)")) {
            String first = found.next() ? found.getString(1) : "says nothing";
            return first.equals(SOUND) ? Optional.empty() : Optional.of(first);
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The files that were set aside because they were damaged, by their names. */
    public static List<String> setAside(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = new ArrayList<>(
                    files.map(file -> String.valueOf(file.getFileName())).toList());
            names.removeIf(name -> !name.contains(".corrupt-"));
            names.sort(null);
            return names;
        }
    }
}
