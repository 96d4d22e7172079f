package io.quanttradingos.app;

import java.util.List;

/** The form of the log lines, which must be known before the first of them. */
final class LogFormat {
    /** What {@code QTOS_LOG_FORMAT} may be. */
    static final List<String> ALL = List.of("text", "json");

    private static final String CONFIGURATION = "log4j2.configurationFile";

    private LogFormat() {}

    /** Chooses by the environment, unless a configuration of the user's own has been named. */
    static void choose() {
        if ("json".equalsIgnoreCase(System.getenv("QTOS_LOG_FORMAT"))
                && System.getProperty(CONFIGURATION) == null
                && System.getenv("LOG4J_CONFIGURATION_FILE") == null) {
            System.setProperty(CONFIGURATION, "classpath:log4j2-json.properties");
        }
    }
}
