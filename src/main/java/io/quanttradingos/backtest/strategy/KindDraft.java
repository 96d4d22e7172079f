package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** A {@link StrategyKind} while a strategy writes down what it is. */
final class KindDraft {
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

    KindDraft with(Parameter parameter) {
        parameters.add(parameter);
        return this;
    }

    KindDraft whereLess(String lower, String upper) {
        rules.add(new ParameterRule(lower, upper));
        return this;
    }

    KindDraft forManyInstruments() {
        multiAsset = true;
        return this;
    }

    KindDraft needingRegimes() {
        needsRegimes = true;
        return this;
    }

    KindDraft warmingUp(ToIntFunction<Parameters> bars) {
        warmUp = bars;
        return this;
    }

    StrategyKind madeBy(Function<Parameters, Strategy> maker) {
        return madeBy((values, context) -> maker.apply(values));
    }

    StrategyKind madeBy(BiFunction<Parameters, StrategyContext, Strategy> maker) {
        return new StrategyKind(this, maker);
    }
}
