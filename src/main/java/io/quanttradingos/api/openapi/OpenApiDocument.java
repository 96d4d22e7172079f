package io.quanttradingos.api.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** Completes the OpenAPI 3.0 document that is generated from the routes. */
public final class OpenApiDocument {
    /** In this order: each step may rely on what those before it left. */
    private static final List<Consumer<ObjectNode>> STEPS = List.of(
            FurtherSchemas::add,
            RecordSchemas::finish,
            SchemaFacts::add,
            NullableCopies::add,
            OperationFacts::add,
            QueryFields::add,
            RequestForms::add,
            ProblemResponses::add,
            DocumentHead::add,
            Leftovers::remove,
            ReadingOrder::sort);

    private OpenApiDocument() {}

    /**
     * The finished document.
     *
     * @param generated what camel-openapi-java made of the routes, as JSON
     * @param version the program's version, which is the document's too
     */
    public static byte[] complete(byte[] generated, String version) {
        ObjectNode document = parse(generated);
        STEPS.forEach(step -> step.accept(document));
        document.withObject("/info").put("version", version);
        return Json.bytes(document);
    }

    private static ObjectNode parse(byte[] generated) {
        try {
            return (ObjectNode) Json.mapper().readTree(generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
