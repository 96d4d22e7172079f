package io.quanttradingos.backtest.strategy;

import java.util.Collection;

/**
 * Strategies of somebody's own, found by {@link java.util.ServiceLoader} in the jars of the {@code plugins} folder: a class with a
 * public constructor without arguments, named in {@code META-INF/services} under the name of this interface.
 */
public interface StrategyProvider {
    /** What it has, for example {@code List.of(StrategyKind.named("three_down", "…").madeBy(ThreeDown::new))}. */
    Collection<StrategyKind> strategies();
}
