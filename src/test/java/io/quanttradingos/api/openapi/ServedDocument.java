package io.quanttradingos.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import io.quanttradingos.api.Json;
import io.quanttradingos.app.ServiceUnderTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The document a running service serves, held against what the service really answers. */
public final class ServedDocument {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final ObjectNode document;
    private final Map<String, JsonSchema> schemas = new HashMap<>();

    private ServedDocument(URI base, ObjectNode document) {
        this.base = base;
        this.document = document;
    }

    public static ServedDocument of(ServiceUnderTest service) throws IOException, InterruptedException {
        HttpResponse<byte[]> served = CLIENT.send(
                HttpRequest.newBuilder(service.baseUri().resolve("/openapi.json"))
                        .build(),
                BodyHandlers.ofByteArray());
        return new ServedDocument(service.baseUri(), (ObjectNode) Json.mapper().readTree(served.body()));
    }

    JsonNode tree() {
        return document;
    }

    JsonNode schema(String name) {
        return document.path("components").path("schemas").path(name);
    }

    public JsonNode operation(String method, String path) {
        return document.path("paths").path(path).path(method);
    }

    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(base + pathAndQuery));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("the service did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    HttpResponse<String> postJson(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** What is wrong with a value by a schema, where a property nobody documented is wrong too; empty where nothing is. */
    public Set<String> complaints(JsonNode schema, JsonNode value) {
        Set<String> complaints = new TreeSet<>();
        for (ValidationMessage message : schemas.computeIfAbsent(schema.toString(), key -> compiled(schema))
                .validate(value)) {
            complaints.add(message.getMessage());
        }
        return complaints;
    }

    private JsonSchema compiled(JsonNode schema) {
        ObjectNode whole = Json.mapper().createObjectNode();
        whole.putArray("allOf").add(schema.deepCopy());
        ObjectNode components = document.path("components").deepCopy();
        components.path("schemas").forEach(ServedDocument::close);
        whole.set("components", components);
        JsonMetaSchema dialect = JsonMetaSchema.builder(OpenApi30.getInstance())
                .keyword(new NonValidationKeyword("components"))
                .keyword(new NonValidationKeyword("exclusiveMinimum")) // the validator of minimum reads it
                .build();
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V4,
                builder -> builder.metaSchema(dialect).defaultMetaSchemaIri(dialect.getIri()));
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return factory.getSchema(whole, config);
    }

    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    /** The answer again, once its status and media type are found in the document and its body fits the schema there. */
    HttpResponse<String> documented(String method, String path, HttpResponse<String> answer) throws IOException {
        JsonNode responses = operation(method, path).path("responses");
        String status = Integer.toString(answer.statusCode());
        JsonNode response = resolved(responses.has(status) ? responses.get(status) : responses.path("default"));
        String type = answer.headers().firstValue("Content-Type").orElse("none").replaceFirst(";.*", "");
        assertThat(response.path("content").has(type))
                .as(method + " " + path + " documents " + status + " " + type + ": " + answer.body())
                .isTrue();
        JsonNode schema = response.path("content").path(type).path("schema");
        JsonNode value = type.endsWith("json")
                ? Json.mapper().readTree(answer.body())
                : Json.mapper().getNodeFactory().textNode(answer.body());
        assertThat(complaints(schema, value))
                .as(method + " " + path + " answered " + answer.body())
                .isEmpty();
        return answer;
    }

    private JsonNode resolved(JsonNode response) {
        String reference = response.path("$ref").asText();
        return reference.isEmpty() ? response : document.at(reference.substring(1));
    }
}
