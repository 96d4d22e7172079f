package io.quanttradingos.reliability;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/**
 * A request whose answer takes long to compute.
 *
 * @param name for a reader
 * @param path where it is sent
 * @param body a form
 */
record HeavyRequest(String name, String path, byte[] body) {
    private static final String BOUNDARY = "heavy-request";
    private static final String LARGE_SWEEP = "fast=5:104:1,slow=105:304:1";

    /** Each takes many seconds of a core, but for the last two, which take as long as they can be made to. */
    static List<HeavyRequest> all() {
        byte[] bars = LargeFiles.bars(100_000, 1);
        return List.of(
                sweep(bars),
                backtest("walk-forward", bars, "sweep", "fast=5:24:1,slow=25:44:1", "walk_forward", "2000:200"),
                new HeavyRequest(
                        "journal",
                        "/trade-journal",
                        LargeFiles.form(
                                BOUNDARY, "trades_file", "j.csv", LargeFiles.journal(280_000, 1), "explain", "false")),
                new HeavyRequest(
                        "regime series",
                        "/regime",
                        LargeFiles.form(
                                BOUNDARY,
                                "prices_file",
                                "p.csv",
                                LargeFiles.widePrices(4_000, 1_000, 1),
                                "series",
                                "true")));
    }

    static HeavyRequest sweep(byte[] bars) {
        return backtest("sweep", bars, "sweep", LARGE_SWEEP);
    }

    static HeavyRequest backtest(String name, byte[] bars, String... fields) {
        String[] all = new String[fields.length + 4];
        System.arraycopy(fields, 0, all, 4, fields.length);
        all[0] = "strategy_type";
        all[1] = "sma_cross";
        all[2] = "symbol";
        all[3] = "SPY";
        return new HeavyRequest(name, "/backtest", LargeFiles.form(BOUNDARY, "csv_file", "bars.csv", bars, all));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    /** Sends it and does not wait for the answer: closing the connection abandons it. */
    Socket send(URI base) throws IOException {
        Socket socket = new Socket(base.getHost(), base.getPort());
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + contentType()
                                + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                        .getBytes(US_ASCII));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
        return socket;
    }
}
