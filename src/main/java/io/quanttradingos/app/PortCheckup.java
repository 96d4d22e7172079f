package io.quanttradingos.app;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Whether the HTTP port can be had. */
final class PortCheckup {
    private static final String CHECK = "port";
    private static final int PATIENCE_MILLIS = 1_000;

    private PortCheckup() {}

    static Finding finding(Settings settings) {
        return Finding.of(CHECK, () -> {
            int port = settings.number("qtos.port");
            String bind = settings.text("qtos.bind").orElse("127.0.0.1");
            return port == 0 ? Finding.ok(CHECK, "Any free port is taken.") : port(bind, port);
        });
    }

    private static Finding port(String bind, int port) {
        String address = bind + ":" + port;
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a port that was in use a moment ago is free for a server
            socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
            return Finding.ok(CHECK, address + " is free.");
        } catch (IOException e) {
            return answersAsWe(address)
                    ? Finding.ok(CHECK, "A service of ours is listening on " + address + ".")
                    : Finding.fail(
                            CHECK,
                            address + " cannot be had (" + e.getMessage()
                                    + "): set QTOS_PORT to another, or to 0 for any free one.");
        }
    }

    private static boolean answersAsWe(String address) {
        try {
            HttpURLConnection health = (HttpURLConnection)
                    URI.create("http://" + address + "/health").toURL().openConnection();
            health.setConnectTimeout(PATIENCE_MILLIS);
            health.setReadTimeout(PATIENCE_MILLIS);
            byte[] answer = health.getInputStream().readNBytes(100);
            return new String(answer, StandardCharsets.UTF_8).equals("{\"status\":\"ok\"}");
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
