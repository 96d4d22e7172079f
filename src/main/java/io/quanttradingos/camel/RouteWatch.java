package io.quanttradingos.camel;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Told of every exchange of every route; what it does changes none of them. */
public interface RouteWatch {
    /** Looks at nothing. */
    RouteWatch NONE = (id, door) -> new Watched() {
        @Override
        public Object begun(Function<String, @Nullable String> headers) {
            return this;
        }

        @Override
        public void ended(Object begun, Outcome outcome) {
            // nobody looks
        }
    };

    /** How an exchange left a route. */
    enum Outcome {
        /** With an answer. */
        OK,
        /** With a refusal that the sender can do something about. */
        REFUSED,
        /** Otherwise. */
        FAILED
    }

    /**
     * Asked once for each route.
     *
     * @param id of the route
     * @param door what feeds it: {@code http}, {@code inbox} or {@code timer}; {@code inner} where another route or a command
     *     does
     */
    Watched route(String id, String door);

    /** One route. */
    interface Watched {
        /**
         * An exchange begins; {@link #ended} follows on the same thread.
         *
         * @param headers the request's header by name, where it came over HTTP
         * @return what {@link #ended} is to be handed
         */
        Object begun(Function<String, @Nullable String> headers);

        /** It has ended. */
        void ended(Object begun, Outcome outcome);
    }
}
