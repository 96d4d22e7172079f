package io.quanttradingos.backtest.engine;

import java.util.List;

/**
 * Who has a say in a run besides the strategy, each asked in order. They may keep what they have seen: each run needs its
 * own.
 *
 * @param advisors change signals before they are sized
 * @param validators limit orders after they were sized
 * @param observers are told of fills
 */
public record Hooks(List<Advisor> advisors, List<OrderValidator> validators, List<FillObserver> observers) {
    private static final Hooks NONE = new Hooks(List.of(), List.of(), List.of());

    public Hooks {
        advisors = List.copyOf(advisors);
        validators = List.copyOf(validators);
        observers = List.copyOf(observers);
    }

    public static Hooks none() {
        return NONE;
    }
}
