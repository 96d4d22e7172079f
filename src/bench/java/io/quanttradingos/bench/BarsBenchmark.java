package io.quanttradingos.bench;

import io.quanttradingos.marketdata.BarFile;
import io.quanttradingos.marketdata.BarReader;
import io.quanttradingos.units.Symbol;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Reading a file of bars against a plain scan of its bytes that makes a number of each run of digits.
 *
 * <p>The aim is 250 MB/s for the plain daily file. {@link #scanPlainly} keeps its numbers in arrays too, but checks nothing,
 * knows one spelling only and does not round correctly. {@link #main} prints the ratio of the two.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 5,
        jvmArgs = {"-Xmx1g"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class BarsBenchmark {
    private static final int ROWS = 25_200;
    private static final int COLUMNS = 6;
    private static final int DATE_BYTES = 10;
    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    /** How the file is spelt. */
    @Param({"daily", "yahoo", "minutes"})
    public String file;

    private byte[] bytes;

    /** Counts what was read, so that the result is in megabytes. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Read {
        public double megabytes;
    }

    @Setup
    public void write() {
        bytes = file(file).getBytes(StandardCharsets.UTF_8);
    }

    private static String file(String kind) {
        boolean yahoo = kind.equals("yahoo");
        String price = yahoo ? "%.6f" : "%.2f";
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder(
                yahoo ? "Date,Open,High,Low,Close,Adj Close,Volume" : "date,open,high,low,close,volume");
        double close = 100;
        for (int row = 0; row < ROWS; row++) {
            double open = close * (0.99 + 0.02 * random.nextDouble());
            close = Math.max(5, open * (0.98 + 0.0402 * random.nextDouble()));
            double high = Math.max(open, close) * (1 + 0.01 * random.nextDouble());
            double low = Math.min(open, close) * (1 - 0.01 * random.nextDouble());
            text.append('\n')
                    .append(
                            kind.equals("minutes")
                                    ? LocalDateTime.of(2000, 1, 3, 9, 30, 1).plusMinutes(row)
                                    : LocalDate.of(1950, 1, 3).plusDays(row));
            for (double each : new double[] {open, high, low, close}) {
                text.append(',').append(String.format(Locale.ROOT, price, each));
            }
            text.append(yahoo ? "," + String.format(Locale.ROOT, price, close * 0.9) : "")
                    .append(',')
                    .append(random.nextLong(1_000_000, 200_000_000));
        }
        return text.append('\n').toString();
    }

    @Benchmark
    public BarFile read(Read counter) {
        counter.megabytes += bytes.length / 1e6;
        return BarReader.standard()
                .forSymbol(Symbol.of("SPY"))
                .read("bars.csv", bytes)
                .orRefuse();
    }

    @Benchmark
    public double[][] scanPlainly(Read counter) {
        counter.megabytes += bytes.length / 1e6;
        byte[] text = bytes;
        double[][] columns = new double[COLUMNS + 1][ROWS];
        int p = 0;
        while (text[p] != '\n') {
            p++;
        }
        p++;
        for (int row = 0; row < ROWS; row++) {
            columns[0][row] = day(text, p);
            p += DATE_BYTES;
            while (text[p] != ',') {
                p++;
            }
            p++;
            for (int column = 1; ; column++) {
                long digits = 0;
                int point = 0;
                byte octet = text[p];
                while (octet != ',' && octet != '\n') {
                    if (octet == '.') {
                        point = p;
                    } else {
                        digits = digits * 10 + octet - '0';
                    }
                    octet = text[++p];
                }
                columns[column][row] = point == 0 ? digits : digits / POWERS_OF_TEN[p - point - 1];
                p++;
                if (octet == '\n') {
                    break;
                }
            }
        }
        return columns;
    }

    private static int day(byte[] text, int p) {
        int year = (text[p] - '0') * 1000 + (text[p + 1] - '0') * 100 + (text[p + 2] - '0') * 10 + text[p + 3] - '0';
        int month = (text[p + 5] - '0') * 10 + text[p + 6] - '0';
        return (year * 12 + month) * 31 + (text[p + 8] - '0') * 10 + text[p + 9] - '0';
    }

    /** Runs both, with the options of JMH's command line, and prints megabytes a second and their ratio. */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        Options options = new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .include(BarsBenchmark.class.getSimpleName())
                .build();
        Collection<RunResult> results = new Runner(options).run();
        for (RunResult result : results) {
            if (result.getParams().getBenchmark().endsWith(".read")) {
                String file = result.getParams().getParam("file");
                double read = megabytes(result);
                double plain = results.stream()
                        .filter(other -> other.getParams().getBenchmark().endsWith(".scanPlainly")
                                && file.equals(other.getParams().getParam("file")))
                        .mapToDouble(BarsBenchmark::megabytes)
                        .findFirst()
                        .orElse(Double.NaN);
                System.out.printf(
                        Locale.ROOT,
                        "%s: %.0f MB/s, plain scan %.0f MB/s, ratio %.2f%n",
                        file,
                        read,
                        plain,
                        read / plain);
            }
        }
    }

    private static double megabytes(RunResult result) {
        return result.getSecondaryResults().get("megabytes").getScore();
    }
}
