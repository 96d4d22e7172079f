package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.failure.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
    private static final Path HOME = Path.of("/opt/qtos");

    private static Settings settings(Map<String, String> environment) {
        return Settings.of(environment, Map.of(), HOME);
    }

    static Stream<String> keys() {
        return settings(Map.of()).keys().stream();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void each_setting_is_overridden_by_its_environment_variable_and_that_by_the_command_line(String key) {
        String variable = Settings.environmentVariable(key);
        assertThat(variable).matches("[A-Z][A-Z0-9_]+").isEqualTo(variable.strip());

        assertThat(settings(Map.of(variable, "from environment")).text(key)).contains("from environment");
        assertThat(Settings.of(Map.of(variable, "from environment"), Map.of(key, "from command line"), HOME)
                        .text(key))
                .contains("from command line");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void each_default_can_be_used(String key) {
        SettingKinds.require(settings(Map.of()), key);
    }

    @ParameterizedTest
    @CsvSource({
        "qtos.port, 65536, 'QTOS_PORT must be a whole number from 0 to 65535, was ''65536'''",
        "qtos.port, 8000.5, 'QTOS_PORT must be a whole number from 0 to 65535, was ''8000.5'''",
        "qtos.allow.anonymous, perhaps, 'QTOS_ALLOW_ANONYMOUS must be true or false, was ''perhaps'''",
        "qtos.default.discipline.score, NaN, 'QTOS_DEFAULT_DISCIPLINE_SCORE must be a number from 0 to 1, was ''NaN'''",
        "qtos.default.discipline.score, 1.01, 'QTOS_DEFAULT_DISCIPLINE_SCORE must be a number from 0 to 1, was ''1.01'''",
        "orchestrator.schedule.time.zone, Moon/Base, 'ORCHESTRATOR_SCHEDULE_TIME_ZONE must be a time zone such as America/New_York, was ''Moon/Base'''",
        "qtos.price.sources, 'yahoo,bloomberg', 'QTOS_PRICE_SOURCES must be a comma-separated list of csv, data_service, yahoo, was ''yahoo,bloomberg'''",
        "qtos.upstream.mode, reply, 'QTOS_UPSTREAM_MODE must be one of live, record, replay, was ''reply'''",
        "openai.temperature, 2.1, 'OPENAI_TEMPERATURE must be a number from 0 to 2, was ''2.1'''",
        "qtos.upstream.retries, -1, 'QTOS_UPSTREAM_RETRIES must be a whole number from 0 to 10, was ''-1'''",
        "qtos.state.dir, ' ', 'QTOS_STATE_DIR must be a folder, was '''''",
    })
    void a_bad_value_is_refused_in_a_sentence_that_names_the_variable(String key, String value, String sentence) {
        Settings settings = settings(Map.of(Settings.environmentVariable(key), value));

        assertThatThrownBy(() -> SettingKinds.require(settings, key))
                .isInstanceOf(Refusal.class)
                .hasMessage(sentence);
    }

    @Test
    void folders_of_the_defaults_are_in_the_home_and_those_of_the_user_where_the_user_is() {
        assertThat(settings(Map.of()).folder("qtos.state.dir")).isEqualTo(HOME.resolve("state"));
        assertThat(settings(Map.of("QTOS_STATE_DIR", "mine")).folder("qtos.state.dir"))
                .isEqualTo(Path.of("mine").toAbsolutePath());
    }

    @Test
    void values_are_read_as_what_they_stand_for() {
        Settings settings = settings(Map.of(
                "QTOS_ALLOW_ANONYMOUS", "YES",
                "QTOS_PORT", " 0 ",
                "ORCHESTRATOR_SCHEDULE_TIME_ZONE", "Europe/Berlin",
                "QTOS_PRICE_SOURCES", "yahoo , data_service"));

        assertThat(settings.flag("qtos.allow.anonymous")).isTrue();
        assertThat(settings.number("qtos.port")).isZero();
        assertThat(settings.zone("orchestrator.schedule.time.zone")).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(settings.words("qtos.price.sources", SettingKinds.PRICE_SOURCES))
                .containsExactly("yahoo", "data_service");
        assertThat(settings.milliseconds("qtos.upstream.timeout.millis")).isEqualTo(Duration.ofSeconds(8));
        assertThat(settings.text("qtos.api.token")).isEmpty();
        assertThat(settings.path("qtos.recordings.dir")).isEmpty();
        assertThat(settings.word("qtos.upstream.mode", SettingKinds.UPSTREAM_MODES))
                .isEqualTo("live");
        assertThat(settings.decimal("openai.temperature", 0, 2)).isZero();
    }

    @Test
    void a_setting_nobody_knows_is_a_mistake_of_ours() {
        assertThatThrownBy(() -> settings(Map.of()).text("qtos.prot"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("qtos.prot");
    }
}
