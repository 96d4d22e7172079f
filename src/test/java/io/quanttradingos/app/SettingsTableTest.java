package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTableTest {
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- settings -->\n";
    private static final String END = "<!-- /settings -->";

    @Test
    void the_readme_has_every_setting_with_its_default_and_meaning() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        assertThat(begin).as("the README has the markers of the table").isBetween(BEGIN.length(), end);

        if (Boolean.getBoolean("golden.update")) {
            readme = readme.substring(0, begin) + SettingsTable.markdown() + readme.substring(end);
            Files.writeString(README, readme);
            end = readme.indexOf(END);
        }
        assertThat(readme.substring(begin, end))
                .as("made by -Dgolden.update=true")
                .isEqualTo(SettingsTable.markdown());
    }

    @Test
    void every_setting_is_explained_in_a_sentence() throws IOException {
        assertThat(SettingsTable.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.meaning()).as(row.key()).matches("[A-Z].*\\."));
        assertThat(SettingsTable.rows())
                .extracting(SettingsTable.Row::key)
                .containsExactlyInAnyOrderElementsOf(
                        Settings.of(Map.of(), Map.of(), Path.of("")).keys());
    }
}
