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

/** Keeps some connections busy for a while, one request at a time on each, and measures every answer. */
final class LoadClient {
    private final int port;
    private final byte[] request;

    LoadClient(int port, String method, String path, String body) {
        this.port = port;
        this.request = (method + " " + path
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * What was measured.
     *
     * @param perSecond answers in a second
     * @param p50 median time to an answer in milliseconds
     * @param p99 the time 99 of 100 answers stayed under, in milliseconds
     */
    record Measured(long answers, double perSecond, double p50, double p99) {}

    Measured run(int connections, double seconds) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long end = System.nanoTime() + (long) (seconds * 1e9);
            long start = System.nanoTime();
            List<Callable<long[]>> tasks = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                tasks.add(() -> connection(end));
            }
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> done : threads.invokeAll(tasks)) {
                times.add(done.get());
            }
            double took = (System.nanoTime() - start) / 1e9;
            long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Measured(all.length, all.length / took, quantile(all, 0.50), quantile(all, 0.99));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a connection failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static double quantile(long[] sorted, double p) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1.0, p * sorted.length)] / 1e6;
    }

    private long[] connection(long end) throws IOException {
        long[] times = new long[1024];
        int count = 0;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            byte[] sink = new byte[64 * 1024];
            for (long now = System.nanoTime(); now < end; ) {
                out.write(request);
                skipAnswer(in, sink);
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

    /** Reads one answer: its head to the blank line, then as many bytes as it says. Anything but a 200 is an error. */
    private static void skipAnswer(InputStream in, byte[] sink) throws IOException {
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
