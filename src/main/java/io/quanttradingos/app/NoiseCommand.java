package io.quanttradingos.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.backtest.BacktestPolicy;
import io.quanttradingos.backtest.performance.NoiseOutcome;
import io.quanttradingos.backtest.performance.NoiseSearch;
import io.quanttradingos.failure.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qtos noise}: how often the best of many strategies without skill passes the gate, and how often a usual rule. */
@Command(
        name = "noise",
        description =
                "Searches strategies without any skill for the best, again and again, and says how often it passes.",
        mixinStandardHelpOptions = true)
final class NoiseCommand implements Callable<Integer> {
    private static final NoiseSearch USUAL = NoiseSearch.defaults();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Option(names = "--strategies", paramLabel = "COUNT", description = "Strategies tried in one search.")
    int strategies = USUAL.strategies();

    @Option(names = "--bars", paramLabel = "COUNT", description = "Bars of history, days.")
    int bars = USUAL.bars();

    @Option(names = "--repetitions", paramLabel = "COUNT", description = "How many searches.")
    int repetitions = USUAL.repetitions();

    @Option(names = "--seed", paramLabel = "NUMBER", description = "The same seed gives the same outcome.")
    long seed = 1;

    @Override
    public Integer call() throws IOException {
        NoiseSearch search = search();
        NoiseOutcome outcome = search.run(BacktestPolicy.defaults().gate(), seed);
        output.print(spec, Json.bytes(outcome), this::told);
        return 0;
    }

    private NoiseSearch search() {
        try {
            return new NoiseSearch(strategies, bars, USUAL.holdBars(), repetitions);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("noise " + e.getMessage());
        }
    }

    private String told(JsonNode outcome) {
        return new Page()
                .line("The best of " + strategies + " strategies that toss a coin, over " + bars
                        + " days without a trend, searched " + repetitions + " times (seed " + seed + ")")
                .section("HOW OFTEN IT PASSES")
                .figures(List.of(
                        "the gate",
                        Figures.percent(outcome.path("passed_gate")),
                        "\"Sharpe ratio above 0.5\"",
                        Figures.percent(outcome.path("passed_sharpe")),
                        "the gate, not told of the trials",
                        Figures.percent(outcome.path("passed_undeflated")),
                        "its Sharpe ratio, on average",
                        Figures.decimals(outcome.path("mean_best_sharpe"), 2)))
                .toString();
    }
}
