package io.quanttradingos.backtest.seed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A made-up file of bars with some of the faults such files have, and a question about it. */
record DirtyFile(String name, byte[] content, @Nullable String dateColumn, double cash, double quantity, String text) {
    private static final List<String> HEADERS = List.of(
            "date,open,high,low,close,volume",
            "date,open,high,low,close,volume",
            "Date,Open,High,Low,Close,Volume",
            "t,o,h,l,c,v",
            "timestamp,open,high,low,close,vol",
            "date,close",
            " Date , CLOSE ,x",
            "x,close,date",
            ",close",
            "symbol,date,close",
            "Date,Adj Close,c",
            "date,close,close",
            "close,date",
            "date,high,low,close,",
            "datetime,close",
            "date,c,close",
            "date,price",
            "close",
            "Date,date,close",
            "open,close");
    private static final List<String> DATES = List.of(
            "yyyy-MM-dd",
            "yyyy-MM-dd",
            "yyyy-MM-dd",
            "yyyy/MM/dd",
            "yyyyMMdd",
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd'T'HH:mm:ss",
            "yyyy-MM-dd'T'HH:mm:ss.SSSSSS",
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            "yyyy-MM-dd'T'HH:mm:ss'+01:00'",
            "yyyy-MM-dd'T'HH:mm:ss'-0530'",
            "yyyy-MM-dd h:mm a",
            "yyyyMMdd HHmmss",
            "MM/dd/yyyy",
            "dd/MM/yyyy",
            "M/d/yyyy",
            "M/d/yy",
            "dd.MM.yyyy",
            "dd-MM-yyyy",
            "MM/dd/yyyy HH:mm:ss",
            "M/d/yyyy h:mm a",
            "MMM d, yyyy",
            "MMM dd, yyyy",
            "d MMMM yyyy",
            "dd-MMM-yyyy",
            "dd-MMM-yy",
            "EEEE, MMMM d, yyyy",
            "EEE MMM dd HH:mm:ss yyyy",
            "EEE, dd MMM yyyy HH:mm:ss 'GMT'",
            "dd/MMM/yyyy");
    private static final List<String> NOTHING = List.of("", "NA", "N/A", "NaN", "nan", "null", "NULL", "#N/A", "n/a");
    private static final List<String> ODD_NUMBERS = List.of(
            "abc",
            "1,234.5",
            "1_000",
            "inf",
            "-inf",
            "Infinity",
            "1e400",
            "None",
            "True",
            "12abc",
            "NAN",
            "  ",
            "-5",
            "0");
    private static final List<String> ODD_DATES =
            List.of("x", "13/13/2024", "2024-02-30", "1500-01-01", "5", "totals", "", "NaT", "2024-13-01");
    private static final int[] SIZES = {0, 1, 2, 3, 5, 16, 40, 90};

    static DirtyFile of(long seed) {
        Random random = new Random(seed);
        return new Maker(random).make();
    }

    private static final class Maker {
        private final Random random;
        private final List<String> columns;
        private final DateTimeFormatter date;
        private final int rows;
        private final double spread;
        private final double oddNumbers;
        private final double oddDates;
        private final double nothing;
        private LocalDateTime time;
        private double price;
        private double firstClose = 100;

        Maker(Random random) {
            this.random = random;
            int header = random.nextBoolean() ? random.nextInt(9) : random.nextInt(HEADERS.size());
            this.columns = List.of(HEADERS.get(header).split(",", -1));
            this.date = DateTimeFormatter.ofPattern(one(DATES), Locale.ENGLISH);
            this.rows = SIZES[random.nextInt(SIZES.length)];
            this.spread = List.of(0.0, 0.001, 0.01, 0.05, 0.3).get(random.nextInt(5));
            this.oddNumbers = random.nextInt(20) == 0 ? 0.05 : 0;
            this.oddDates = random.nextInt(20) == 0 ? 0.1 : 0;
            this.nothing = random.nextInt(20) == 0 ? 0.1 : 0;
            this.time = LocalDateTime.of(
                            1980 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28), 0, 0)
                    .plusMinutes(random.nextInt(3) == 0 ? 30L * random.nextInt(48) : 0);
            this.price = Math.pow(10, random.nextDouble() * 5 - 1);
        }

        private String one(List<String> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        DirtyFile make() {
            List<String> lines = new ArrayList<>();
            long minutes = List.of(1440, 1440, 1440, 60, 5, 10080, 44640).get(random.nextInt(7));
            for (int row = 0; row < rows; row++) {
                lines.add(row());
                time = time.plusMinutes(random.nextInt(25) == 0 ? 0 : minutes);
            }
            shuffle(lines);
            spoil(lines);
            lines.add(0, String.join(",", columns));
            String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
            for (int blank = random.nextInt(12) == 0 ? 3 : 0; blank > 0; blank--) {
                lines.add(random.nextInt(lines.size() + 1), one(List.of("", " ", "\t", "  \t ")));
            }
            String text =
                    (random.nextInt(15) == 0 ? "\uFEFF" : "") + String.join(end, lines) + one(List.of("", end, end));
            double quantity = List.of(50.0, 1.0, 0.5, 0.1, 7.3, 1e9).get(random.nextInt(6));
            return packed(
                    text,
                    quantity,
                    cash(quantity),
                    random.nextInt(8) == 0 ? one(List.of("date", "close", "no")) : null);
        }

        private double cash(double quantity) {
            return switch (random.nextInt(5)) {
                case 0 -> quantity * firstClose;
                case 1, 2 -> quantity * firstClose * (0.9 + 2 * random.nextDouble());
                case 3 -> 1000;
                default -> 100_000;
            };
        }

        private String row() {
            price *= Math.exp(spread * random.nextGaussian());
            List<String> cells = new ArrayList<>();
            boolean dated = false;
            for (String column : columns) {
                String name = column.strip().toLowerCase(Locale.ROOT);
                boolean isDate = List.of("date", "t", "timestamp", "datetime").contains(name)
                        || (cells.isEmpty() && List.of("", "x").contains(name) && !columns.contains("date"));
                cells.add(quoted(isDate && !dated ? date() : name.equals("symbol") ? "ABC" : number(name)));
                dated |= isDate;
            }
            return String.join(",", cells);
        }

        private String date() {
            if (random.nextDouble() < oddDates) {
                return one(ODD_DATES);
            }
            return time.format(date);
        }

        private String number(String column) {
            if (column.startsWith("v")) {
                return String.valueOf(random.nextInt(10_000_000));
            }
            if (random.nextDouble() < nothing) {
                return one(NOTHING);
            }
            if (random.nextDouble() < oddNumbers) {
                return one(ODD_NUMBERS);
            }
            String written = switch (random.nextInt(8)) {
                case 0 -> String.format(Locale.ROOT, "%.8f", price);
                case 1 -> String.format(Locale.ROOT, "%.6e", price);
                case 2 -> String.format(Locale.ROOT, " %.3f ", price);
                case 3 -> String.format(Locale.ROOT, "+%.4f", price);
                default -> String.format(Locale.ROOT, "%.2f", price);
            };
            if (column.startsWith("c") && firstClose == 100) {
                firstClose = Double.parseDouble(written);
            }
            return written;
        }

        private String quoted(String cell) {
            boolean quote = cell.contains(",") || random.nextInt(60) == 0;
            return quote ? "\"" + cell + "\"" : cell;
        }

        private void shuffle(List<String> lines) {
            int way = random.nextInt(8);
            if (way == 0) {
                Collections.shuffle(lines, random);
            } else if (way == 1) {
                Collections.reverse(lines);
            }
        }

        private void spoil(List<String> lines) {
            if (lines.isEmpty()) {
                return;
            }
            int row = random.nextInt(lines.size());
            switch (random.nextInt(40)) {
                case 0 -> lines.set(row, lines.get(row) + ",9");
                case 1 -> lines.set(row, lines.get(row).replaceFirst(",[^,]*$", ""));
                case 2 -> lines.replaceAll(line -> line + ",");
                case 3 -> lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ",\"");
                case 4 -> lines.set(row, ",");
                default -> {}
            }
        }

        private DirtyFile packed(String text, double quantity, double cash, @Nullable String dateColumn) {
            byte[] plain = text.getBytes(StandardCharsets.UTF_8);
            return switch (random.nextInt(40)) {
                case 0 -> new DirtyFile("bars.csv.gz", zipped(plain, true), dateColumn, cash, quantity, text);
                case 1 -> new DirtyFile("bars.zip", zipped(plain, false), dateColumn, cash, quantity, text);
                case 2 -> new DirtyFile("bars.csv.gz", plain, dateColumn, cash, quantity, text);
                case 3 -> new DirtyFile("bars.csv", zipped(plain, true), dateColumn, cash, quantity, text);
                default -> new DirtyFile("bars.csv", plain, dateColumn, cash, quantity, text);
            };
        }
    }

    static byte[] zipped(byte[] plain, boolean gzip) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = gzip ? new GZIPOutputStream(bytes) : entry(new ZipOutputStream(bytes))) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipOutputStream entry(ZipOutputStream out) throws IOException {
        out.putNextEntry(new ZipEntry("bars.csv"));
        return out;
    }
}
