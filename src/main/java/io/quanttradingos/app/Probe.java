package io.quanttradingos.app;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks the service beside it whether it is ready: exit code 0 where it is, 1 where it is not.
 *
 * <p>For containers, whose base may have no other program that could ask. It knows nothing else of the product, so that it is
 * over in a moment.
 */
public final class Probe {
    private static final int PATIENCE_MILLIS = 3_000;

    private Probe() {}

    /** Takes no argument: the port is that of {@code QTOS_PORT}. */
    public static void main(String[] arguments) {
        String port = System.getenv("QTOS_PORT");
        System.exit(isReady(port == null ? "8000" : port) ? 0 : 1);
    }

    static boolean isReady(String port) {
        try {
            HttpURLConnection asked = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/health/ready")
                    .toURL()
                    .openConnection();
            asked.setConnectTimeout(PATIENCE_MILLIS);
            asked.setReadTimeout(PATIENCE_MILLIS);
            return asked.getResponseCode() == 200;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
