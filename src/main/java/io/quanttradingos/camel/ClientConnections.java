package io.quanttradingos.camel;

import io.quanttradingos.api.Json;
import io.quanttradingos.api.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connections of clients: so many at most, and none that keeps the service waiting for long.
 *
 * <p>A client is waited for while its request has not arrived, and while it does not take the answer. Bytes that trickle in do
 * not extend the time unless they come at {@value #SLOWEST_BYTES_PER_SECOND} a second, so that a few clients cannot hold every
 * place by sending one byte now and then. The time the service itself takes does not count: a long computation is not cut off
 * from its client, as a plain idle timeout would.
 */
final class ClientConnections {
    private static final int SLOWEST_BYTES_PER_SECOND = 16 * 1024;
    private static final long LOOK_MILLIS = 250;

    private final Supplier<Vertx> vertx;
    private final int most;
    private final long patienceNanos;
    private final Map<HttpConnection, Client> clients = new ConcurrentHashMap<>();

    /**
     * Watches nobody yet.
     *
     * @param most open at once
     * @param patience how long a client is waited for
     */
    ClientConnections(Supplier<Vertx> vertx, int most, Duration patience) {
        this.vertx = vertx;
        this.most = most;
        this.patienceNanos = patience.toNanos();
    }

    /** How many are open. */
    int open() {
        return clients.size();
    }

    /** Takes note of a connection; on its own event loop, as all that follows. */
    void opened(HttpConnection connection) {
        if (clients.size() >= most) {
            connection.close();
            return;
        }
        Client client = new Client();
        clients.put(connection, client);
        long timer = vertx.get().setPeriodic(LOOK_MILLIS, tick -> look(connection, client));
        connection.closeHandler(closed -> {
            vertx.get().cancelTimer(timer);
            clients.remove(connection);
        });
    }

    /**
     * Takes note of a request whose headers have arrived.
     *
     * <p>A chunked body may have come with a length as well, which the decoder has removed by then: a proxy that went by the
     * length would see another request begin elsewhere than we do (RFC 9112, 6.3). So such a request is the last one of its
     * connection.
     *
     * @return false where it came after the last one, and must not be answered
     */
    boolean begun(HttpServerRequest request) {
        Client client = clients.get(request.connection());
        if (client == null || client.last) {
            return false;
        }
        client.begun(request);
        if (request.headers().contains("Transfer-Encoding")) {
            client.last = true;
            request.response().putHeader("Connection", "close");
        }
        return true;
    }

    private void look(HttpConnection connection, Client client) {
        if (!client.isOverdue(patienceNanos)) {
            return;
        }
        HttpServerRequest unfinished = client.unfinished();
        if (unfinished == null) {
            connection.close();
        } else {
            refuse(unfinished);
        }
    }

    private static void refuse(HttpServerRequest request) {
        Problem problem = Problem.of(408, "Request timed out", "The request took too long to arrive.", request.path());
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Connection", "close")
                .end(Buffer.buffer(Json.bytes(problem)))
                .onComplete(sent -> request.connection().close());
    }

    /** What one client is waited for, and since when. */
    private static final class Client {
        private @Nullable HttpServerRequest request;
        private boolean answered;
        private boolean last;
        private long since = System.nanoTime();

        void begun(HttpServerRequest begun) {
            request = begun;
            answered = false;
            since = System.nanoTime();
        }

        /** The request that has not arrived whole and was not answered yet; null where there is none. */
        @Nullable HttpServerRequest unfinished() {
            HttpServerRequest current = request;
            return current == null || current.isEnded() || current.response().ended() ? null : current;
        }

        boolean isOverdue(long patienceNanos) {
            HttpServerRequest current = request;
            long bytes = 0;
            if (current != null) {
                boolean ended = current.response().ended();
                if (ended && !answered) {
                    answered = true;
                    since = System.nanoTime();
                }
                if (!ended && current.isEnded()) {
                    return false;
                }
                bytes = ended ? current.response().bytesWritten() : current.bytesRead();
            }
            long allowed = patienceNanos
                    + Duration.ofSeconds(bytes / SLOWEST_BYTES_PER_SECOND).toNanos();
            return System.nanoTime() - since > allowed;
        }
    }
}
