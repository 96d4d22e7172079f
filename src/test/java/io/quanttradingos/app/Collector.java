package io.quanttradingos.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** An OpenTelemetry collector: takes spans by OTLP over HTTP as protobuf, and keeps them. */
final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final List<Span> spans = Collections.synchronizedList(new ArrayList<>());
    private final List<String> raw = Collections.synchronizedList(new ArrayList<>());
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());

    /** A span, its ids in hexadecimal, its times in nanoseconds. */
    record Span(
            String trace,
            String id,
            String parent,
            String name,
            long kind,
            long start,
            long end,
            Map<String, String> said) {}

    private Collector(HttpServer server) {
        this.server = server;
    }

    static Collector start() throws IOException {
        Collector collector =
                new Collector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        collector.server.createContext("/v1/traces", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                collector.keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("x-collector-key")));
                collector.raw.add(new String(body, StandardCharsets.ISO_8859_1));
                collector.take(body);
                exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
                exchange.sendResponseHeaders(200, -1);
            }
        });
        collector.server.start();
        return collector;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Every span so far, in the order in which they began. */
    List<Span> spans() {
        synchronized (spans) {
            return spans.stream().sorted(Comparator.comparingLong(Span::start)).toList();
        }
    }

    /** All that arrived, as it came. */
    String raw() {
        return String.join("\n", raw);
    }

    List<String> keys() {
        return List.copyOf(keys);
    }

    /** ExportTraceServiceRequest: resource_spans 1, scope_spans 2, spans 2. */
    private void take(byte[] request) {
        for (Object resource : fields(request).getOrDefault(1, List.of())) {
            for (Object scope : fields((byte[]) resource).getOrDefault(2, List.of())) {
                for (Object span : fields((byte[]) scope).getOrDefault(2, List.of())) {
                    spans.add(span(fields((byte[]) span)));
                }
            }
        }
    }

    private static Span span(Map<Integer, List<Object>> fields) {
        Map<String, String> said = new HashMap<>();
        for (Object attribute : fields.getOrDefault(9, List.of())) {
            Map<Integer, List<Object>> pair = fields((byte[]) attribute);
            Map<Integer, List<Object>> value =
                    fields((byte[]) pair.getOrDefault(2, List.of()).get(0));
            said.put(text(pair, 1), text(value, 1));
        }
        return new Span(
                hex(fields, 1),
                hex(fields, 2),
                hex(fields, 4),
                text(fields, 5),
                (Long) fields.getOrDefault(6, List.of(0L)).get(0),
                (Long) fields.getOrDefault(7, List.of()).get(0),
                (Long) fields.getOrDefault(8, List.of()).get(0),
                said);
    }

    private static String text(Map<Integer, List<Object>> fields, int number) {
        return new String(
                (byte[]) fields.getOrDefault(number, List.of(new byte[0])).get(0), StandardCharsets.UTF_8);
    }

    private static String hex(Map<Integer, List<Object>> fields, int number) {
        return HexFormat.of().formatHex((byte[])
                fields.getOrDefault(number, List.of(new byte[0])).get(0));
    }

    /** The fields of a message by number: bytes, or a number. */
    private static Map<Integer, List<Object>> fields(byte[] message) {
        Map<Integer, List<Object>> fields = new HashMap<>();
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            long key = varint(in);
            Object value = switch ((int) (key & 7)) {
                case 0 -> varint(in);
                case 1 -> in.getLong();
                case 2 -> {
                    byte[] bytes = new byte[(int) varint(in)];
                    in.get(bytes);
                    yield bytes;
                }
                case 5 -> (long) in.getInt();
                default -> throw new IllegalArgumentException("no wire type of protobuf: " + (key & 7));
            };
            fields.computeIfAbsent((int) (key >>> 3), any -> new ArrayList<>()).add(value);
        }
        return fields;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
