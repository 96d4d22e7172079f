package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** A {@link StrategyKind} while a strategy writes down what it is. */
public final class KindDraft {
    final String name;
    final String description;
    final List<Parameter> parameters = new ArrayList<>();
    final List<ParameterRule> rules = new ArrayList<>();
    boolean multiAsset;
    boolean needsRegimes;
    ToIntFunction<Parameters> warmUp = parameters -> 0;

    KindDraft(String name, String description) {
        this.name = name;
        this.description = description;
    }

    /** One more thing that can be set of it. */
    public KindDraft with(Parameter parameter) {
        parameters.add(parameter);
        return this;
    }

    /** Has the value of one parameter be less than that of another. */
    public KindDraft whereLess(String lower, String upper) {
        rules.add(new ParameterRule(lower, upper));
        return this;
    }

    /** Lets it trade more than one instrument. */
    public KindDraft forManyInstruments() {
        multiAsset = true;
        return this;
    }

    /** Has it given the regime of each bar. */
    public KindDraft needingRegimes() {
        needsRegimes = true;
        return this;
    }

    /** Says how many bars come before the first at whose close it could give an order. */
    public KindDraft warmingUp(ToIntFunction<Parameters> bars) {
        warmUp = bars;
        return this;
    }

    /** The strategy, of which one is made for each run from its parameters. */
    public StrategyKind madeBy(Function<Parameters, Strategy> maker) {
        return madeBy((values, context) -> maker.apply(values));
    }

    /** The strategy, of which one is made for each run from its parameters and what it is to trade. */
    public StrategyKind madeBy(BiFunction<Parameters, StrategyContext, Strategy> maker) {
        return new StrategyKind(this, maker);
    }
}
