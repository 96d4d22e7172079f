package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The examples in {@code deploy}: what a daemon would need to be there, and no secret. */
@Tag("one-java")
class DeployTest {
    private static final Path DEPLOY = Path.of("deploy");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");

    private static JsonNode compose() throws IOException {
        Object yaml = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(DEPLOY.resolve("compose.yaml")));
        return Json.mapper().valueToTree(yaml);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void every_service_of_the_compose_file_has_what_it_refers_to() throws IOException {
        JsonNode compose = compose();
        assertThat(names(compose)).containsExactlyInAnyOrder("name", "services", "volumes");
        JsonNode services = compose.path("services");
        assertThat(names(services)).containsExactlyInAnyOrder("orchestrator", "data-service", "postgres");
        for (String name : names(services)) {
            JsonNode service = services.path(name);
            assertThat(service.path("image").asText()).as(name).isNotBlank();
            assertThat(service.path("restart").asText()).isEqualTo("unless-stopped");
            for (JsonNode volume : service.path("volumes")) {
                assertThat(names(compose.path("volumes")))
                        .contains(volume.asText().split(":", 2)[0]);
            }
            for (String needed : names(service.path("depends_on"))) {
                assertThat(services.path(needed).has("healthcheck")).isTrue();
            }
            for (JsonNode port : service.path("ports")) {
                assertThat(port.asText()).startsWith("127.0.0.1:");
            }
        }
        JsonNode orchestrator = services.path("orchestrator");
        assertThat(orchestrator.path("image").asText()).isEqualTo("qtos-orchestrator:" + pomVersion());
        assertThat(orchestrator.at("/healthcheck/test").toString()).contains(Probe.class.getName());
        assertThat(orchestrator.path("read_only").asBoolean()).isTrue();
    }

    private static String pomVersion() throws IOException {
        Matcher version = Pattern.compile("<artifactId>qtos-orchestrator</artifactId>\\s*<version>([^<]+)<")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    @Test
    void nothing_has_a_default_that_lets_anyone_in_and_every_variable_is_in_the_example() throws IOException {
        String text = Files.readString(DEPLOY.resolve("compose.yaml"));
        String example = Files.readString(DEPLOY.resolve("compose.env.example"));
        Set<String> variables = new TreeSet<>();
        for (Matcher variable = VARIABLE.matcher(text); variable.find(); ) {
            variables.add(variable.group(1));
        }

        assertThat(variables).contains("QTOS_API_TOKEN", "POSTGRES_PASSWORD");
        assertThat(variables).allSatisfy(name -> assertThat(example).containsPattern("(?m)^" + name + "=$"));
        assertThat(compose()
                        .at("/services/orchestrator/environment/QTOS_API_TOKEN")
                        .asText())
                .startsWith("${QTOS_API_TOKEN:?");
        for (JsonNode service : compose().path("services")) {
            service.path("environment").fields().forEachRemaining(setting -> {
                if (setting.getKey().matches(".*(TOKEN|KEY|PASSWORD).*")) {
                    assertThat(setting.getValue().asText()).matches("\\$\\{[A-Z_]+:(-|\\?[^}]+)}");
                }
            });
        }
    }

    @Test
    void every_setting_of_the_orchestrator_there_is_one() throws IOException {
        Settings settings = Settings.of(Map.of(), Map.of(), Path.of("").toAbsolutePath());
        Set<String> known = new TreeSet<>();
        settings.keys().forEach(key -> known.add(Settings.environmentVariable(key)));

        assertThat(known).containsAll(names(compose().at("/services/orchestrator/environment")));
        Matcher set = Pattern.compile("[ =]((?:QTOS|ORCHESTRATOR)_[A-Z_]+)=")
                .matcher(Files.readString(DEPLOY.resolve("qtos.service")));
        int found = 0;
        while (set.find()) {
            found++;
            assertThat(known).contains(set.group(1));
        }
        assertThat(found).isGreaterThanOrEqualTo(4);
    }

    @Test
    void systemd_finds_nothing_wrong_with_the_unit_and_thinks_it_well_shut_off(@TempDir Path folder) throws Exception {
        Path analyze = Path.of("/usr/bin/systemd-analyze");
        assumeThat(analyze).exists();
        Path program = Files.createFile(
                folder.resolve("qtos"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        String unit = Files.readString(DEPLOY.resolve("qtos.service"))
                .replace("ExecStart=/opt/qtos/qtos", "ExecStart=" + program);
        Path copy = Files.writeString(folder.resolve("qtos.service"), unit);

        assertThat(unit).contains("ExecStart=" + program);
        assertThat(said(analyze.toString(), "verify", copy.toString())).isEmpty();
        Matcher level = Pattern.compile("Overall exposure level for qtos\\.service: ([0-9.]+)")
                .matcher(said(analyze.toString(), "security", "--offline=true", copy.toString()));
        assumeThat(level.find()).as("an older systemd does not look at files").isTrue();
        assertThat(Double.parseDouble(level.group(1))).isLessThan(2);
    }

    private static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }
}
