package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.pipeline.Conventions;
import io.quanttradingos.pipeline.Decided;
import io.quanttradingos.pipeline.DecisionRequest;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.pipeline.GuardianWish;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every decision, whatever is asked. */
class DecisionInvariantsTest {
    @TempDir
    static Path folder;

    private static ServiceUnderTest service;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.in(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void the_guardian_never_enlarges_and_the_waterfall_multiplies_to_the_multiplier(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            LocalDate asOf = LocalDate.of(2017, 1, 2).plusDays(random.nextInt(2500));
            Double peak = random.nextBoolean() ? null : 60_000 + 80_000 * random.nextDouble();
            Double score = random.nextBoolean() ? null : random.nextDouble();
            String trade = List.of("scalp", "swing", "earnings").get(random.nextInt(3));
            GuardianWish wish = new GuardianWish(100.0, 1 + random.nextDouble(), trade, random.nextInt(5));
            Conventions conventions = random.nextInt(4) == 0 ? Conventions.SEED : Conventions.STANDARD;

            Decided without = service.assembly().pipeline().decide(request(asOf, peak, score, null, conventions));
            Decided with = service.assembly().pipeline().decide(request(asOf, peak, score, wish, conventions));

            assertThat(with.decision().positionSizeMultiplier())
                    .isLessThanOrEqualTo(without.decision().positionSizeMultiplier());
            assertThat(with.decision().allowTrade() && !without.decision().allowTrade())
                    .isFalse();
            for (Decided decided : List.of(without, with)) {
                double product = decided.decision().waterfall().stream()
                        .mapToDouble(step -> step.multiplier())
                        .reduce(1, (one, other) -> one * other);
                assertThat(product).isEqualTo(decided.decision().positionSizeMultiplier());
                assertThat(decided.decision().positionSizeMultiplier()).isBetween(0.0, 1.0);
                assertThat(decided.decision().allowTrade())
                        .isEqualTo(decided.decision().positionSizeMultiplier() > 0);
            }
        }
    }

    private static DecisionRequest request(
            LocalDate asOf,
            @Nullable Double peak,
            @Nullable Double score,
            @Nullable GuardianWish wish,
            Conventions conventions) {
        return new DecisionRequest(
                null,
                null,
                asOf,
                peak,
                score,
                null,
                null,
                wish,
                null,
                null,
                conventions,
                Door.COMMAND,
                null,
                List.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_order_of_the_holdings_changes_nothing_but_their_digest(long seed) {
        List<String> rows = new ArrayList<>(
                new String(Http.sample("holdings.csv"), UTF_8).lines().toList());
        String header = rows.remove(0);
        rows.add("SPY,5,410.5,395");
        JsonNode expected = decideOn(header, rows);
        Collections.shuffle(rows, new Random(seed));

        assertThat(decideOn(header, rows)).isEqualTo(expected);
    }

    private JsonNode decideOn(String header, List<String> rows) {
        String csv = header + "\n" + String.join("\n", rows) + "\n";
        JsonNode answer = Http.ok(Http.to(service)
                .multiPart("holdings_file", "h.csv", csv.getBytes(UTF_8))
                .multiPart("portfolio_id", "permuted")
                .post("/decision"));
        ((ObjectNode) answer).remove(List.of("run_id", "receipt"));
        return answer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-02-09", "2020-03-16", "2021-12-21"})
    void what_comes_later_in_the_file_changes_nothing(String asOf) {
        List<String> lines =
                new String(Http.sample("prices.csv"), UTF_8).lines().toList();
        String untilThen = String.join(
                        "\n",
                        lines.stream()
                                .filter(line -> line.startsWith("date") || line.compareTo(asOf + "~") < 0)
                                .toList())
                + "\n";

        JsonNode whole = Http.decide(service, Map.of("as_of", asOf, "portfolio_id", "whole" + asOf));
        JsonNode cut = Http.ok(Http.to(service)
                .multiPart("prices_file", "cut.csv", untilThen.getBytes(UTF_8))
                .multiPart("portfolio_id", "cut" + asOf)
                .post("/decision"));

        for (String part : List.of("asof", "regime", "portfolio", "decision")) {
            assertThat(cut.path(part)).as(part).isEqualTo(whole.path(part));
        }
    }
}
