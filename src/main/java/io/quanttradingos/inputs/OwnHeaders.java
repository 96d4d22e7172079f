package io.quanttradingos.inputs;

import io.quanttradingos.marketdata.ContentKind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by its header that a table is in our own form and nothing else, so that no format of others need be looked for. */
final class OwnHeaders {
    private static final int HEADER_AT_MOST = 4096;
    private static final Pattern BETWEEN_CELLS = Pattern.compile("[,;\t]");
    private static final Set<String> NAMES = Set.of(
            "symbol",
            "ticker",
            "shares",
            "quantity",
            "qty",
            "units",
            "size",
            "avg price",
            "average price",
            "avg cost",
            "average cost",
            "stop price",
            "stop",
            "stop loss",
            "date",
            "trade date",
            "entry date",
            "open date",
            "opened",
            "side",
            "direction",
            "entry price",
            "entry",
            "buy price",
            "exit price",
            "exit",
            "sell price",
            "fees",
            "fee",
            "commission",
            "commissions",
            "exit date",
            "close date",
            "closed",
            "date closed");

    private OwnHeaders() {}

    /** Whether a file of the kind is ours beyond doubt. */
    static boolean are(ContentKind kind, byte[] content) {
        return switch (kind) {
            case PLAN_JSON, JOB_JSON, WIDE_PRICES, LONG_PRICES, OHLCV -> true;
            case HOLDINGS, TRADES, JOURNAL -> isJson(content) || hasOnlyOurNames(content);
            case UNKNOWN -> false;
        };
    }

    private static boolean isJson(byte[] content) {
        String start = start(content).strip();
        return start.startsWith("[") || start.startsWith("{");
    }

    private static boolean hasOnlyOurNames(byte[] content) {
        String header = start(content)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return BETWEEN_CELLS.splitAsStream(header).allMatch(cell -> NAMES.contains(normalised(cell)));
    }

    private static String normalised(String cell) {
        return cell.replace('_', ' ')
                .replace("\"", "")
                .replace("\uFEFF", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static String start(byte[] content) {
        return new String(content, 0, Math.min(content.length, HEADER_AT_MOST), StandardCharsets.UTF_8);
    }
}
