package io.quanttradingos.marketdata;

import io.quanttradingos.marketdata.PlainText.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what a dropped file holds from its content; its name plays no part.
 *
 * <p>A table is told by its header, whatever its letter case: a trade has entry price and exit price, a journal entry,
 * exit and quantity, a position a symbol and shares, bars open, high, low and close, or a close and no symbol, a long
 * price file date, symbol and close, and a wide price file a date and otherwise tickers. JSON is told by the keys that
 * occur in its text, without being parsed: a plan speaks of {@code allowed_regimes}, rows of trades of {@code entry} and
 * {@code exit}, a job of a request's fields. Whoever reads the file next still checks all of it.
 */
public final class ContentRecogniser {
    private static final int MOST_COLUMNS = 20_000;
    private static final Set<String> SYMBOL = Set.of("symbol", "ticker", "tic", "instrument");
    private static final Set<String> ENTRY = Set.of("entry", "entry price", "buy price", "open price");
    private static final Set<String> EXIT = Set.of("exit", "exit price", "sell price", "close price");
    private static final Set<String> QUANTITY = Set.of("qty", "quantity", "shares", "size", "units", "position");
    private static final Set<String> CLOSE = Set.of("close", "close/last", "adj close", "adjusted close", "adjclose");
    /** Columns of an account statement, whose rows are events rather than positions. */
    private static final Set<String> TRANSACTION = Set.of("side", "action", "type", "category", "amount");

    private static final Set<String> PRICE = Set.of("price", "last", "value");
    private static final Pattern PLAN = Pattern.compile("\"(allowed_regimes|position_limits_by_regime)\"\\s*:");
    private static final Pattern JOB = Pattern.compile(
            "\"(prices_path|holdings_path|prices|holdings|peak_equity|execution_score|include_guardian|csv_path|symbol"
                    + "|as_of|execution_trades_path|execution_plan_path|guardian_price|guardian_atr|portfolio_id|conventions"
                    + "|initial_cash|strategy_type|strategy|data_source)\"\\s*:");

    private static final Pattern JSON_ENTRY = Pattern.compile("\"entry(_price)?\"\\s*:");
    private static final Pattern JSON_EXIT = Pattern.compile("\"exit(_price)?\"\\s*:");

    private ContentRecogniser() {}

    /**
     * What was recognised.
     *
     * @param reason for {@link ContentKind#UNKNOWN} why, as the end of a sentence about the file; else what told it
     */
    public record Recognised(ContentKind kind, String reason) {}

    /**
     * Recognises a file by its content.
     *
     * @param file its bytes, compressed or not; of an uncompressed one the first lines are enough
     * @param maxBytes the bound on expanding a compressed one
     */
    public static Recognised recognise(byte[] file, int maxBytes) {
        try {
            PlainText text = PlainText.of(file, Math.max(maxBytes, file.length));
            CellCursor cursor = HeaderLine.start(text);
            byte first = cursor.bytes[firstNonBlank(cursor)];
            return first == '{' || first == '[' ? json(cursor) : table(cursor);
        } catch (Unreadable e) {
            return unknown(String.valueOf(e.getMessage()));
        }
    }

    private static int firstNonBlank(CellCursor cursor) {
        int p = cursor.position;
        while (cursor.bytes[p] == ' ' || cursor.bytes[p] == '\t') {
            p++;
        }
        return p;
    }

    private static Recognised json(CellCursor cursor) {
        byte[] bytes = cursor.bytes;
        String text = new String(bytes, cursor.position, bytes.length - cursor.position, StandardCharsets.UTF_8);
        if (PLAN.matcher(text).find() && !text.contains("_path\"")) {
            return new Recognised(ContentKind.PLAN_JSON, "names the regimes of a plan");
        }
        if (isRows(text)
                && JSON_ENTRY.matcher(text).find()
                && JSON_EXIT.matcher(text).find()) {
            return text.contains("\"entry_price\"") && text.contains("\"shares\"")
                    ? new Recognised(ContentKind.TRADES, "has the keys entry_price, exit_price and shares")
                    : new Recognised(ContentKind.JOURNAL, "has the keys entry and exit");
        }
        return JOB.matcher(text).find() || text.strip().equals("{}")
                ? new Recognised(ContentKind.JOB_JSON, "has the fields of a request")
                : unknown("is JSON with neither the fields of a plan nor those of a decision or backtest request");
    }

    /** An array of objects, or an object on each line; a request that holds rows among its fields is none. */
    private static boolean isRows(String text) {
        String first = text.strip().lines().findFirst().orElse("");
        return first.startsWith("[") || (first.endsWith("}") && first.indexOf('[') < 0);
    }

    private static Recognised table(CellCursor cursor) throws Unreadable {
        int line = cursor.line;
        List<String> labels = HeaderLine.cells(cursor, MOST_COLUMNS);
        List<String> ordered = labels.stream().map(PriceHeader::normalised).toList();
        Set<String> names = new HashSet<>(ordered);
        boolean symbol = anyOf(names, SYMBOL);
        if (anyOf(names, ENTRY) && anyOf(names, EXIT)) {
            return entries(names);
        }
        boolean date = ordered.stream().anyMatch(PriceHeader::isDateName);
        boolean close = anyOf(names, CLOSE) || (date && anyOf(names, PRICE) && !anyOf(names, QUANTITY));
        if (symbol && anyOf(names, QUANTITY) && !anyOf(names, TRANSACTION)) {
            return new Recognised(ContentKind.HOLDINGS, "has a symbol and a quantity column");
        }
        boolean dated = date || ordered.get(0).isEmpty();
        if (dated && BarHeader.namesBars(names)) {
            return new Recognised(ContentKind.OHLCV, "has open, high, low and close columns");
        }
        if (symbol && date && close) {
            return new Recognised(ContentKind.LONG_PRICES, "has date, symbol and close columns");
        }
        if (anyOf(names, CLOSE) && dated) {
            return new Recognised(ContentKind.OHLCV, "has a close column and names no instrument");
        }
        return wide(labels, line, cursor);
    }

    private static Recognised entries(Set<String> names) {
        if (names.contains("entry price") && names.contains("shares")) {
            return new Recognised(ContentKind.TRADES, "has entry_price, exit_price and shares columns");
        }
        return anyOf(names, QUANTITY)
                ? new Recognised(ContentKind.JOURNAL, "has entry, exit and quantity columns")
                : unknown("has entry and exit columns but no quantity column (qty or shares)");
    }

    private static Recognised wide(List<String> labels, int line, CellCursor cursor) {
        Problems problems = new Problems("");
        PriceHeader header = PriceHeader.of(labels, line, problems);
        if (header == null) {
            return unknown(
                    "has a header of no known kind (" + problems.list().get(0).message() + ")");
        }
        return header.layout() == PriceLayout.WIDE && pricesFollow(header, cursor)
                ? new Recognised(ContentKind.WIDE_PRICES, "has a date column and " + header.priceColumns() + " tickers")
                : unknown("has a header like a price file's, but no date and prices under it");
    }

    /** Whether the first row holds a date and, beside it, nothing but prices: many a word is a valid ticker. */
    private static boolean pricesFollow(PriceHeader header, CellCursor cursor) {
        while (!cursor.atEnd() && cursor.atLineEnd()) {
            cursor.skipLineEnd();
        }
        DayColumn days = new DayColumn();
        for (int role : header.roles()) {
            cursor.next();
            if (role == ColumnRole.DATE
                    ? days.read(cursor.bytes, cursor.from, cursor.to, cursor.line) == DayColumn.UNREADABLE
                    : role >= 0
                            && !CellText.isMissing(cursor.bytes, cursor.from, cursor.to)
                            && !CellText.isNumber(cursor.text())) {
                return false;
            }
            if (cursor.atLineEnd()) {
                return true;
            }
            cursor.skipDelimiter();
        }
        return true;
    }

    private static boolean anyOf(Set<String> names, Set<String> wanted) {
        return wanted.stream().anyMatch(names::contains);
    }

    private static Recognised unknown(String reason) {
        return new Recognised(ContentKind.UNKNOWN, reason);
    }
}
