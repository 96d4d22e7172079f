package io.quanttradingos.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short forms of the experiments with load, with bounds that a busy machine keeps, too. */
class UnderLoadIT {
    @TempDir
    static Path folder;

    private static ServiceProcess service;

    @BeforeAll
    static void start() throws IOException {
        service = ServiceProcess.in(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void expectNoFaults(Figures figures) {
        System.out.print(figures.report());
        assertThat(figures.faults()).isEmpty();
    }

    @Test
    void work_that_its_client_has_left_stops_and_is_not_recorded() throws Exception {
        expectNoFaults(AbandonmentExperiment.run(service, 1, 40, 3_000));
    }

    @Test
    void many_large_bodies_at_once_are_served_or_sent_away() throws Exception {
        expectNoFaults(UploadsExperiment.run(service, 10, 1, 6 << 20));
    }

    @Test
    void tables_of_a_million_rows_are_answered_or_refused_and_the_service_goes_on() throws Exception {
        expectNoFaults(RowsExperiment.run(
                service, 1_000_000, List.of(RowsExperiment.Kind.LONG), List.of(RowsExperiment.Kind.HOLDINGS)));
    }

    @Test
    void the_sign_of_life_comes_while_backtests_and_uploads_are_in_work() throws Exception {
        expectNoFaults(HealthExperiment.run(service, 3, 10, 50));
    }
}
