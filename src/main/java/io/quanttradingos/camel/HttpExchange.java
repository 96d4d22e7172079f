package io.quanttradingos.camel;

import io.quanttradingos.api.Json;
import io.quanttradingos.api.Problem;
import io.quanttradingos.api.RequestData;
import io.quanttradingos.api.UnsupportedBody;
import io.quanttradingos.api.report.EntityTag;
import io.quanttradingos.failure.Abandonment;
import io.quanttradingos.failure.Refusal;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.activation.DataHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.component.platform.http.vertx.HttpMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Between an HTTP exchange and the product's own types: what a REST route begins and ends with. */
public final class HttpExchange {
    private static final Logger LOG = LoggerFactory.getLogger(HttpExchange.class);
    private static final String JSON = "application/json";
    private static final String MULTIPART = "multipart/form-data";
    private static final byte[] NOTHING = {};

    private HttpExchange() {}

    /** What arrived. */
    static RequestData request(Exchange exchange) throws IOException {
        HttpServerRequest request = exchange.getMessage(HttpMessage.class).getRequest();
        String mediaType = mediaType(request);
        boolean form = mediaType != null
                && (mediaType.equals(MULTIPART) || mediaType.equals("application/x-www-form-urlencoded"));
        Map<String, List<String>> fields = form ? values(request.formAttributes()) : Map.of();
        Map<String, RequestData.Upload> files = form ? files(exchange) : Map.of();
        boolean nothing = fields.isEmpty() && files.isEmpty();
        if (MULTIPART.equals(mediaType) && (nothing || hasNoBoundary(request))) {
            throw Refusal.invalid(
                    "the multipart body holds no part that can be read; is its boundary the one in its header?");
        }
        return new RequestData(
                mediaType, values(request.params()), fields, files, form ? NOTHING : body(exchange.getMessage()));
    }

    /** Without one the whole body would be taken for the name of a form field. */
    private static boolean hasNoBoundary(HttpServerRequest request) {
        return !request.getHeader("Content-Type").toLowerCase(Locale.ROOT).contains("boundary=");
    }

    private static @Nullable String mediaType(HttpServerRequest request) {
        String contentType = request.getHeader("Content-Type");
        if (contentType == null) {
            return null;
        }
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, List<String>> values(MultiMap given) {
        if (given.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> values = new HashMap<>();
        for (String name : given.names()) {
            values.put(name, given.getAll(name));
        }
        return values;
    }

    private static byte[] body(Message message) {
        Object body = message.getBody();
        if (body == null) {
            return NOTHING;
        }
        return body instanceof Buffer buffer ? buffer.getBytes() : message.getBody(byte[].class);
    }

    private static Map<String, RequestData.Upload> files(Exchange exchange) throws IOException {
        Map<String, RequestData.Upload> files = new HashMap<>();
        AttachmentMessage attachments = exchange.getMessage(AttachmentMessage.class);
        if (attachments.hasAttachments()) {
            for (Map.Entry<String, DataHandler> part :
                    attachments.getAttachments().entrySet()) {
                try (InputStream in = part.getValue().getInputStream()) {
                    files.put(
                            part.getKey(),
                            new RequestData.Upload(baseName(part.getValue().getName()), in.readAllBytes()));
                }
            }
        }
        return files;
    }

    /** The last part of the name an uploader gave, without what could disturb a message: it is never used as a path. */
    private static String baseName(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return "upload";
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{Cntrl}", "?");
        return clean.isBlank() ? "upload" : clean.length() <= 100 ? clean : clean.substring(0, 100);
    }

    /** Answers 200 with a value as JSON. */
    static void answer(Exchange exchange, Object value) {
        answer(exchange, 200, JSON, value instanceof byte[] json ? json : Json.bytes(value));
    }

    /** Answers with bytes as they are. */
    static void answer(Exchange exchange, int status, String contentType, byte[] content) {
        Message message = exchange.getMessage();
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, contentType);
        message.setBody(ByteBuffer.wrap(content));
    }

    /**
     * Answers 200 with bytes and their tag, or 304 where the client says that it has them. It is to ask each time: what a
     * newer program serves must not be mixed with what an older one did.
     */
    static void answerUnlessKnown(Exchange exchange, String contentType, byte[] content, String tag) {
        boolean known = EntityTag.isKnown(
                exchange.getMessage(HttpMessage.class).getRequest().getHeader("If-None-Match"), tag);
        answer(exchange, known ? 304 : 200, contentType, content);
        if (known) {
            exchange.getMessage().setBody(null);
        }
        exchange.getMessage().setHeader("ETag", tag);
        exchange.getMessage().setHeader("Cache-Control", "no-cache");
    }

    /** Answers with the problem that stands for an exception. */
    static void problem(Exchange exchange, Throwable failure) {
        String path = exchange.getMessage().getHeader(Exchange.HTTP_PATH, String.class);
        Problem problem;
        if (failure instanceof Refusal refusal) {
            problem = Problem.of(refusal, path);
        } else if (failure instanceof Abandonment.Abandoned) {
            problem =
                    Problem.of(503, "Abandoned", "The client has left; nothing was recorded.", path); // nobody reads it
        } else if (failure instanceof UnsupportedBody unsupported) {
            problem = Problem.of(415, "Unsupported media type", String.valueOf(unsupported.getMessage()), path);
        } else if (failure instanceof UncheckedIOException) {
            LOG.error("a request to {} failed for the disk", path, failure);
            problem = Problem.of(
                    503,
                    "Storage failed",
                    "What the service keeps could not be written or read, so nothing was recorded; its log has the details.",
                    path);
        } else {
            LOG.error("a request to {} failed", path, failure);
            problem = Problem.internal(path);
        }
        if (problem.status() == 503) {
            exchange.getMessage().setHeader("Retry-After", "1");
        }
        answer(exchange, problem.status(), Problem.MEDIA_TYPE, Json.bytes(problem));
    }
}
