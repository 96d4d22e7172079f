package io.quanttradingos.pipeline;

import io.quanttradingos.inputs.CurrentInputs;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.marketdata.PriceFile;
import io.quanttradingos.marketdata.PriceLayout;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.portfolio.Holdings;
import io.quanttradingos.state.Content;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decision of the pipeline itself on a price table and holdings that a test has at hand. */
public final class ProductionDecision {
    private static final byte[] NO_JSON = "{}".getBytes(StandardCharsets.UTF_8);

    private ProductionDecision() {}

    /**
     * Decides as the decision route does.
     *
     * @param peak the highest value the account had
     * @param score of the execution discipline
     * @param guardian null leaves the guardian out
     */
    public static Decided of(
            Policies policies,
            PriceTable prices,
            Holdings holdings,
            LocalDate asOf,
            double peak,
            double score,
            @Nullable GuardianWish guardian) {
        StageCache fresh = new StageCache(value -> NO_JSON, 1 << 20);
        Pipeline pipeline = Pipeline.ofGathered(Agents.of(policies), fresh);
        return pipeline.decide(gathered(prices, holdings, asOf, peak, score, guardian));
    }

    private static Gathered gathered(
            PriceTable prices,
            Holdings holdings,
            LocalDate asOf,
            double peak,
            double score,
            @Nullable GuardianWish guardian) {
        DecisionRequest request = new DecisionRequest(
                null,
                null,
                asOf,
                peak,
                score,
                null,
                null,
                guardian,
                null,
                null,
                Conventions.STANDARD,
                Door.REST,
                null,
                List.of());
        Input<PriceFile> file = input("prices.csv", new PriceFile(prices, List.of(), prices.rows(), PriceLayout.WIDE));
        CurrentInputs.OwnedHoldings owner = new CurrentInputs.OwnedHoldings(new Source.InFolder("holdings.csv"), null);
        Valued valued = new Valued(asOf, file, prices, List.of(), owner, input("holdings.csv", holdings));
        return new Gathered(Instant.EPOCH, request, valued, null, null, "test", Known.nothing(), 0.88);
    }

    private static <T> Input<T> input(String name, T value) {
        return new Input<>(name, Content.of(name.getBytes(StandardCharsets.UTF_8)), 1, value);
    }
}
