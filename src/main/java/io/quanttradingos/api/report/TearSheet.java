package io.quanttradingos.api.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;

/**
 * A backtest as one HTML file that needs nothing else: charts, tables and the figures behind them.
 *
 * <p>The answer goes in as data and becomes text in the reader's browser, so that markup in a symbol or a warning stays
 * text. The page forbids itself the network and every script and style but its own, by their digests.
 */
public final class TearSheet {
    private static final Page PAGE = Page.read();

    private TearSheet() {}

    /**
     * The file, in UTF-8.
     *
     * @param answer of {@code /backtest} with its trades, series and histogram; what it lacks is shown as absent
     */
    public static byte[] html(JsonNode answer) {
        byte[] data = InlineJson.bytes(answer);
        ByteArrayOutputStream file = new ByteArrayOutputStream(PAGE.length() + data.length);
        file.writeBytes(PAGE.beforeData());
        file.writeBytes(data);
        file.writeBytes(PAGE.afterData());
        return file.toByteArray();
    }

    /** The value of the header {@code Content-Security-Policy} to send the file with; the file itself bears the like. */
    public static String contentSecurityPolicy() {
        return PAGE.policy() + "; frame-ancestors 'none'";
    }

    /** What a page that shows the file in a frame must allow, too: a frame made of a text inherits its page's policy. */
    static String scriptDigests() {
        return PAGE.scripts();
    }

    /** As {@link #scriptDigests}, of the style sheets. */
    static String styleDigests() {
        return PAGE.styles();
    }
}
