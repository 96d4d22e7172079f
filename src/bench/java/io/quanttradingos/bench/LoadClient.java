package io.quanttradingos.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;

/** Keeps some connections busy for a while, one request at a time on each, and measures every answer. */
final class LoadClient {
    private final int port;
    private final LongFunction<byte[]> requests;
    private final AtomicLong asked = new AtomicLong();
    private final LongAdder bytes = new LongAdder();

    /** Sends the same JSON again and again. */
    LoadClient(int port, String method, String path, String body) {
        this(port, always(request(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8))));
    }

    /** @param requests gives the request of each number, from 0 */
    LoadClient(int port, LongFunction<byte[]> requests) {
        this.port = port;
        this.requests = requests;
    }

    private static LongFunction<byte[]> always(byte[] request) {
        return number -> request;
    }

    /** A request as it is sent. */
    static byte[] request(String method, String path, String contentType, byte[] body) {
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + contentType
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    /**
     * What was measured.
     *
     * @param perSecond answers in a second
     * @param p50 median time to an answer in milliseconds
     * @param p99 the time 99 of 100 answers stayed under, in milliseconds
     * @param meanBytes of the answers' bodies
     */
    record Measured(long answers, double perSecond, double p50, double p99, double meanBytes) {}

    /** Sends requests for some seconds. */
    Measured run(int connections, double seconds) throws InterruptedException {
        return run(connections, seconds, Long.MAX_VALUE);
    }

    /** Sends so many requests. */
    Measured send(int connections, long count) throws InterruptedException {
        return run(connections, 24 * 3600, count);
    }

    private Measured run(int connections, double seconds, long count) throws InterruptedException {
        bytes.reset();
        AtomicLong left = new AtomicLong(count);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long end = System.nanoTime() + (long) (seconds * 1e9);
            long start = System.nanoTime();
            List<Callable<long[]>> tasks = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                tasks.add(() -> connection(end, left));
            }
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> done : threads.invokeAll(tasks)) {
                times.add(done.get());
            }
            double took = (System.nanoTime() - start) / 1e9;
            long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Measured(
                    all.length,
                    all.length / took,
                    quantile(all, 0.50),
                    quantile(all, 0.99),
                    (double) bytes.sum() / all.length);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a connection failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static double quantile(long[] sorted, double p) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1.0, p * sorted.length)] / 1e6;
    }

    private long[] connection(long end, AtomicLong left) throws IOException {
        long[] times = new long[1024];
        int count = 0;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            byte[] sink = new byte[64 * 1024];
            for (long now = System.nanoTime(); now < end && left.getAndDecrement() > 0; ) {
                out.write(requests.apply(asked.getAndIncrement()));
                bytes.add(skipAnswer(in, sink));
                long after = System.nanoTime();
                if (count == times.length) {
                    times = Arrays.copyOf(times, count * 2);
                }
                times[count++] = after - now;
                now = after;
            }
        }
        return Arrays.copyOf(times, count);
    }

    /** Reads one answer: its head to the blank line, then as many bytes as it says, which are returned. Anything but a 200 is an error. */
    private static int skipAnswer(InputStream in, byte[] sink) throws IOException {
        int length = -1;
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("answered " + status);
        }
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        if (length < 0) {
            throw new IOException("no Content-Length");
        }
        for (int left = length; left > 0; ) {
            int read = in.read(sink, 0, Math.min(left, sink.length));
            if (read < 0) {
                throw new IOException("cut off");
            }
            left -= read;
        }
        return length;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("cut off");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
