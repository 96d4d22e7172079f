package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.failure.Refusal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/** A strategy as the catalogue lists it: what it does, what can be set of it, what it needs, and how it is made. */
public final class StrategyKind {
    private final String name;
    private final String description;
    private final List<Parameter> parameters;
    private final List<ParameterRule> rules;
    private final boolean multiAsset;
    private final boolean needsRegimes;
    private final ToIntFunction<Parameters> warmUp;
    private final BiFunction<Parameters, StrategyContext, Strategy> maker;

    StrategyKind(KindDraft draft, BiFunction<Parameters, StrategyContext, Strategy> maker) {
        this.name = draft.name;
        this.description = draft.description;
        this.parameters = List.copyOf(draft.parameters);
        this.rules = List.copyOf(draft.rules);
        this.multiAsset = draft.multiAsset;
        this.needsRegimes = draft.needsRegimes;
        this.warmUp = draft.warmUp;
        this.maker = maker;
    }

    /** Begins one; {@link KindDraft#madeBy} ends it. */
    public static KindDraft named(String name, String description) {
        return new KindDraft(name, description);
    }

    /** In lower case with underscores, for example {@code sma_cross}. */
    public String name() {
        return name;
    }

    /** When it buys and sells, in one or two sentences. */
    public String description() {
        return description;
    }

    /** In the order they are shown. */
    public List<Parameter> parameters() {
        return parameters;
    }

    List<String> parameterNames() {
        return parameters.stream().map(Parameter::name).toList();
    }

    List<ParameterRule> rules() {
        return rules;
    }

    /** Whether it may trade more than one instrument. */
    public boolean isMultiAsset() {
        return multiAsset;
    }

    /** Whether it needs a label of the regime for each bar. */
    public boolean needsRegimes() {
        return needsRegimes;
    }

    /** How many bars come before the first at whose close it could give an order, as far as its averages need them. */
    public int warmUp(Parameters values) {
        return warmUp.applyAsInt(values);
    }

    /**
     * Makes a strategy for one run.
     *
     * @throws Refusal where it cannot trade these instruments with these values
     */
    public Strategy create(Parameters values, StrategyContext context) {
        if (values.kind() != this) {
            throw new IllegalArgumentException(name + " was given the parameters of " + values.kind().name);
        }
        if (!multiAsset && context.instruments() > 1) {
            throw Refusal.invalid(name + " trades one instrument, was given " + context.instruments());
        }
        if (needsRegimes && context.regimes() == null) {
            throw Refusal.invalid(name + " needs the regime of each bar, none were given");
        }
        return maker.apply(values, context);
    }

    @Override
    public String toString() {
        return name;
    }
}
