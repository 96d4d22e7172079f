package io.quanttradingos.state;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many runs a second become durable, against what the disk alone can confirm.
 *
 * <p>A run here is a decision of about 2.5 KB with two cited inputs, four stage outputs (kept already, as under a steady
 * load) and a portfolio value. The folder is made in {@code -Dbench.folder} (default: the working directory), because a
 * temporary folder in memory would confirm everything at once.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 3)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
public class RunStoreBenchmark {
    private static final LocalDate DAY = LocalDate.of(2024, 4, 30);
    private static final Instant NOW = Instant.parse("2024-05-01T09:30:00Z");
    private static final String REQUEST = "{\"prices\":\"" + "p".repeat(400) + "\"}";
    private static final String RESULT = "{\"waterfall\":\"" + "w".repeat(1_200) + "\"}";
    private static final Content PRICES = Content.of("prices");
    private static final Content HOLDINGS = Content.of("holdings");
    private static final Content STAGE = Content.of("stage".repeat(800));
    private static final String CONFIG = "ab".repeat(32);

    private static final TrialFamily FAMILY = new TrialFamily("bench", "SPY", "sma_cross");
    private static final int SWEPT = 1_000;

    private final AtomicLong counter = new AtomicLong();
    private Path folder = Path.of(".");
    private RunStore store;
    private StateFiles files;
    private RandomAccessFile raw;

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory(Path.of(System.getProperty("bench.folder", ".")), "bench-state");
        store = RunStore.open(folder, StateSettings.defaults(), InstantSource.system());
        files = StateFiles.open(folder, StateSettings.defaults(), InstantSource.system(), warning -> {});
        raw = new RandomAccessFile(folder.resolve("raw").toFile(), "rw");
        Files.writeString(folder.resolve("discipline_last_score.json"), "{\"compliance_score\":0.9}");
    }

    @TearDown
    public void close() throws IOException {
        store.close();
        files.close();
        raw.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private RunDraft draft() {
        return RunDraft.of(RunIds.next(NOW, ThreadLocalRandom.current()), "decision", "rest")
                .ran(NOW, NOW)
                .asOf(DAY)
                .request(REQUEST)
                .result(RESULT)
                .under(CONFIG, "0.1.0")
                .input("prices", PRICES, 252L)
                .input("holdings", HOLDINGS, 12L)
                .stage("regime", STAGE)
                .stage("portfolio", STAGE)
                .stage("discipline", STAGE)
                .stage("allocation", STAGE)
                .portfolioValue(new PortfolioValue("main", DAY, 100_000 + counter.incrementAndGet() % 10))
                .build();
    }

    /** Raw reference: 4 KiB written and forced, one after the other. */
    @Benchmark
    @Threads(1)
    public void disk_alone() throws IOException {
        raw.write(new byte[4_096]);
        raw.getFD().sync();
    }

    /** Every run with a commit of its own. */
    @Benchmark
    @Threads(1)
    public RunRecord append_from_one_thread() {
        return store.append(draft());
    }

    @Benchmark
    @Threads(32)
    public RunRecord append_from_32_threads() {
        return store.append(draft());
    }

    @Benchmark
    @Threads(128)
    public RunRecord append_from_128_threads() {
        return store.append(draft());
    }

    /** One new configuration, not forced to the disk by itself. */
    @Benchmark
    @Threads(1)
    public TrialSummary trial_from_one_thread() {
        return store.trials().record(FAMILY, trial());
    }

    @Benchmark
    @Threads(32)
    public TrialSummary trial_from_32_threads() {
        return store.trials().record(FAMILY, trial());
    }

    /** The configurations of a sweep together; the figure is of each. */
    @Benchmark
    @Threads(1)
    @OperationsPerInvocation(SWEPT)
    public TrialSummary trials_of_a_sweep() {
        return store.trials()
                .record(FAMILY, Stream.generate(this::trial).limit(SWEPT).toList());
    }

    private Trial trial() {
        byte[] settings = Long.toString(counter.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
        return new Trial(ContentDigest.sha256(settings), 0.05, 2_519, -0.3, 5, DAY.minusYears(10), DAY, NOW);
    }

    @Benchmark
    @Threads(4)
    public OptionalDouble highest_value() {
        return store.highestValue("main", DAY);
    }

    @Benchmark
    @Threads(4)
    public Object last_score() {
        return files.lastScore();
    }
}
