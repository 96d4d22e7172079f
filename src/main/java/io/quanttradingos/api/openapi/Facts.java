package io.quanttradingos.api.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.api.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Reads the YAML files that hold what no type can say. Each is a piece of an OpenAPI document, for example
 *
 * <pre>
 * TailReturn:
 *   properties:
 *     historical: {description: From the days seen., example: -0.0083}
 * </pre>
 */
final class Facts {
    private Facts() {}

    static ObjectNode read(String file) {
        try (InputStream in = Facts.class.getResourceAsStream("/openapi/" + file)) {
            if (in == null) {
                throw new IllegalStateException("openapi/" + file + " is not on the class path");
            }
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            Map<?, ?> tree = (Map<?, ?>) new Load(settings).loadFromInputStream(in);
            return Json.mapper().valueToTree(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
