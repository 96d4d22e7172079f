package io.quanttradingos.reliability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;

/** A connection on which anything can be sent, also what no HTTP client would. */
final class RawConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int TRICKLE_MILLIS = 100;

    private final Socket socket;
    private final PushbackInputStream in;

    private RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new PushbackInputStream(socket.getInputStream());
    }

    static RawConnection to(URI base) throws IOException {
        Socket socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new RawConnection(socket);
    }

    /** Sends some text and gives all that comes back until the service closes the connection. */
    static String exchange(URI base, String text) throws IOException {
        try (RawConnection connection = to(base)) {
            connection.send(text);
            return connection.rest();
        }
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** All that comes until the service closes the connection; an error where it does not within 20 seconds. */
    String rest() throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                text.append(new String(buffer, 0, read, ISO_8859_1));
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the connection stayed open; so far came: " + text, e);
        } catch (SocketException e) {
            // closed with bytes of ours unread, which the system answers with a reset
            return text.toString();
        }
        return text.toString();
    }

    /** Sends a little and waits a little; false where the connection is closed already. */
    boolean trickle(String text) throws IOException {
        try {
            send(text);
            socket.setSoTimeout(TRICKLE_MILLIS);
            return !isClosedAfterWaiting();
        } catch (SocketException e) {
            return false;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    private boolean isClosedAfterWaiting() throws IOException {
        try {
            int first = in.read();
            if (first >= 0) {
                in.unread(first);
            }
            return first < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** Whether anything has come yet. */
    boolean hasAnswer() throws IOException {
        return in.available() > 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
