package io.quanttradingos.upstream.call;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/** Answers that serve equal questions of the same day. A failure is never kept. */
final class AnswerMemory {
    /** What an entry takes beside its JSON, roughly. */
    private static final int BYTES_PER_ENTRY = 512;

    private final @Nullable Cache<CallName, KnownAnswer> answers;

    AnswerMemory(CallSettings.Memory settings, CallTime time) {
        this.answers = settings.keepsNone()
                ? null
                : Caffeine.newBuilder()
                        .maximumWeight(settings.mostBytes())
                        .weigher((CallName name, KnownAnswer answer) -> BYTES_PER_ENTRY + answer.bytes())
                        .expireAfterWrite(settings.longest())
                        .ticker(time::nanoTime)
                        .executor(Runnable::run)
                        .build();
    }

    @Nullable KnownAnswer get(CallName name) {
        return answers == null ? null : answers.getIfPresent(name);
    }

    void put(CallName name, KnownAnswer answer) {
        if (answers != null) {
            answers.put(name, answer);
        }
    }
}
