package io.quanttradingos.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short forms of the experiments; the long ones are told of in {@code src/docs/90-reliability.md}. */
class NothingLostIT {
    private static final long SEED = 20240501;

    @TempDir
    Path folder;

    private static void expectNothingLost(Aftermath aftermath) {
        System.out.print(aftermath.report());
        assertThat(aftermath.faults()).isEmpty();
        assertThat(aftermath.figures()).containsEntry("drained", 1L);
    }

    @Test
    void killed_at_any_moment_it_loses_nothing_and_does_nothing_twice() throws Exception {
        Aftermath aftermath = CrashExperiment.run(folder, 10, SEED, 8);

        expectNothingLost(aftermath);
        assertThat(aftermath.figures().get("files dropped")).isGreaterThan(50);
        assertThat(aftermath.figures().get("files interrupted before their record"))
                .isPositive();
    }

    @Test
    void two_services_on_one_inbox_never_take_the_same_file() throws Exception {
        Aftermath aftermath = SharedInboxExperiment.run(folder, 300, SEED);

        expectNothingLost(aftermath);
        assertThat(aftermath.figures().get("fewest runs in one store")).isPositive();
    }

    @Test
    void killed_within_a_tick_of_its_timer_it_records_no_tick_twice_and_goes_on() throws Exception {
        Figures figures = TimerExperiment.run(folder, 3, 0, SEED);

        System.out.print(figures.report());
        assertThat(figures.faults()).isEmpty();
    }

    @Test
    void told_to_stop_under_load_it_loses_nothing() throws Exception {
        Aftermath aftermath = StopExperiment.run(folder, 3, SEED, 12);

        expectNothingLost(aftermath);
        assertThat(aftermath.figures()).containsEntry("stops in order", 3L);
    }
}
