package io.quanttradingos.backtest.seed;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.Expansion;
import io.quanttradingos.marketdata.ReadLimits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of bars as the original did, for example {@code SeedCsv.read("bars.csv", bytes, null)}.
 *
 * <pre>
 * date,open,high,low,close,volume      Date,c            close,t
 * 2024-01-02,10,11,9,10.5,1000         01/02/2024,10.5   20240102,10.5
 * 2024-01-03,10.5,12,10,11,1200        13/01/2024,11     20240103,11
 * </pre>
 *
 * <p>Comma and UTF-8; gzip and zip where the file's <em>name</em> ends in {@code .gz} or {@code .zip}; cells as {@link
 * CsvCells} splits them, columns as {@link Header} names them, dates as {@link DateColumn} and numbers as {@link
 * NumberColumn} reads them. So of the files above the second holds 2 January and 13 January, and the third takes its
 * prices for dates and ends in a refusal: its {@code close} is the first column. Rows are put in order of time; missing
 * and impossible prices are kept, and a file with a header and no rows is one without bars.
 */
public final class SeedCsv {
    private static final List<String> UNKNOWN_COMPRESSIONS = List.of(".bz2", ".xz", ".zst", ".tar", ".tar.gz");

    private SeedCsv() {}

    /** As {@link #read(String, byte[], String, ReadLimits)}, within {@link ReadLimits#defaults}. */
    public static SeedBars read(String fileName, byte[] content, @Nullable String dateColumn) {
        return read(fileName, content, dateColumn, ReadLimits.defaults());
    }

    /**
     * Reads a whole file.
     *
     * @param fileName without a path; for messages, and its ending says how the file is compressed
     * @param dateColumn the name of the column of dates in lower case; null, empty or no column's: see {@link Header}
     * @throws Refusal invalid, where the original failed on the file or it is larger than the limits
     */
    public static SeedBars read(String fileName, byte[] content, @Nullable String dateColumn, ReadLimits limits) {
        byte[] text = expanded(fileName, content, limits.maxBytes());
        refuseOtherEncoding(fileName, text);
        CsvCells cells = new CsvCells(fileName, text, startsWithByteOrderMark(text) ? 3 : 0);
        if (!cells.nextRow()) {
            throw refusal(fileName, "has no columns: it is empty");
        }
        Header header = new Header(cells, dateColumn);
        if (!cells.nextRow()) {
            return new SeedBars(new long[0], new double[0], 0);
        }
        return new RowReader(cells, header.roles(cellsOfRow(cells)), limits.maxRows()).read();
    }

    private static int cellsOfRow(CsvCells standing) {
        CsvCells row = new CsvCells(standing);
        int count = 1;
        while (row.next()) {
            count++;
        }
        return count;
    }

    private static byte[] expanded(String fileName, byte[] content, int maxBytes) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (UNKNOWN_COMPRESSIONS.stream().anyMatch(name::endsWith)) {
            throw refusal(fileName, "is compressed in a way that is not read here; send it plain, as .gz or as .zip");
        }
        boolean zip = name.endsWith(".zip");
        boolean gzip = name.endsWith(".gz");
        byte[] plain = (gzip && starts(content, 0x1F, 0x8B)) || (zip && starts(content, 'P', 'K'))
                ? Expansion.expanded(fileName, content, maxBytes)
                : content;
        if ((zip || gzip) && plain == content) {
            throw refusal(fileName, "is not compressed as its name says");
        }
        if (plain.length > maxBytes) {
            throw refusal(fileName, "is larger than the limit of " + maxBytes + " bytes");
        }
        return plain;
    }

    private static void refuseOtherEncoding(String fileName, byte[] text) {
        int bits = 0;
        for (byte octet : text) {
            bits |= octet;
        }
        if (bits >= 0) {
            return;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw refusal(fileName, "is not in UTF-8; save it as UTF-8");
        }
    }

    private static boolean startsWithByteOrderMark(byte[] text) {
        return starts(text, 0xEF, 0xBB, 0xBF);
    }

    private static boolean starts(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static Refusal refusal(String fileName, String message) {
        return Refusal.invalid(List.of(new InputProblem(fileName, null, null, message)));
    }
}
