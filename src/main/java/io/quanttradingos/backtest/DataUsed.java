package io.quanttradingos.backtest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which bars a backtest ran on.
 *
 * @param source where they come from, such as {@code csv}
 * @param names what their files or services are called
 * @param symbols the instruments, in order
 * @param bars how many times there are
 * @param first the first time; null where there are no bars
 * @param last the last time; null where there are no bars
 * @param barsPerYear as their own spacing says; null where it does not
 */
public record DataUsed(
        String source,
        List<String> names,
        List<String> symbols,
        int bars,
        @Nullable Instant first,
        @Nullable Instant last,
        @Nullable Double barsPerYear) {}
