package io.quanttradingos.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.app.ServiceUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The routes read as a table of contents: named, described, short, and leading nowhere that is not there. */
@Tag("one-java")
class RoutesTest {
    private static final int MOST_STEPS = 12;
    private static final YamlSchema SCHEMA = YamlSchema.ofCamel();

    /** Where Simple is written: the claimed file's names and its way, and the character between cells. */
    private static final Set<String> SIMPLE = Set.of("preMove", "move", "dataformat:csv:unmarshal");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            List<Path> found = files.sorted().toList();
            assertThat(found)
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allMatch(file -> file.toString().matches("routes.[0-9]{2}-[a-z-]+\\.camel\\.yaml"));
            return found;
        }
    }

    private static JsonNode read(Path file) {
        try {
            Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            return Json.mapper().valueToTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> routes() throws IOException {
        List<JsonNode> routes = new ArrayList<>();
        for (Path file : files()) {
            read(file).findValues("route").forEach(routes::add);
        }
        assertThat(routes).hasSizeGreaterThan(15);
        return routes;
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_is_what_camels_own_schema_asks_for(Path file) {
        assertThat(SCHEMA.problems(read(file))).isEmpty();
    }

    @Test
    void the_schema_finds_what_is_wrong() throws IOException {
        JsonNode wrong = Json.mapper().readTree("""
                        [{"route": {"id": "a", "form": {"uri": "direct:a"}}},
                         {"route": {"from": {"uri": "direct:b", "steps": [{"bean": {"reff": "x"}}]}}}]""");

        assertThat(SCHEMA.problems(wrong)).isNotEmpty();
    }

    @Test
    void every_route_has_an_id_of_its_own_and_a_description() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (JsonNode route : routes()) {
            String id = route.path("id").asText();
            assertThat(id).matches("[a-z]+(-[a-z]+)*");
            assertThat(ids.add(id)).as(id + " is there once").isTrue();
            assertThat(route.path("description").asText()).as(id).endsWith(".");
        }
    }

    @Test
    void a_route_named_for_itself_begins_at_its_name() throws IOException {
        for (JsonNode route : routes()) {
            String from = route.at("/from/uri").asText();
            if (from.startsWith("direct:")) {
                assertThat(from).isEqualTo("direct:" + route.path("id").asText());
            }
        }
    }

    @Test
    void no_route_is_longer_than_a_page() throws IOException {
        for (JsonNode route : routes()) {
            int steps = 0;
            for (JsonNode inner : route.findValues("steps")) {
                steps += inner.size();
            }
            assertThat(steps).as(route.path("id").asText()).isBetween(1, MOST_STEPS);
        }
    }

    @Test
    void every_direct_that_is_named_exists() throws IOException {
        Set<String> begins = new TreeSet<>();
        Set<String> named = new TreeSet<>();
        for (Path file : files()) {
            JsonNode document = read(file);
            document.findValues("from")
                    .forEach(from -> begins.add(from.path("uri").asText()));
            texts(document, "", (place, text) -> {
                if (text.startsWith("direct:")) {
                    named.add(text);
                }
            });
        }

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(begins).containsAll(named);
    }

    @Test
    void simple_is_written_in_file_names_and_logs_only() throws IOException {
        for (Path file : files()) {
            texts(read(file), "", (place, text) -> {
                if (text.contains("${")) {
                    assertThat(SIMPLE)
                            .as(file + place + ": " + text)
                            .anyMatch(allowed -> place.endsWith("/" + allowed) || text.startsWith(allowed));
                }
                assertThat(place).as("logic in Simple").doesNotEndWith("/simple");
            });
        }
    }

    private static void texts(JsonNode node, String place, BiConsumer<String, String> each) {
        if (node.isTextual()) {
            each.accept(place, node.asText());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                texts(node.get(i), place + "/" + i, each);
            }
        } else {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                texts(field.getValue(), place + "/" + field.getKey(), each);
            }
        }
    }

    @Test
    void every_route_starts_with_every_bean_and_method_it_names(@TempDir Path folder) throws IOException {
        try (ServiceUnderTest service =
                ServiceUnderTest.in(folder, Map.of("orchestrator.schedule.cron", "0 0 1 1 *"))) {
            CamelContext context = service.context();
            Set<String> started = new TreeSet<>();
            for (Route route : context.getRoutes()) {
                started.add(route.getRouteId());
            }
            for (JsonNode route : routes()) {
                assertThat(started).contains(route.path("id").asText());
            }
            for (Path file : files()) {
                for (JsonNode bean : read(file).findValues("bean")) {
                    expectMethod(context, bean);
                }
                for (JsonNode method : read(file).findValues("method")) {
                    if (method.isObject()) {
                        expectMethod(context, method);
                    }
                }
            }
        }
    }

    private static void expectMethod(CamelContext context, JsonNode bean) {
        Object found = context.getRegistry().lookupByName(bean.path("ref").asText());
        assertThat(found).as(bean.toString()).isNotNull();
        assertThat(found.getClass().getMethods())
                .extracting(java.lang.reflect.Method::getName)
                .as(bean.toString())
                .containsOnlyOnce(bean.path("method").asText());
    }
}
