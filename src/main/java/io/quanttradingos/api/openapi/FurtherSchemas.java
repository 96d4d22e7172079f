package io.quanttradingos.api.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.api.AgentRunAnswer;
import io.quanttradingos.api.Problem;
import io.quanttradingos.api.RegimeSeriesAnswer;
import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.regime.RegimeRow;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json;
import java.util.List;

/** Adds the schemas of what is answered beside the one type that a REST route can name. */
final class FurtherSchemas {
    private static final List<Class<?>> TYPES =
            List.of(Problem.class, InputProblem.class, RegimeSeriesAnswer.class, RegimeRow.class, AgentRunAnswer.class);

    private FurtherSchemas() {}

    static void add(ObjectNode document) {
        ObjectNode schemas = Tree.schemas(document);
        ModelConverters converters = new ModelConverters();
        converters.addConverter(new ModelResolver(Json.mapper(), new SimpleNames()));
        for (Class<?> type : TYPES) {
            ObjectNode schema = Json.mapper().valueToTree(converters.read(type).get(type.getSimpleName()));
            RecordSchemas.mark(schema, type);
            schemas.set(type.getSimpleName(), schema);
        }
    }

    /** Names of our own: the routes' generator switches the shared ones to full class names. */
    private static final class SimpleNames extends TypeNameResolver {}
}
