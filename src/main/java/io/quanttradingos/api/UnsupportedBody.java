package io.quanttradingos.api;

/** A body of a media type nothing here reads; answered 415 over HTTP. */
public final class UnsupportedBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedBody(String mediaType) {
        super(
                "The body must be application/json, application/x-www-form-urlencoded or multipart/form-data, was "
                        + mediaType,
                null,
                false,
                false);
    }
}
