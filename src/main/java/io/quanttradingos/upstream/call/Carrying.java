package io.quanttradingos.upstream.call;

import java.util.concurrent.Callable;

/** Takes what the asking thread knows, such as which run it works for, along to the thread that sends. */
@FunctionalInterface
public interface Carrying {
    /** The same task, with what this thread knows. */
    <T> Callable<T> along(Callable<T> task);

    /** Takes nothing along. */
    static Carrying nothing() {
        return new Carrying() {
            @Override
            public <T> Callable<T> along(Callable<T> task) {
                return task;
            }
        };
    }
}
