package io.quanttradingos.journal;

import io.quanttradingos.camel.CsvTables;
import io.quanttradingos.table.TextTable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A journal from its bytes to its report, in its three steps: cells by the {@code read-csv} route, columns, figures.
 * Beside them a plain sum of the results, which any report must at least do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JournalBenchmark {
    private static final String[] SYMBOLS = {"SPY", "QQQ", "TLT", "GOOG", "AAPL"};

    @Param({"2000", "200000"})
    public int trades;

    private final CamelContext camel = new DefaultCamelContext();
    private ProducerTemplate routes = camel.createProducerTemplate();
    private byte[] csv = new byte[0];
    private TextTable table = new TextTable("journal.csv", 1, List.of(), List.of());
    private Journal journal = Journal.read(table).value();

    @Setup
    public void write() throws Exception {
        camel.getRegistry().bind("placedRecords", new CsvTables.PlacedRecords());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:read-csv")
                        .toD("dataformat:csv:unmarshal?delimiter=${header.QtosDelimiter}"
                                + "&recordConverter=#placedRecords");
            }
        });
        camel.start();
        routes = camel.createProducerTemplate();
        csv = lines(new Random(1)).getBytes(StandardCharsets.UTF_8);
        table = cells();
        journal = columns();
    }

    private String lines(Random random) {
        StringBuilder text = new StringBuilder("date,symbol,side,qty,entry,exit,fees,stop,exit_date\n");
        for (int i = 0; i < trades; i++) {
            LocalDate date = LocalDate.of(2004, 1, 1).plusDays(7000L * i / trades);
            long entry = 5_000 + random.nextInt(40_000);
            long exit = Math.round(entry * (1.0005 + 0.02 * random.nextGaussian()));
            text.append(date).append(',').append(SYMBOLS[random.nextInt(5)]);
            text.append(random.nextBoolean() ? ",BUY," : ",SELL,").append(1 + random.nextInt(500));
            text.append(',')
                    .append(entry / 100.0)
                    .append(',')
                    .append(exit / 100.0)
                    .append(",2.0,");
            text.append(entry * 95 / 100 / 100.0)
                    .append(',')
                    .append(date.plusDays(random.nextInt(30)))
                    .append('\n');
        }
        return text.toString();
    }

    @TearDown
    public void stop() {
        camel.stop();
    }

    @Benchmark
    public TextTable cells() {
        return new CsvTables(() -> routes).read("journal.csv", csv);
    }

    @Benchmark
    public Journal columns() {
        return Journal.read(table).orRefuse();
    }

    @Benchmark
    public JournalReport report() {
        return JournalAgent.review(journal, JournalPolicy.defaults(), 100_000.0);
    }

    @Benchmark
    public JournalReport bytesToReport() {
        return JournalAgent.review(Journal.read(cells()).orRefuse(), JournalPolicy.defaults(), 100_000.0);
    }

    /** The reference: a pass over the columns that makes nothing of them but a sum. */
    @Benchmark
    public double sumOfResults() {
        double sum = 0;
        for (int i = 0; i < journal.size(); i++) {
            sum += journal.signs[i] * (journal.exits[i] - journal.entries[i]) * journal.quantities[i];
        }
        return sum;
    }
}
