package io.quanttradingos.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * The reference of the door benchmark: a Vert.x handler that reads the body and answers with fixed bytes, as many as the
 * service answers on that path, and does nothing else.
 */
public final class BareVertx {
    private BareVertx() {}

    /** Listens on any free port and prints it. The arguments are the sizes of the answers to /health and /decision. */
    public static void main(String[] arguments) {
        Buffer health = Buffer.buffer("{\"status\":\"ok\"}");
        Buffer decision = Buffer.buffer("x".repeat(Integer.parseInt(arguments[0])));
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        vertx.createHttpServer()
                .requestHandler(request -> answer(request, request.path().equals("/health") ? health : decision))
                .listen(0, "127.0.0.1")
                .onSuccess(server -> System.out.println("ready http://127.0.0.1:" + server.actualPort()));
    }

    private static void answer(HttpServerRequest request, Buffer answer) {
        request.body()
                .onSuccess(body -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(answer));
    }
}
