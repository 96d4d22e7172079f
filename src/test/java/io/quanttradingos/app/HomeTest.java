package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void what_the_launcher_says_wins() {
        assertThat(Home.find("/opt/qtos/../other", folder, null)).isEqualTo(Path.of("/opt/other"));
    }

    @Test
    void a_workspace_is_the_home_of_what_is_started_in_it() throws IOException {
        Files.writeString(folder.resolve("qtos.env"), "");

        assertThat(Home.find("/opt/qtos", folder, null)).isEqualTo(folder);
    }

    @Test
    void the_working_directory_is_the_home_where_it_has_data() throws IOException {
        Files.createDirectories(folder.resolve("here/data"));
        Files.createDirectories(folder.resolve("there/data"));

        assertThat(Home.find(null, folder.resolve("here"), folder.resolve("there/target/qtos.jar")))
                .isEqualTo(folder.resolve("here"));
    }

    @Test
    void else_the_folder_above_the_one_of_the_jar_is() throws IOException {
        Files.createDirectories(folder.resolve("here"));
        Files.createDirectories(folder.resolve("there/data"));

        assertThat(Home.find(null, folder.resolve("here"), folder.resolve("there/target/qtos.jar")))
                .isEqualTo(folder.resolve("there"));
    }

    @Test
    void without_data_anywhere_the_working_directory_is_taken() {
        assertThat(Home.find(null, folder, folder.resolve("there/target/qtos.jar")))
                .isEqualTo(folder);
        assertThat(Home.find(null, folder, null)).isEqualTo(folder);
    }
}
