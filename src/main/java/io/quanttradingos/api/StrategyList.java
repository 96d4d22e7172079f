package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quanttradingos.backtest.strategy.Parameter;
import io.quanttradingos.backtest.strategy.Strategies;
import io.quanttradingos.backtest.strategy.StrategyKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /strategies} answers.
 *
 * @param strategies in the order of the catalogue, then the user's own
 */
record StrategyList(List<ListedStrategy> strategies) {
    /**
     * A strategy.
     *
     * @param name as requests call it
     * @param description when it buys and sells
     * @param multiAsset whether it may trade more than one instrument
     * @param needsRegimes whether it needs the regime of each bar
     * @param parameters in the order they are shown
     */
    record ListedStrategy(
            String name,
            String description,
            boolean multiAsset,
            boolean needsRegimes,
            List<ListedParameter> parameters) {}

    /**
     * A parameter.
     *
     * @param name as requests call it
     * @param type integer, number, boolean, choice, symbol or map
     * @param fallback the value where none is given
     * @param minimum of a number; null where it has none
     * @param maximum of a number; null where it has none
     * @param choices the words that are allowed; null for other types
     * @param description what it does
     */
    record ListedParameter(
            String name,
            String type,
            @JsonProperty("default") Object fallback,
            @Nullable Double minimum,
            @Nullable Double maximum,
            @Nullable List<String> choices,
            String description) {}

    static byte[] json(Strategies strategies) {
        return Json.bytes(new StrategyList(
                strategies.kinds().stream().map(StrategyList::listed).toList()));
    }

    private static ListedStrategy listed(StrategyKind kind) {
        return new ListedStrategy(
                kind.name(),
                kind.description(),
                kind.isMultiAsset(),
                kind.needsRegimes(),
                kind.parameters().stream().map(StrategyList::listed).toList());
    }

    private static ListedParameter listed(Parameter parameter) {
        return new ListedParameter(
                parameter.name(),
                parameter.type().name().toLowerCase(Locale.ROOT),
                parameter.fallback(),
                known(parameter.minimum()),
                known(parameter.maximum()),
                parameter.choices().isEmpty() ? null : parameter.choices(),
                parameter.description());
    }

    private static @Nullable Double known(double bound) {
        return Double.isFinite(bound) ? bound : null;
    }
}
