package io.quanttradingos.camel;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** A request of unknown length whose body is counted while it arrives, before anyone keeps it. */
final class ArrivingRequest extends HttpServerRequestWrapper {
    private static final String KEY = "qtos.arriving";

    private @Nullable Admission admission;
    private @Nullable Runnable refusal;

    private ArrivingRequest(HttpServerRequest request) {
        super((HttpServerRequestInternal) request);
    }

    /** The request as routers should see it; on its event loop. */
    static HttpServerRequest of(HttpServerRequest request) {
        Context context = Vertx.currentContext();
        if (context == null || !request.headers().contains("Transfer-Encoding")) {
            return request;
        }
        ArrivingRequest arriving = new ArrivingRequest(request);
        context.putLocal(KEY, arriving);
        return arriving;
    }

    /**
     * Has the body counted from now on.
     *
     * @param refusal answers where there is no room for more; called once
     */
    static void count(RoutingContext request, Admission admission, Runnable refusal) {
        Context context = Vertx.currentContext();
        ArrivingRequest arriving = context == null ? null : context.getLocal(KEY);
        if (arriving != null) {
            arriving.admission = admission;
            arriving.refusal = refusal;
        }
    }

    @Override
    public HttpServerRequest handler(@Nullable Handler<Buffer> handler) {
        super.handler(
                handler == null
                        ? null
                        : chunk -> {
                            if (hasRoom(chunk)) {
                                handler.handle(chunk);
                            }
                        });
        return this;
    }

    private boolean hasRoom(Buffer chunk) {
        Admission place = admission;
        if (place == null || place.takes(chunk.length())) {
            return true;
        }
        Runnable refuse = refusal;
        refusal = null;
        if (refuse != null) {
            refuse.run();
            // the rest would be taken apart all the same, and the reader of forms keeps up to 10 MiB of each meanwhile
            connection().close();
        }
        return false;
    }
}
