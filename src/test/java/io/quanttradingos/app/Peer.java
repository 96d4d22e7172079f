package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An upstream service that is real but for its place: on this machine, answering what it is told to. */
final class Peer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Answer answer = Peer::nothing;

    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private Peer(HttpServer server) {
        this.server = server;
    }

    static Peer start() throws IOException {
        Peer peer = new Peer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        peer.server.setExecutor(peer.threads);
        peer.server.createContext("/", exchange -> {
            peer.asked.add(exchange.getRequestURI().toString());
            try (exchange) {
                peer.answer.to(exchange);
            }
        });
        peer.server.start();
        return peer;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on every request is answered with this. */
    void answers(int status, String body) {
        answer = exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** From now on requests are taken and not answered until the end. */
    void keepsSilent() {
        answer = exchange -> {
            try {
                closed.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
    }

    private static void nothing(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(500, -1);
    }

    /** The paths that were asked for since the last call. */
    List<String> asked() {
        List<String> paths = List.copyOf(asked);
        asked.clear();
        return paths;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
