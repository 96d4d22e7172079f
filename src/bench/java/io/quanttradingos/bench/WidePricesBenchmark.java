package io.quanttradingos.bench;

import io.quanttradingos.marketdata.PriceReader;
import io.quanttradingos.marketdata.PriceTable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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

/**
 * Reading a wide price file against walking over its bytes.
 *
 * <p>The aim is half the speed of {@link #countSeparators}, which looks at each byte and keeps nothing;
 * {@link #parseNaively} also makes a double of each cell, digit by digit. The column {@code megabytes} is MB per second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xmx1g"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class WidePricesBenchmark {
    /** The file: dates by tickers, and how its prices are written. */
    @Param({"5000x500 cents", "2142x23 seventeen digits"})
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
        boolean cents = file.endsWith("cents");
        bytes = cents ? file(5000, 500, true) : file(2142, 23, false);
    }

    private static byte[] file(int rows, int columns, boolean cents) {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("date");
        for (int column = 0; column < columns; column++) {
            text.append(",T").append(column);
        }
        for (int row = 0; row < rows; row++) {
            text.append('\n').append(LocalDate.of(2000, 1, 3).plusDays(row));
            for (int column = 0; column < columns; column++) {
                double price = Math.exp(random.nextDouble() * 4 + 2);
                long rounded = Math.round(price * 100);
                text.append(',');
                if (cents) {
                    text.append(rounded / 100)
                            .append('.')
                            .append(rounded % 100 / 10)
                            .append(rounded % 10);
                } else {
                    text.append((double) (float) price);
                }
            }
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public PriceTable read(Read counter) {
        counter.megabytes += bytes.length / 1e6;
        return PriceReader.standard().read("prices.csv", bytes).orRefuse().table();
    }

    @Benchmark
    public int countSeparators(Read counter) {
        counter.megabytes += bytes.length / 1e6;
        int count = 0;
        for (byte octet : bytes) {
            if (octet == ',' || octet == '\n') {
                count++;
            }
        }
        return count;
    }

    @Benchmark
    public double parseNaively(Read counter) {
        counter.megabytes += bytes.length / 1e6;
        double sum = 0;
        long digits = 0;
        double scale = 1;
        boolean fraction = false;
        for (byte octet : bytes) {
            if (octet >= '0' && octet <= '9') {
                digits = digits * 10 + octet - '0';
                scale = fraction ? scale * 10 : scale;
            } else if (octet == '.') {
                fraction = true;
            } else if (octet == ',' || octet == '\n') {
                sum += digits / scale;
                digits = 0;
                scale = 1;
                fraction = false;
            }
        }
        return sum;
    }
}
