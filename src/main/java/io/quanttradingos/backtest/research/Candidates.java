package io.quanttradingos.backtest.research;

import io.quanttradingos.backtest.engine.Strategy;
import java.util.function.IntFunction;

/** Strategies to be compared, known by their numbers from 0. */
public interface Candidates {
    int count();

    /** A new strategy for one run. Called by several threads at once. */
    Strategy strategy(int candidate);

    /** As many candidates, each made by its number. */
    static Candidates of(int count, IntFunction<Strategy> maker) {
        return new Candidates() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public Strategy strategy(int candidate) {
                return maker.apply(candidate);
            }
        };
    }
}
