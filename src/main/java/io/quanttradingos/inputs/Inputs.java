package io.quanttradingos.inputs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quanttradingos.journal.Journal;
import io.quanttradingos.marketdata.BarFile;
import io.quanttradingos.marketdata.DateReading;
import io.quanttradingos.marketdata.PriceFile;
import io.quanttradingos.marketdata.PriceReader;
import io.quanttradingos.marketdata.ReadLimits;
import io.quanttradingos.portfolio.Holdings;
import io.quanttradingos.portfolio.HoldingsReader;
import io.quanttradingos.table.TableReader;
import io.quanttradingos.table.TextTable;
import io.quanttradingos.units.Symbol;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of requests, read and parsed once per content.
 *
 * <p>Two requests with the same bytes share one parsed table, whatever the bytes were called; a file that has not changed is not even read again.
 */
public final class Inputs {
    private static final int BYTES_PER_TEXT_CELL = 64;
    private static final int BYTES_PER_PRICE = 8;
    private static final int NUMBERS_PER_BAR = 6;
    private static final int NUMBERS_PER_TRADE = 8;
    private static final int BYTES_PER_ENTRY = 256;

    private final Documents documents;
    private final SmallTables tables;
    private final BiFunction<String, byte[], Map<String, Object>> plans;
    private final ReadLimits limits;
    private final Cache<String, Object> parsed;

    /**
     * Wires the readers.
     *
     * @param tables splits small tables
     * @param plans reads a JSON object, given its name for messages
     * @param mostBytes memory for what has been parsed
     */
    public Inputs(
            Documents documents,
            TableReader tables,
            BiFunction<String, byte[], Map<String, Object>> plans,
            ReadLimits limits,
            long mostBytes) {
        this.documents = documents;
        this.tables = new SmallTables(tables);
        this.plans = plans;
        this.limits = limits;
        this.parsed = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((String key, Object value) -> weight(value))
                .build();
    }

    /** Closing prices. */
    public Input<PriceFile> prices(String field, Source source, @Nullable String dateFormat) {
        Documents.Document document = documents.read(field, source);
        PriceFile file = once(
                "prices",
                dateFormat == null ? "" : dateFormat,
                document,
                content -> reader(dateFormat).read(document.name(), content).orRefuse());
        return new Input<>(document.name(), document.content(), file.rows(), file);
    }

    private PriceReader reader(@Nullable String dateFormat) {
        PriceReader reader = PriceReader.standard().within(limits);
        return dateFormat == null
                ? reader
                : reader.withDates(DateReading.parse(dateFormat).orElseThrow());
    }

    /**
     * Bars of one or more instruments.
     *
     * @param symbol the instrument of a file that does not say which its bars are of
     */
    public Input<BarFile> bars(String field, Source source, Symbol symbol, BarOptions options) {
        Documents.Document document = documents.read(field, source);
        BarFile file = once(
                "bars",
                symbol + ":" + options,
                document,
                content -> options.reader(limits, symbol)
                        .read(document.name(), content)
                        .orRefuse());
        return new Input<>(document.name(), document.content(), file.rows(), file);
    }

    /**
     * An input that is read in a way of its own, and each time anew.
     *
     * @param reading given the name for messages and the bytes
     * @param rows how many rows were read
     */
    public <T> Input<T> read(
            String field, Source source, BiFunction<String, byte[], T> reading, ToIntFunction<T> rows) {
        Documents.Document document = documents.read(field, source);
        T value = reading.apply(document.name(), document.content().bytes());
        return new Input<>(document.name(), document.content(), rows.applyAsInt(value), value);
    }

    /** Holdings. */
    public Input<Holdings> holdings(String field, Source source) {
        Documents.Document document = documents.read(field, source);
        Holdings holdings = once(
                "holdings",
                "",
                document,
                content -> tables.read(
                        document.name(),
                        content,
                        table -> HoldingsReader.read(table).orRefuse()));
        return new Input<>(
                document.name(), document.content(), holdings.positions().size(), holdings);
    }

    /** Closed trades of a journal. */
    public Input<Journal> journal(String field, Source source) {
        Documents.Document document = documents.read(field, source);
        Journal journal = once(
                "journal",
                document.name(),
                document,
                content -> tables.read(
                        document.name(), content, table -> Journal.read(table).orRefuse()));
        return new Input<>(document.name(), document.content(), journal.size(), journal);
    }

    /** Any small table. */
    public Input<TextTable> table(String field, Source source) {
        Documents.Document document = documents.read(field, source);
        TextTable table = once(
                "table",
                document.name(),
                document,
                content -> tables.read(document.name(), content, Function.identity()));
        return new Input<>(document.name(), document.content(), table.rows().size(), table);
    }

    /** A JSON object as it stands. */
    public Input<Map<String, Object>> json(String field, Source source) {
        Documents.Document document = documents.read(field, source);
        Map<String, Object> json = once("json", "", document, content -> plans.apply(document.name(), content));
        return new Input<>(document.name(), document.content(), 1, json);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(byte[] content);
    }

    @SuppressWarnings("unchecked") // a kind always holds the type its one caller reads
    private <T> T once(String kind, String option, Documents.Document document, Reading<T> reading) {
        String key = kind + ':' + option + ':' + document.sha256();
        Object found = parsed.getIfPresent(key);
        if (found == null) {
            found = reading.of(document.content().bytes());
            parsed.put(key, found);
        }
        return (T) found;
    }

    private static int weight(Object value) {
        long bytes = BYTES_PER_ENTRY;
        if (value instanceof PriceFile prices) {
            bytes += (long) prices.table().rows() * (prices.table().columns() + 1) * BYTES_PER_PRICE;
        } else if (value instanceof BarFile bars) {
            bytes += (long) bars.rows() * NUMBERS_PER_BAR * BYTES_PER_PRICE;
        } else if (value instanceof TextTable table) {
            bytes += (long) table.rows().size() * table.header().size() * BYTES_PER_TEXT_CELL;
        } else if (value instanceof Journal journal) {
            bytes += (long) journal.size() * NUMBERS_PER_TRADE * BYTES_PER_PRICE;
        } else if (value instanceof Holdings holdings) {
            bytes += (long) holdings.positions().size() * BYTES_PER_TEXT_CELL;
        }
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }
}
