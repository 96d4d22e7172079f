package io.quanttradingos.pipeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quanttradingos.state.Content;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What agents gave for contents and policies that have not changed.
 *
 * <p>An agent is a pure function, so its result can be kept for as long as there is room. Keys name contents by digest,
 * never by file name.
 */
public final class StageCache {
    private static final int MOST_ENTRIES = 2_000;

    private final Cache<List<Object>, Object> results =
            Caffeine.newBuilder().maximumSize(MOST_ENTRIES).build();
    private final Function<Object, byte[]> json;

    /** @param json writes a report as it is answered and recorded */
    public StageCache(Function<Object, byte[]> json) {
        this.json = json;
    }

    /** A result with its JSON. */
    @SuppressWarnings({"unchecked", "NullAway"}) // a stage name always goes with one type; the function gives no null
    public <T> Stage<T> stage(List<Object> key, Supplier<T> agent) {
        return (Stage<T>) results.get(key, missing -> {
            T value = agent.get();
            return new Stage<>(value, Content.of(json.apply(value)));
        });
    }

    /** A result without. */
    @SuppressWarnings({"unchecked", "NullAway"}) // as above
    public <T> T value(List<Object> key, Supplier<T> agent) {
        return (T) results.get(key, missing -> agent.get());
    }
}
