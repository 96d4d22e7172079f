package io.quanttradingos.inputs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quanttradingos.failure.Parsed;
import io.quanttradingos.imports.Answers;
import io.quanttradingos.imports.Formats;
import io.quanttradingos.imports.Sheets;
import io.quanttradingos.imports.workbook.Workbook;
import io.quanttradingos.journal.Journal;
import io.quanttradingos.marketdata.BarFile;
import io.quanttradingos.marketdata.BarReader;
import io.quanttradingos.marketdata.DateReading;
import io.quanttradingos.marketdata.Expansion;
import io.quanttradingos.marketdata.PriceFile;
import io.quanttradingos.marketdata.PriceReader;
import io.quanttradingos.marketdata.ReadLimits;
import io.quanttradingos.portfolio.Holdings;
import io.quanttradingos.portfolio.HoldingsReader;
import io.quanttradingos.table.TableReader;
import io.quanttradingos.table.TextTable;
import io.quanttradingos.units.Symbol;
import java.util.List;
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
    private final Exports exports;
    private final BiFunction<String, byte[], Map<String, Object>> plans;
    private final ReadLimits limits;
    private final Cache<String, Object> parsed;

    /**
     * Wires the readers.
     *
     * @param tables splits small tables
     * @param plans reads a JSON object, given its name for messages
     * @param formats the exports that are known beside our own forms
     * @param mostBytes memory for what has been parsed
     */
    public Inputs(
            Documents documents,
            TableReader tables,
            BiFunction<String, byte[], Map<String, Object>> plans,
            ReadLimits limits,
            Formats formats,
            long mostBytes) {
        this.documents = documents;
        this.tables = new SmallTables(tables);
        this.exports = new Exports(formats);
        this.plans = plans;
        this.limits = limits;
        this.parsed = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((String key, Object value) -> weight(value))
                .build();
    }

    /** How large a table of prices or bars may be. */
    public ReadLimits limits() {
        return limits;
    }

    /** Closing prices. */
    public Input<PriceFile> prices(String field, Source source, @Nullable String dateFormat) {
        Documents.Document document = documents.read(field, source);
        String reading = reading(source);
        PriceFile file = once(
                "prices",
                (dateFormat == null ? "" : dateFormat) + reading,
                document,
                content -> prices(document.name(), content, source.answers(), reader(dateFormat)));
        return new Input<>(document.name(), document.content(), file.rows(), file, reading, List.of());
    }

    private PriceFile prices(String name, byte[] content, Answers answers, PriceReader reader) {
        return oursFirst(name, content, answers, table -> reader.read(name, table), PriceFile::noticed);
    }

    /** What is said of an export, as a part of a key. */
    private static String reading(Source source) {
        return source.answers().equals(Answers.none())
                ? ""
                : ImportFields.of(source.answers()).toString();
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
                symbol + ":" + options + reading(source),
                document,
                content -> bars(document.name(), content, source.answers(), options.reader(limits, symbol)));
        return new Input<>(document.name(), document.content(), file.rows(), file, reading(source), List.of());
    }

    private BarFile bars(String name, byte[] content, Answers answers, BarReader reader) {
        return oursFirst(name, content, answers, table -> reader.read(name, table), BarFile::noticed);
    }

    /** An export is looked for only in what our own reader does not take: prices and bars may be large. */
    private <T> T oursFirst(
            String name,
            byte[] content,
            Answers answers,
            Function<byte[], Parsed<T>> reader,
            BiFunction<T, List<String>, T> noticed) {
        boolean ours = answers.equals(Answers.none()) && !Workbook.is(content);
        Parsed<T> read = ours ? reader.apply(content) : null;
        if (read != null && read.problems().isEmpty()) {
            return read.value();
        }
        OwnTable table = tables.alone(content, () -> exports.prices(name, content, answers));
        return read != null && table.content() == content
                ? read.orRefuse()
                : noticed.apply(reader.apply(table.content()).orRefuse(), table.notices());
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

    /** Holdings, in our own form or as an export of positions or of transactions. */
    public Input<Holdings> holdings(String field, Source source) {
        Documents.Document document = documents.read(field, source);
        String reading = reading(source);
        Holdings holdings =
                once("holdings", reading, document, content -> holdings(document.name(), content, source.answers()));
        return new Input<>(
                document.name(), document.content(), holdings.positions().size(), holdings, reading, List.of());
    }

    private Holdings holdings(String name, byte[] content, Answers answers) {
        OwnTable table = tables.alone(content, () -> exports.holdings(name, content, answers));
        Holdings holdings = tables.read(
                name, table.content(), read -> HoldingsReader.read(read).orRefuse());
        return new Holdings(holdings.positions(), ImportNotices.all(table.notices(), holdings.notes()));
    }

    /** Closed trades of a journal, in our own form or as an export. */
    public Input<Journal> journal(String field, Source source) {
        return trades("journal", field, source, table -> Journal.read(table).orRefuse(), Journal::size);
    }

    /** A table of closed trades as it stands, in our own form or as an export. */
    public Input<TextTable> trades(String field, Source source) {
        return trades(
                "table",
                field,
                source,
                Function.identity(),
                table -> table.rows().size());
    }

    private <T> Input<T> trades(
            String kind, String field, Source source, Function<TextTable, T> read, ToIntFunction<T> rows) {
        Documents.Document document = documents.read(field, source);
        String reading = reading(source);
        Noticed<T> found = once(kind, document.name() + reading, document, content -> {
            OwnTable table = tables.alone(content, () -> exports.trades(document.name(), content, source.answers()));
            return new Noticed<>(tables.read(document.name(), table.content(), read), table.notices());
        });
        return new Input<>(
                document.name(),
                document.content(),
                rows.applyAsInt(found.value()),
                found.value(),
                reading,
                found.notices());
    }

    /**
     * Holdings as a table in our own form: the file itself, expanded, or what was made of an export.
     *
     * @throws io.quanttradingos.failure.Refusal where it gives none
     */
    public byte[] ownHoldings(String field, Source source) {
        return own(documents.read(field, source), source.answers(), exports::holdings);
    }

    /** Closed trades as a table in our own form, in the same way. */
    public byte[] ownTrades(String field, Source source) {
        return own(documents.read(field, source), source.answers(), exports::trades);
    }

    private byte[] own(Documents.Document document, Answers answers, OwnForm form) {
        byte[] content = document.content().bytes();
        return tables.alone(
                content,
                () -> Expansion.expanded(
                        document.name(),
                        form.of(document.name(), content, answers).content(),
                        Exports.MOST_BYTES));
    }

    /** A table of ours as a file that a spreadsheet opens without running any of its cells as a formula. */
    public byte[] forSpreadsheet(byte[] table) {
        return OwnRows.text(OwnRows.withoutFormulas(Sheets.ofText("table", table)));
    }

    /** What a file is, before anything is run on it. */
    public Recognised recognised(String field, Source source) {
        Documents.Document document = documents.read(field, source);
        byte[] content = document.content().bytes();
        return tables.alone(content, () -> exports.recognised(document.name(), content, source.answers()));
    }

    /** A JSON object as it stands. */
    public Input<Map<String, Object>> json(String field, Source source) {
        Documents.Document document = documents.read(field, source);
        Map<String, Object> json = once("json", "", document, content -> plans.apply(document.name(), content));
        return new Input<>(document.name(), document.content(), 1, json);
    }

    /** What was read of a table, with what it leaves out. */
    private record Noticed<T>(T value, List<String> notices) {}

    @FunctionalInterface
    private interface OwnForm {
        OwnTable of(String name, byte[] content, Answers answers);
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

    private static int weight(Object kept) {
        Object value = kept instanceof Noticed<?> noticed ? noticed.value() : kept;
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
