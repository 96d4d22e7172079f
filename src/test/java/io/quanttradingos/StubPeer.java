package io.quanttradingos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A service on this machine that answers byte by byte as it is told to, also as no decent server would. One request a connection.
 */
public final class StubPeer implements AutoCloseable {
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Answer answer = out -> {};

    /** Writes a whole answer, head and all. */
    @FunctionalInterface
    public interface Answer {
        void to(OutputStream out) throws IOException;
    }

    private StubPeer(ServerSocket server) {
        this.server = server;
    }

    public static StubPeer start() throws IOException {
        StubPeer peer = new StubPeer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        peer.threads.execute(peer::accept);
        return peer;
    }

    public String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            requests.add(request(socket.getInputStream()));
            answer.to(socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // the other side has left
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        String text = head.toString(ISO_8859_1);
        int length = text.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        return text + new String(in.readNBytes(length), UTF_8);
    }

    /** From now on every request is answered with this. */
    public void answers(Answer next) {
        answer = next;
    }

    /**
     * From now on every request is answered with a status and a body.
     *
     * @param headers whole lines, such as {@code Retry-After: 30}
     */
    public void answers(int status, String body, String... headers) {
        byte[] bytes = body.getBytes(UTF_8);
        answers(out -> {
            out.write(head(status, "Content-Length: " + bytes.length, headers));
            out.write(bytes);
        });
    }

    /** A head; the connection is said to close after the answer. */
    public static byte[] head(int status, String length, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\nConnection: close\r\n");
        head.append(length).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(ISO_8859_1);
    }

    /** Bytes one by one, so slowly that no silence is long and the whole never comes. */
    public void drips(byte[] first, byte[] drops) {
        answers(out -> {
            out.write(first);
            for (byte drop : drops) {
                out.write(drop);
                out.flush();
                if (isClosedWithin(100)) {
                    return;
                }
            }
        });
    }

    /** From now on requests are taken and not answered until the end. */
    public void keepsSilent() {
        answers(out -> isClosedWithin(60_000));
    }

    private boolean isClosedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** The requests since the last call, each as it came: line, headers and body. */
    public List<String> requests() {
        List<String> all = List.copyOf(requests);
        requests.clear();
        return all;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        threads.shutdownNow();
    }
}
