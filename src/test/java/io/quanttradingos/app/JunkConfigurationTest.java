package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies and settings that are missing, damaged or something else: the start is refused in a sentence that names them. */
class JunkConfigurationTest {
    @TempDir
    Path folder;

    private static byte[] binary() {
        byte[] bytes = new byte[3000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private Refusal refusalOf(Map<String, String> overrides) {
        Refusal[] refused = new Refusal[1];
        assertThatThrownBy(() -> ServiceUnderTest.in(folder, overrides).close())
                .isInstanceOfSatisfying(Refusal.class, refusal -> refused[0] = refusal);
        return refused[0];
    }

    private Path policy(String agent) throws IOException {
        ServiceUnderTest.settings(folder, Map.of());
        return folder.resolve("data/config").resolve(agent + ".yaml");
    }

    @ParameterizedTest
    @CsvSource({"regime", "backtest", "sentiment"})
    void a_policy_that_is_no_text_is_named(String agent) throws IOException {
        Files.write(policy(agent), binary());

        assertThat(refusalOf(Map.of()).detail()).isEqualTo("config/" + agent + ".yaml: is not in UTF-8");
    }

    @Test
    void a_policy_with_a_zero_byte_is_named() throws IOException {
        Files.writeString(policy("regime"), "short_window: 5\0\n");

        assertThat(refusalOf(Map.of()).detail()).startsWith("config/regime.yaml");
    }

    @Test
    void a_policy_that_is_a_folder_is_named() throws IOException {
        Path policy = policy("guardian");
        Files.delete(policy);
        Files.createDirectory(policy);

        assertThat(refusalOf(Map.of()).detail()).isEqualTo("config/guardian.yaml: is a folder, and no file");
    }

    @Test
    void a_configuration_that_is_named_must_be_there() {
        Path nowhere = folder.resolve("nowhere");

        assertThat(refusalOf(Map.of("qtos.config.path", nowhere.toString())).detail())
                .isEqualTo("QTOS_CONFIG_PATH must be a folder or a file that exists, was '" + nowhere + "'");
    }

    @Test
    void without_the_usual_folder_of_policies_the_defaults_count() throws IOException {
        Path config = policy("regime").getParent();
        Files.move(config, folder.resolve("aside"));

        try (ServiceUnderTest service = ServiceUnderTest.in(folder)) {
            assertThat(Http.get(service, "/decision").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void settings_that_are_no_text_are_refused() throws IOException {
        Files.write(folder.resolve(Workspace.SETTINGS), binary());

        assertThatThrownBy(() -> SettingsFile.under(Map.of(), folder)).hasMessage("qtos.env: is not in UTF-8");
    }

    @Test
    void settings_with_a_zero_byte_are_refused_with_their_line() throws IOException {
        Files.write(folder.resolve(Workspace.SETTINGS), "QTOS_PORT=8000\nQTOS_DATA_DIR=\0\n".getBytes(UTF_8));

        assertThatThrownBy(() -> SettingsFile.under(Map.of(), folder))
                .hasMessage("qtos.env:2 holds a zero byte: this is no text");
    }

    @Test
    void settings_that_are_a_folder_are_refused() throws IOException {
        Files.createDirectory(folder.resolve(Workspace.SETTINGS));

        assertThatThrownBy(() -> SettingsFile.under(Map.of(), folder))
                .isInstanceOf(Refusal.class)
                .hasMessage("qtos.env: is a folder, and no file");
    }
}
