package io.quanttradingos.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other processes, killed without warning or working beside us, leave behind. */
@Tag("one-java")
class KilledProcessTest {
    private static final int THREADS = 4;

    @TempDir
    Path folder;

    /** Appends from several threads and prints each run's id once its record is acknowledged. */
    static final class Appender {
        private Appender() {}

        /** Arguments: folder, prefix of the run ids, how many runs per thread. */
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            int count = Integer.parseInt(arguments[2]);
            try (RunStore store = RunStore.open(folder, StateSettings.defaults(), InstantSource.system())) {
                List<Thread> threads = new ArrayList<>();
                for (int t = 0; t < THREADS; t++) {
                    String prefix = arguments[1] + "-" + t + "-";
                    Thread thread = new Thread(() -> append(store, prefix, count));
                    thread.start();
                    threads.add(thread);
                }
                for (Thread thread : threads) {
                    thread.join();
                }
            }
        }

        private static void append(RunStore store, String prefix, int count) {
            for (int i = 0; i < count; i++) {
                Content input = Content.of((prefix + i).repeat(i % 5 == 0 ? 4_000 : 1));
                RunDraft draft = Drafts.decision(prefix + i)
                        .idempotencyKey(prefix + i)
                        .input("holdings", input, 1L)
                        .portfolioValue(new PortfolioValue(prefix, Drafts.DAY, i))
                        .build();
                Trial trial =
                        new Trial(Content.of(prefix + i).sha256(), 0.1, 9, 0, 3, Drafts.DAY, Drafts.DAY, Drafts.START);
                store.trials().record(Trials.FAMILY, trial);
                String line = store.append(draft).runId() + "\n";
                synchronized (System.out) {
                    System.out.print(line);
                    System.out.flush();
                }
            }
        }
    }

    /** Owns a state folder until it is killed. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] arguments) throws Exception {
            ServiceLock lock = ServiceLock.acquire(Path.of(arguments[0]));
            System.out.println("owned " + lock.hashCode());
            System.out.flush();
            System.in.read();
        }
    }

    private static Process start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void every_run_acknowledged_before_a_kill_is_there_afterwards() throws Exception {
        Random random = new Random(20240501);
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            Process process = start(Appender.class, folder.toString(), "round" + round, "1000000");
            int enough = 50 + random.nextInt(700);
            try (BufferedReader lines = process.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    acknowledged.add(line);
                    if (--enough == 0) {
                        process.toHandle()
                                .destroyForcibly(); // not by the process itself, which would drop its last lines
                    }
                }
            }
            assertThat(process.waitFor()).isNotZero();
            try (RunStore store = RunStore.open(folder, StateSettings.defaults(), InstantSource.system())) {
                assertThat(store.warnings()).isEmpty();
                assertThat(acknowledged)
                        .allSatisfy(id -> assertThat(store.find(id)).isPresent());
                // the runs in flight at the kill may or may not be there, and no others
                assertThat(store.count()).isBetween((long) acknowledged.size(), acknowledged.size() + 5L * THREADS);
                assertThat(store.trials().summary(Trials.FAMILY).trials())
                        .isBetween((int) store.count(), (int) store.count() + 5 * THREADS);
                assertThat(store.verifyChain()).isEqualTo(new ChainReport(store.count(), null, null));
            }
        }
    }

    @Test
    void two_processes_append_to_one_chain() throws Exception {
        Process first = start(Appender.class, folder.toString(), "first", "200");
        Process second = start(Appender.class, folder.toString(), "second", "200");
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader ofFirst = first.inputReader();
                BufferedReader ofSecond = second.inputReader()) {
            acknowledged.addAll(ofFirst.lines().toList());
            acknowledged.addAll(ofSecond.lines().toList());
        }
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(acknowledged).hasSize(2 * THREADS * 200).doesNotHaveDuplicates();
        try (RunStore store = RunStore.open(folder, StateSettings.defaults(), InstantSource.system())) {
            assertThat(store.verifyChain()).isEqualTo(new ChainReport(2L * THREADS * 200, null, null));
            List<String> owners = new ArrayList<>();
            store.page(1_000, Long.MAX_VALUE, null)
                    .forEach(run -> owners.add(run.runId().substring(0, 5)));
            assertThat(IntStream.range(1, owners.size())
                            .filter(i -> !owners.get(i).equals(owners.get(i - 1)))
                            .count())
                    .as("changes of hand, or the two did not run at the same time")
                    .isPositive();
        }
    }

    @Test
    void a_second_service_is_refused_until_the_first_is_killed() throws Exception {
        Process owner = start(Owner.class, folder.toString());
        try {
            assertThat(owner.inputReader().readLine()).startsWith("owned");
            assertThatThrownBy(() -> ServiceLock.acquire(folder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the state folder " + folder + " is in use by another service (process " + owner.pid()
                            + "): stop that one first, or give this one a state folder of its own");
        } finally {
            owner.destroyForcibly().waitFor();
        }
        try (ServiceLock mine = ServiceLock.acquire(folder)) {
            assertThat(mine).isNotNull();
            assertThatThrownBy(() -> ServiceLock.acquire(folder))
                    .hasMessageContaining("(process " + ProcessHandle.current().pid() + ")");
            // the refused attempt must not have freed the lock for others
            Process other = start(Owner.class, folder.toString());
            other.getOutputStream().close();
            assertThat(other.waitFor()).isNotZero();
        }
        ServiceLock.acquire(folder).close();
    }
}
