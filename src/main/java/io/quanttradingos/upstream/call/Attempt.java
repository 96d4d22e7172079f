package io.quanttradingos.upstream.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quanttradingos.failure.Refusal;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How sending a call once ended. */
sealed interface Attempt {
    /** With an answer; that the service does not know what it was asked for is one too. */
    record Answered(KnownAnswer answer) implements Attempt {}

    /**
     * Without.
     *
     * @param refusal what to tell the sender where it stays at that
     * @param again whether it may be worth another attempt
     * @param retryAfter how long the service asks to be left alone; null where it does not say
     * @param blamed whether the service itself is at fault
     */
    record Failed(Refusal refusal, Again again, @Nullable Duration retryAfter, boolean blamed) implements Attempt {}

    /** When another attempt is worth it. */
    enum Again {
        /** Never: the same would come again. */
        NEVER,
        /** While any time is left. */
        WITH_ANY_TIME,
        /** Only with the time that a whole attempt may take. */
        WITH_FULL_TIME
    }

    /** Statuses that often pass. */
    Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

    /** The end of an attempt that was replied to. */
    static Attempt of(Call call, Transport.Reply reply, Instant now) {
        int status = reply.status();
        if (status / 100 == 2) {
            return reply.body() == null
                    ? notJson(call)
                    : new Answered(KnownAnswer.of(Keyless.tree(reply.body(), call.key()), now));
        }
        if (status == 404) {
            return new Answered(KnownAnswer.nothing(now));
        }
        Again again = PASSING.contains(status) ? Again.WITH_ANY_TIME : Again.NEVER;
        Refusal refusal = CallRefusals.ofStatus(call.service(), status, reply.retryAfter());
        return new Failed(refusal, again, reply.retryAfter(), status >= 500);
    }

    /**
     * The end of an attempt that was not replied to.
     *
     * @param hadFullTime whether it had the time that a service may take, so that a timeout is the service's fault
     */
    static Failed of(Call call, IOException failure, boolean hadFullTime) {
        UpstreamService service = call.service();
        if (failure instanceof SocketTimeoutException) {
            return new Failed(CallRefusals.timedOut(service), Again.WITH_FULL_TIME, null, hadFullTime);
        }
        if (failure instanceof JsonProcessingException) {
            return notJson(call);
        }
        if (failure instanceof Transport.TooLarge tooLarge) {
            return new Failed(CallRefusals.tooLarge(service, tooLarge.mostBytes()), Again.NEVER, null, false);
        }
        return new Failed(CallRefusals.unconnected(service, failure), Again.WITH_ANY_TIME, null, true);
    }

    private static Failed notJson(Call call) {
        return new Failed(
                CallRefusals.failed(call.service(), "gave an answer that is not JSON"), Again.NEVER, null, true);
    }
}
