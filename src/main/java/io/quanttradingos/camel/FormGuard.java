package io.quanttradingos.camel;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keeps from the reader of forms what it would fail at, or wait for without end. */
final class FormGuard {
    private static final String MULTIPART = "multipart/";
    private static final String READ = "qtos.form.read";
    private static final long GRACE_MILLIS = 2_000;

    private FormGuard() {}

    /** Whether the reader of forms can begin: it fails, for example, at {@code multipart/form-data; boundary=}. */
    static boolean hasReadableType(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaderNames.CONTENT_TYPE);
        if (!isMultipart(type)) {
            return true;
        }
        DefaultHttpRequest probe = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        probe.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        try {
            new HttpPostRequestDecoder(probe).destroy();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /**
     * Acts where a form's body has come to its end, but its last file has not: the reader would wait for the rest, of which
     * nothing comes.
     */
    static void whereCutShort(Vertx vertx, RoutingContext request, Runnable action) {
        if (!isMultipart(request.request().getHeader(HttpHeaderNames.CONTENT_TYPE))) {
            return;
        }
        request.request().end().onSuccess(ended -> {
            // the files may still be on their way to the disk
            long timer = vertx.setTimer(GRACE_MILLIS, late -> {
                if (isUnread(request)) {
                    action.run();
                    request.cancelAndCleanupFileUploads();
                }
            });
            request.addEndHandler(answered -> vertx.cancelTimer(timer));
        });
    }

    /** Stands behind the reader of forms in every route, and notes that it has come to its end. */
    static void isRead(RoutingContext request) {
        request.put(READ, true);
        request.next();
    }

    /** Whether the request is a form that was not read to its end. */
    static boolean isUnread(RoutingContext request) {
        return isMultipart(request.request().getHeader(HttpHeaderNames.CONTENT_TYPE))
                && !Boolean.TRUE.equals(request.get(READ));
    }

    /** Whether a body is going to be read as JSON, as one without a type is. */
    static boolean isJson(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaderNames.CONTENT_TYPE);
        return type == null
                || type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).endsWith("json");
    }

    private static boolean isMultipart(@Nullable String type) {
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith(MULTIPART);
    }
}
