package io.quanttradingos.pipeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quanttradingos.discipline.DisciplineReport;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.regime.RegimeSeries;
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
    private static final int BYTES_PER_RESULT = 4_096;
    private static final int BYTES_PER_SERIES_ROW = 128;
    private static final int BYTES_PER_PRICE = 8;
    private static final int BYTES_PER_VIOLATION = 256;
    /** A report takes about this many times the room of its JSON. */
    private static final int OBJECTS_PER_JSON = 4;

    private final Cache<List<Object>, Object> results;
    private final Function<Object, byte[]> json;
    private final StageWatch watch;

    /**
     * An empty cache.
     *
     * @param json writes a report as it is answered and recorded
     * @param mostBytes about how much memory the results may take
     */
    public StageCache(Function<Object, byte[]> json, long mostBytes) {
        this(json, mostBytes, StageWatch.NONE);
    }

    /** The same, with someone who is told of each stage. */
    public StageCache(Function<Object, byte[]> json, long mostBytes, StageWatch watch) {
        this.json = json;
        this.watch = watch;
        this.results = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((List<Object> key, Object result) -> weight(result))
                .build();
    }

    /** A result with its JSON. */
    public <T> Stage<T> stage(List<Object> key, Supplier<T> agent) {
        return value(key, () -> {
            T value = agent.get();
            return new Stage<>(value, Content.of(json.apply(value)));
        });
    }

    /**
     * A result without. Two threads that miss at once both compute it, and get the same: an agent may use what another agent
     * gave, which a computation under the cache's own lock could not.
     */
    @SuppressWarnings("unchecked") // the first element of a key, a stage's name, always goes with one type
    public <T> T value(List<Object> key, Supplier<T> agent) {
        Object kept = results.getIfPresent(key);
        if (kept != null) {
            watch.kept((String) key.get(0));
            return (T) kept;
        }
        T computed = watch.computed((String) key.get(0), agent);
        results.put(key, computed);
        return computed;
    }

    /** A result that is not worth keeping. */
    <T> T passing(String stage, Supplier<T> agent) {
        return watch.computed(stage, agent);
    }

    /** About how many bytes of memory the regimes of so many dates take. */
    public static long bytes(RegimeSeries series) {
        return (long) BYTES_PER_SERIES_ROW * series.rows();
    }

    private static int weight(Object result) {
        long bytes = BYTES_PER_RESULT;
        if (result instanceof Stage<?> stage) {
            bytes += (long) OBJECTS_PER_JSON * stage.json().bytes().length;
        } else if (result instanceof RegimeSeries series) {
            bytes += bytes(series);
        } else if (result instanceof PriceTable table) {
            bytes += (long) BYTES_PER_PRICE * table.rows() * table.columns();
        } else if (result instanceof DisciplineReport report) {
            bytes += (long) BYTES_PER_VIOLATION * report.violations().size();
        } else if (result instanceof Weighed weighed) {
            bytes += weighed.bytes();
        }
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }
}
