package io.quanttradingos.api;

import io.quanttradingos.backtest.BacktestQuestion;
import io.quanttradingos.backtest.Outcome;
import io.quanttradingos.backtest.strategy.Strategies;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.pipeline.Conventions;
import io.quanttradingos.state.Content;
import io.quanttradingos.state.InputDigest;
import io.quanttradingos.state.RunRecord;
import java.util.List;
import java.util.Map;

/**
 * The code that a user's own strategies are made of, as an input of the runs they are run in: the jar is kept with the run by
 * its digest, and a replay says where today's differs.
 */
public final class OwnStrategies {
    private static final String PART = "plugin ";

    private final Strategies strategies;
    private final Map<String, Content> jars;

    /**
     * Wires it.
     *
     * @param strategies all there are
     * @param jars by their names
     */
    public OwnStrategies(Strategies strategies, Map<String, Content> jars) {
        this.strategies = strategies;
        this.jars = Map.copyOf(jars);
    }

    Strategies strategies() {
        return strategies;
    }

    /** The jar of an outcome's strategy, by its part in the run; empty where the strategy is a shipped one. */
    Map<String, Input<?>> inputs(Outcome outcome) {
        BacktestQuestion question = outcome.question();
        if (question.conventions() == Conventions.SEED) {
            return Map.of();
        }
        return strategies
                .jar(strategies.named(question.strategy()))
                .<Map<String, Input<?>>>map(jar -> Map.of(PART + jar, input(jar)))
                .orElse(Map.of());
    }

    private Input<Content> input(String jar) {
        Content content = jars.get(jar);
        if (content == null) {
            throw new IllegalStateException("no content of " + jar + " is known");
        }
        return new Input<>(jar, content, 1, content);
    }

    /** A sentence for each jar of a recorded run that is another one today. */
    List<String> notes(RunRecord run) {
        return run.facts().inputs().stream()
                .filter(input -> input.name().startsWith(PART))
                .filter(input -> !isSame(input))
                .map(input -> {
                    String jar = input.name().substring(PART.length());
                    return jar
                            + (jars.containsKey(jar)
                                    ? " is not the one the run was made with"
                                    : " is not in plugins any more")
                            + "; that one has the digest " + input.sha256() + ".";
                })
                .toList();
    }

    private boolean isSame(InputDigest input) {
        Content today = jars.get(input.name().substring(PART.length()));
        return today != null && today.sha256().equals(input.sha256());
    }
}
