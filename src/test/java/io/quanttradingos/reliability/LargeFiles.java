package io.quanttradingos.reliability;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;

/** Tables of any length, made up, the same for the same seed. */
final class LargeFiles {
    private static final LocalDateTime FIRST_MINUTE = LocalDateTime.of(2000, 1, 3, 9, 30);
    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 1, 4);

    private LargeFiles() {}

    /** Bars a minute apart, about 50 bytes each. */
    static byte[] bars(int rows, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(rows * 52).append("date,open,high,low,close,volume\n");
        double close = 100;
        for (int row = 0; row < rows; row++) {
            double open = close;
            close = Math.max(1, close * (1 + 0.001 * random.nextGaussian()));
            cents(text.append(FIRST_MINUTE.plusMinutes(row)).append(":00,"), open);
            cents(text.append(','), Math.max(open, close) + 0.02);
            cents(text.append(','), Math.min(open, close) - 0.02);
            cents(text.append(','), close);
            text.append(",1000\n");
        }
        return text.toString().getBytes(US_ASCII);
    }

    private static void cents(StringBuilder text, double value) {
        long cents = Math.round(value * 100);
        text.append(cents / 100).append('.');
        if (cents % 100 < 10) {
            text.append('0');
        }
        text.append(cents % 100);
    }

    /** Closed trades, about 45 bytes each. */
    static byte[] journal(int rows, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(rows * 48).append("date,symbol,side,qty,entry,exit,fees\n");
        for (int row = 0; row < rows; row++) {
            text.append(FIRST_DAY.plusDays(row % 5000)).append(",S").append(random.nextInt(50));
            text.append(random.nextBoolean() ? ",BUY,10," : ",SELL,10,");
            cents(text, 50 + random.nextInt(5000) / 100.0);
            cents(text.append(','), 50 + random.nextInt(5000) / 100.0);
            text.append(",1.00\n");
        }
        return text.toString().getBytes(US_ASCII);
    }

    /** Closes of so many instruments on so many days, one price a row: date, symbol, close. */
    static byte[] longPrices(int days, int symbols, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(days * symbols * 24).append("date,symbol,close\n");
        for (int day = 0; day < days; day++) {
            String date = FIRST_DAY.plusDays(day).toString();
            for (int symbol = 0; symbol < symbols; symbol++) {
                text.append(date).append(',').append(symbol(symbol)).append(',');
                cents(text, 80 + random.nextInt(4000) / 100.0);
                text.append('\n');
            }
        }
        return text.toString().getBytes(US_ASCII);
    }

    /** The same, one column for each instrument. */
    static byte[] widePrices(int days, int symbols, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(days * symbols * 7).append("date");
        for (int symbol = 0; symbol < symbols; symbol++) {
            text.append(',').append(symbol(symbol));
        }
        text.append('\n');
        for (int day = 0; day < days; day++) {
            text.append(FIRST_DAY.plusDays(day));
            for (int symbol = 0; symbol < symbols; symbol++) {
                cents(text.append(','), 80 + random.nextInt(4000) / 100.0);
            }
            text.append('\n');
        }
        return text.toString().getBytes(US_ASCII);
    }

    private static String symbol(int number) {
        return switch (number) {
            case 0 -> "SPY";
            case 1 -> "TLT";
            default -> "X" + number;
        };
    }

    /** A form with one file and some fields. */
    static byte[] form(String boundary, String part, String fileName, byte[] file, String... fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + 1024);
        for (int i = 0; i < fields.length; i += 2) {
            out.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n\r\n"
                            + fields[i + 1] + "\r\n")
                    .getBytes(US_ASCII));
        }
        out.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(US_ASCII));
        out.writeBytes(file);
        out.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(US_ASCII));
        return out.toByteArray();
    }
}
