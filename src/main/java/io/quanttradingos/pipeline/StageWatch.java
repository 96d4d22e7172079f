package io.quanttradingos.pipeline;

import java.util.function.Supplier;

/** Told what becomes of each stage, such as {@code regime}; what it does changes no result. */
public interface StageWatch {
    /** Looks at nothing. */
    StageWatch NONE = new StageWatch() {
        @Override
        public <T> T computed(String stage, Supplier<T> agent) {
            return agent.get();
        }

        @Override
        public void kept(String stage) {
            // nobody looks
        }
    };

    /** Lets an agent compute, and gives what it gave. */
    <T> T computed(String stage, Supplier<T> agent);

    /** The result was known already. */
    void kept(String stage);
}
