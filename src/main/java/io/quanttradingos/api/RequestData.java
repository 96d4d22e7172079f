package io.quanttradingos.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived, parted into what it may consist of.
 *
 * @param mediaType the body's media type without parameters, lower case; null where there is no body
 * @param query the query parameters, each with all its values
 * @param fields the form fields, each with all its values
 * @param files the uploaded files by part name
 * @param body the body where it is no form; empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RequestData(
        @Nullable String mediaType,
        Map<String, List<String>> query,
        Map<String, List<String>> fields,
        Map<String, Upload> files,
        byte[] body) {

    /** Whether it says nothing at all: no field, no file, and no body but perhaps an empty object. */
    boolean isEmpty() {
        return query.isEmpty() && fields.isEmpty() && files.isEmpty() && isEmptyObject(body);
    }

    private static boolean isEmptyObject(byte[] body) {
        return body.length == 0 || (body.length == 2 && body[0] == '{' && body[1] == '}');
    }

    /**
     * An uploaded file.
     *
     * @param fileName what the sender calls it; for messages only
     * @param content the bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Upload(String fileName, byte[] content) {}
}
