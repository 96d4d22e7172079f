package io.quanttradingos.regime;

import io.quanttradingos.SharedData;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.units.Symbol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Price tables for the tests: random ones by seed, made-up ones, and the real ones beside the checkout. */
final class Markets {
    static final LocalDate FIRST_DAY = LocalDate.of(2001, 1, 1);

    private Markets() {}

    /** A market whose volatility comes in spells, so that every state is visited; some closes are missing. */
    static PriceTable random(long seed, int rows, double missing, String... tickers) {
        Random random = new Random(seed);
        double[][] closes = new double[tickers.length][rows];
        double[] price = new double[tickers.length];
        Arrays.setAll(price, column -> 5 + 200 * random.nextDouble());
        double sigma = 0.01;
        double drift = 0;
        for (int row = 0; row < rows; row++) {
            if (random.nextInt(40) == 0) {
                sigma = 0.003 + 0.03 * random.nextDouble() * random.nextDouble();
                drift = 0.004 * (random.nextDouble() - 0.5);
            }
            double common = drift + sigma * random.nextGaussian();
            for (int column = 0; column < tickers.length; column++) {
                price[column] *= Math.exp(common * (column % 3 - 0.5) + 0.7 * sigma * random.nextGaussian());
                closes[column][row] = random.nextDouble() < missing ? Double.NaN : price[column];
            }
        }
        return table(closes, tickers);
    }

    static PriceTable table(double[][] closes, String... tickers) {
        int[] days = IntStream.range(0, closes[0].length)
                .map(row -> (int) FIRST_DAY.toEpochDay() + row)
                .toArray();
        return new PriceTable(symbols(tickers), days, closes);
    }

    static PriceTable single(String ticker, double... closes) {
        return table(new double[][] {closes}, ticker);
    }

    static List<Symbol> symbols(String... tickers) {
        return Arrays.stream(tickers).map(Symbol::of).toList();
    }

    static int[] days(PriceTable prices) {
        return IntStream.range(0, prices.rows()).map(prices::epochDay).toArray();
    }

    /** One column of a file of dates and numbers, counted after the date, under a ticker of its own. */
    static PriceTable shared(String name, int column, String ticker) {
        List<String[]> lines = reference(name);
        int[] days = lines.stream()
                .mapToInt(cells -> (int) LocalDate.parse(cells[0]).toEpochDay())
                .toArray();
        double[] closes = lines.stream()
                .mapToDouble(cells -> Double.parseDouble(cells[column]))
                .toArray();
        return new PriceTable(symbols(ticker), days, new double[][] {closes});
    }

    /** A wide file of dates and closes, as {@code Date,SPY,TLT} and {@code 2008-01-02,144.93,94.38}. */
    static PriceTable shared(String name) {
        try {
            return parse(Files.readAllLines(SharedData.file(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines after the header of a reference file, split at commas. */
    static List<String[]> reference(String name) {
        Path file = SharedData.file(name);
        try (InputStream bytes = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PriceTable parse(List<String> lines) {
        String[] header = lines.get(0).split(",", -1);
        int rows = lines.size() - 1;
        int[] days = new int[rows];
        double[][] closes = new double[header.length - 1][rows];
        for (int row = 0; row < rows; row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            days[row] = (int) LocalDate.parse(cells[0]).toEpochDay();
            for (int column = 0; column < closes.length; column++) {
                closes[column][row] = cells[column + 1].isBlank() ? Double.NaN : Double.parseDouble(cells[column + 1]);
            }
        }
        List<Symbol> symbols = new ArrayList<>();
        Arrays.stream(header).skip(1).map(Symbol::of).forEach(symbols::add);
        return new PriceTable(symbols, days, closes);
    }
}
