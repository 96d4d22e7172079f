package io.quanttradingos.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.inputs.CurrentInputs;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.marketdata.PriceFile;
import io.quanttradingos.marketdata.PriceReader;
import io.quanttradingos.portfolio.Holdings;
import io.quanttradingos.portfolio.HoldingsReader;
import io.quanttradingos.state.Content;
import io.quanttradingos.table.TextRow;
import io.quanttradingos.table.TextTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DisciplineStepTest {
    private static final Agents AGENTS = Agents.of(Policies.defaults());
    private static final LocalDate LAST = LocalDate.of(2023, 12, 29);
    private static final Map<String, Object> PLAN =
            Map.of("allowed_regimes", List.of("Risk-On"), "stop_required", true);

    private static Input<PriceFile> prices;
    private static Input<Holdings> holdings;

    @BeforeAll
    static void readTheSample() throws IOException {
        byte[] csv = Files.readAllBytes(Path.of("data", "sample", "prices.csv"));
        PriceFile file = PriceReader.standard().read("prices.csv", csv).orRefuse();
        prices = new Input<>("prices.csv", Content.of(csv), file.rows(), file);
        String text = "symbol,shares\nSPY,10";
        holdings = input("holdings.csv", text, HoldingsReader.read(table(text)).orRefuse());
    }

    @Test
    void judging_asks_for_no_result_while_it_is_being_kept() {
        // a cache that is asked in the midst of an answer fails by where the two keys happen to fall, hence so many
        for (int attempt = 0; attempt < 100; attempt++) {
            String trades = "date,symbol,side,entry_price,exit_price,shares,stop_price\n2023-03-01,SPY,LONG,400,40"
                    + attempt + ",5,390";

            ExecutionDiscipline discipline =
                    judged(new StageCache(value -> new byte[] {'{', '}'}, 1 << 20), trades, null);

            assertThat(discipline.source()).isEqualTo(ExecutionDiscipline.Origin.TRADES);
        }
    }

    @Test
    void trades_after_the_date_asked_for_are_left_out_whatever_was_judged_before() {
        String trades = """
                date,symbol,side,entry_price,exit_price,shares,stop_price
                2023-03-01,SPY,LONG,400,410,5,390
                2024-01-05,SPY,LONG,400,410,5,""";
        StageCache results = new StageCache(value -> new byte[] {'{', '}'}, 1 << 20);

        ExecutionDiscipline all = judged(results, trades, null);
        ExecutionDiscipline untilLast = judged(results, trades, LAST);

        assertThat(all.report())
                .isNotNull()
                .satisfies(report -> assertThat(report.nTrades()).isEqualTo(2));
        assertThat(untilLast.report())
                .isNotNull()
                .satisfies(report -> assertThat(report.nTrades()).isEqualTo(1));
        assertThat(untilLast.warnings()).contains("1 trades after 2023-12-29 were left out.");
    }

    private static ExecutionDiscipline judged(StageCache results, String trades, @Nullable LocalDate asOf) {
        Pipeline pipeline = Pipeline.ofGathered(AGENTS, results);
        return pipeline.discipline(pipeline.portfolio(pipeline.regime(gathered(trades, asOf))));
    }

    private static Gathered gathered(String trades, @Nullable LocalDate asOf) {
        DecisionRequest request = new DecisionRequest(
                null,
                null,
                asOf,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Conventions.STANDARD,
                Door.REST,
                null,
                List.of());
        Source source = new Source.InFolder("holdings.csv");
        Valued valued = new Valued(
                LAST,
                prices,
                prices.value().table(),
                List.of(),
                new CurrentInputs.OwnedHoldings(source, null),
                holdings);
        return new Gathered(
                Instant.EPOCH,
                request,
                valued,
                input("trades.csv", trades, table(trades)),
                input("plan.json", "{}", PLAN),
                "test",
                Known.nothing(),
                0.88);
    }

    private static <T> Input<T> input(String name, String text, T value) {
        return new Input<>(name, Content.of(text.getBytes(StandardCharsets.UTF_8)), 1, value);
    }

    private static TextTable table(String text) {
        List<String> lines = text.lines().toList();
        List<TextRow> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            rows.add(new TextRow(i + 1, List.of(lines.get(i).split(",", -1))));
        }
        return new TextTable("table.csv", 1, List.of(lines.get(0).split(",", -1)), rows);
    }
}
