package io.quanttradingos.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.app.ServiceUnderTest;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document by itself: valid, complete, and the one that is committed. */
@Tag("one-java")
class OpenApiDocumentTest {
    private static final Path COMMITTED = Path.of("src", "docs", "openapi.json");
    private static final Path EXAMPLE = Path.of("src", "main", "resources", "openapi", "decision-example.json");

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;
    private static ServedDocument served;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.in(folder);
        served = ServedDocument.of(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_standard_parser_has_no_complaint() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        SwaggerParseResult parsed =
                new OpenAPIV3Parser().readContents(served.tree().toString(), null, options);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).hasSizeGreaterThan(5);
    }

    @Test
    void the_committed_document_is_the_served_one() throws IOException {
        ObjectNode current = served.tree().deepCopy();
        current.withObject("/info").put("version", projectVersion());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(COMMITTED, Json.pretty(current) + "\n");
        }
        assertThat(Json.pretty(current) + "\n")
                .as("regenerate with -Dgolden.update=true")
                .isEqualTo(Files.readString(COMMITTED));
    }

    /** Tests run from class files, which do not know the version that the jar does. */
    private static String projectVersion() throws IOException {
        Matcher version = Pattern.compile("<version>(.*?)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    @Test
    void every_operation_says_what_it_does() {
        Set<String> ids = new HashSet<>();
        Tree.forEachOperation((ObjectNode) served.tree(), (id, operation) -> {
            for (String field : List.of("summary", "description", "operationId")) {
                assertThat(operation.path(field).asText()).as(id + " " + field).isNotBlank();
            }
            assertThat(operation.path("tags")).as(id + " tags").hasSize(1);
            assertThat(ids.add(id)).as(id + " is unique").isTrue();
            for (JsonNode response : operation.path("responses")) {
                assertThat(response.has("$ref")
                                || !response.path("description").asText().equals("OK"))
                        .as(id + " describes its answers")
                        .isTrue();
            }
        });
        assertThat(ids).contains("postDecision", "getDecision", "getHealth");
    }

    @Test
    void every_parameter_says_what_it_is() {
        int[] seen = {0};
        Tree.forEachOperation((ObjectNode) served.tree(), (id, operation) -> {
            for (JsonNode parameter : operation.path("parameters")) {
                String name = id + " " + parameter.path("name").asText();
                assertThat(parameter.path("description").asText()).as(name).isNotBlank();
                assertThat(parameter.has("example"))
                        .as(name + " has an example")
                        .isTrue();
                seen[0]++;
            }
        });
        assertThat(seen[0]).isGreaterThan(20);
    }

    @Test
    void every_schema_and_property_says_what_it_is() {
        List<String> silent = new ArrayList<>();
        Tree.schemas((ObjectNode) served.tree()).properties().forEach(schema -> {
            if (schema.getValue().path("description").asText().isBlank()) {
                silent.add(schema.getKey());
            }
            for (Map.Entry<String, JsonNode> property :
                    Tree.properties(schema.getValue()).properties()) {
                if (property.getValue().path("description").asText().isBlank()) {
                    silent.add(schema.getKey() + "." + property.getKey());
                }
            }
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void names_are_snake_case_and_nothing_of_the_generator_is_left() {
        String text = served.tree().toString();
        assertThat(text)
                .doesNotContain("\"x-")
                .doesNotContain("io.quanttradingos")
                .doesNotContain("JsonNode");
        for (JsonNode schema : Tree.schemas((ObjectNode) served.tree())) {
            Tree.properties(schema)
                    .fieldNames()
                    .forEachRemaining(name -> assertThat(name).matches("[a-z][a-z0-9_]*"));
        }
    }

    @Test
    void every_fact_is_about_something_in_the_document() {
        List<String> misspelt = new ArrayList<>();
        for (String file : SchemaFacts.FILES) {
            Facts.read(file).properties().forEach(facts -> {
                JsonNode schema = served.schema(facts.getKey());
                if (schema.isMissingNode()) { // null wherever it stands
                    schema = served.schema(NullableCopies.nameOf(facts.getKey()));
                }
                if (schema.isMissingNode()) {
                    misspelt.add(facts.getKey());
                }
                for (Map.Entry<String, JsonNode> property :
                        Tree.properties(facts.getValue()).properties()) {
                    if (!Tree.properties(schema).has(property.getKey())) {
                        misspelt.add(facts.getKey() + "." + property.getKey());
                    }
                }
            });
        }
        Set<String> operations = new HashSet<>();
        Tree.forEachOperation((ObjectNode) served.tree(), (id, operation) -> operations.add(id));
        Facts.read(OperationFacts.FILE).fieldNames().forEachRemaining(id -> {
            if (!operations.contains(id)) {
                misspelt.add(id);
            }
        });
        assertThat(misspelt).isEmpty();
    }

    @Test
    void every_example_of_a_property_fits_its_schema() {
        int[] seen = {0};
        Tree.schemas((ObjectNode) served.tree()).properties().forEach(schema -> {
            for (Map.Entry<String, JsonNode> property :
                    Tree.properties(schema.getValue()).properties()) {
                for (String kind : List.of("example", "default")) {
                    JsonNode value = property.getValue().get(kind);
                    if (value != null) {
                        assertThat(served.complaints(property.getValue(), value))
                                .as(schema.getKey() + "." + property.getKey() + " " + kind)
                                .isEmpty();
                        seen[0]++;
                    }
                }
            }
        });
        assertThat(seen[0]).isGreaterThan(100);
    }

    @Test
    void the_example_decision_is_what_the_sample_data_give() throws IOException {
        ObjectNode answer = (ObjectNode) Json.mapper()
                .readTree(served.postJson("/decision", Json.mapper().createObjectNode())
                        .body());
        ObjectNode example = example();
        if (Boolean.getBoolean("golden.update") && !withoutIdentity(answer).equals(withoutIdentity(example))) {
            example = answer.deepCopy();
            example.withObject("/receipt").put("version", projectVersion());
            Files.writeString(EXAMPLE, Json.pretty(example) + "\n");
        }
        assertThat(withoutIdentity(answer)).isEqualTo(withoutIdentity(example));
    }

    private static ObjectNode example() throws IOException {
        return (ObjectNode) Json.mapper().readTree(Files.readString(EXAMPLE));
    }

    private static ObjectNode withoutIdentity(ObjectNode answer) {
        ObjectNode rest = answer.deepCopy();
        rest.remove("run_id");
        rest.withObject("/receipt").remove(List.of("version", "previous", "digest"));
        return rest;
    }
}
