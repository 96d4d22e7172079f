package io.quanttradingos.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.layout.template.json.JsonTemplateLayout;

/** A line of the log as {@code QTOS_LOG_FORMAT=json} writes it. */
final class JsonLogLine {
    private static final JsonTemplateLayout LAYOUT = JsonTemplateLayout.newBuilder()
            .setConfiguration(new DefaultConfiguration())
            .setEventTemplateUri("classpath:log-event.json")
            .setMaxStringLength(16_384)
            .build();

    private JsonLogLine() {}

    static synchronized String of(LogEvent event) {
        return new String(LAYOUT.toByteArray(event), StandardCharsets.UTF_8);
    }

    static JsonNode tree(LogEvent event) {
        return Http.tree(of(event).getBytes(StandardCharsets.UTF_8));
    }
}
