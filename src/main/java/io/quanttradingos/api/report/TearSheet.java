package io.quanttradingos.api.report;

import com.fasterxml.jackson.databind.JsonNode;

/** To be replaced. */
public final class TearSheet {
    private TearSheet() {}

    public static byte[] html(JsonNode answer) {
        return answer.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    public static String contentSecurityPolicy() {
        return "default-src 'none'";
    }
}
