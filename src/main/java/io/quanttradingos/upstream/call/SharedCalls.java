package io.quanttradingos.upstream.call;

import io.quanttradingos.failure.Refusal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks equal questions that come at the same time once.
 *
 * <p>A failure is shared only by those to whom the same would have happened: not one that came of the asker's own budget or
 * key. The others then ask for themselves.
 */
final class SharedCalls {
    private final ConcurrentMap<CallName, Asking> underway = new ConcurrentHashMap<>();

    private record Asking(@Nullable AccessKey key, CompletableFuture<KnownAnswer> answer) {}

    /** An answer, and whether it was another's. */
    record Shared(KnownAnswer answer, boolean wasUnderway) {}

    /** Takes the answer of an equal question that is underway, or else asks. */
    Shared ask(CallName name, Call call, Budget budget, Supplier<KnownAnswer> asking) {
        while (true) {
            Asking mine = new Asking(call.key(), new CompletableFuture<>());
            Asking other = underway.putIfAbsent(name, mine);
            if (other == null) {
                return new Shared(ask(name, mine, asking), false);
            }
            KnownAnswer answer = answerOf(other, call, budget);
            if (answer != null) {
                return new Shared(answer, true);
            }
        }
    }

    private KnownAnswer ask(CallName name, Asking mine, Supplier<KnownAnswer> asking) {
        try {
            KnownAnswer answer = asking.get();
            mine.answer.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            mine.answer.completeExceptionally(e);
            throw e;
        } finally {
            underway.remove(name, mine);
        }
    }

    /** Null where the other failed in a way of its own. */
    private static @Nullable KnownAnswer answerOf(Asking other, Call call, Budget budget) {
        try {
            return other.answer.get(budget.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw CallRefusals.timedOut(call.service());
        } catch (InterruptedException e) {
            throw CallRefusals.interrupted(call.service());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal
                    && refusal.kind() == Refusal.Kind.UPSTREAM_FAILED
                    && AccessKey.same(other.key, call.key())) {
                throw refusal;
            }
            return null;
        }
    }
}
