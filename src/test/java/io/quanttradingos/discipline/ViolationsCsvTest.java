package io.quanttradingos.discipline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViolationsCsvTest {
    private static DisciplineReport report(String convention, Violation... violations) {
        return new DisciplineReport(
                1.0,
                List.of(violations),
                0.0,
                Map.of(),
                "flat",
                Map.of(),
                "given",
                Map.of("convention", convention),
                List.of(),
                0,
                0);
    }

    @Test
    void quotes_texts_and_doubles_the_quotes_within() {
        assertThat(ViolationsCsv.of(report("seed", new Violation(3, "Missing Stop", "said \"no\", twice"))))
                .isEqualTo("trade_index,violation_type,detail\n3,\"Missing Stop\",\"said \"\"no\"\", twice\"\n");
    }

    @Test
    void a_report_without_violations_is_a_header() {
        assertThat(ViolationsCsv.of(report("standard"))).isEqualTo("trade_index,violation_type,detail\n");
    }

    @Test
    void a_text_a_spreadsheet_would_run_gets_an_apostrophe_outside_the_seed_conventions() {
        for (String start : List.of("=", "+", "-", "@", "\t", "\r")) {
            Violation violation = new Violation(0, "T", start + "cmd");
            assertThat(ViolationsCsv.of(report("standard", violation))).endsWith("0,\"T\",\"'" + start + "cmd\"\n");
            assertThat(ViolationsCsv.of(report("seed", violation))).endsWith("0,\"T\",\"" + start + "cmd\"\n");
        }
    }
}
