package io.quanttradingos.telemetry;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.telemetry.CallMeters.Answer;
import io.quanttradingos.telemetry.CallMeters.Reply;
import io.quanttradingos.upstream.call.Budget;
import io.quanttradingos.upstream.call.Call;
import io.quanttradingos.upstream.call.Carrying;
import io.quanttradingos.upstream.call.Served;
import io.quanttradingos.upstream.call.Transport;
import io.quanttradingos.upstream.call.UpstreamCalls;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Stands before and behind the calls to other services, and changes none of them. */
final class CallTelemetry implements Carrying {
    private final @Nullable CallMeters meters;
    private final @Nullable Tracing tracing;

    CallTelemetry(@Nullable CallMeters meters, @Nullable Tracing tracing) {
        this.meters = meters;
        this.tracing = tracing;
    }

    /** The same calls, each of them counted. */
    UpstreamCalls watched(UpstreamCalls calls) {
        CallMeters counted = meters;
        return counted == null ? calls : (call, budget) -> ask(counted, calls, call, budget);
    }

    private static Optional<Served> ask(CallMeters meters, UpstreamCalls calls, Call call, Budget budget) {
        try {
            Optional<Served> answer = calls.ask(call, budget);
            meters.answered(
                    call.service(),
                    answer.map(served -> Answer.valueOf(served.origin().name())).orElse(Answer.UNKNOWN));
            return answer;
        } catch (Refusal refusal) {
            meters.answered(
                    call.service(),
                    switch (refusal.kind()) {
                        case UPSTREAM_TIMED_OUT -> Answer.TIMED_OUT;
                        case OVERLOADED -> Answer.REFUSED;
                        default -> Answer.FAILED;
                    });
            throw refusal;
        }
    }

    /** The same way of sending, each request counted and a span of its own. */
    Transport watched(Transport transport) {
        return (call, within) -> send(transport, call, within);
    }

    private Transport.Reply send(Transport transport, Call call, Duration within) throws IOException {
        long began = System.nanoTime();
        Tracing.Work work = tracing == null ? null : tracing.call(call.service().code());
        Reply outcome = Reply.BROKEN;
        try {
            Transport.Reply reply = transport.send(call, within);
            outcome = outcome(reply.status());
            return reply;
        } catch (SocketTimeoutException e) {
            outcome = Reply.TIMED_OUT;
            throw e;
        } finally {
            if (meters != null) {
                meters.replied(call.service(), outcome, System.nanoTime() - began);
            }
            if (work != null) {
                work.end(Words.of(outcome), outcome != Reply.OK && outcome != Reply.UNKNOWN);
            }
        }
    }

    private static Reply outcome(int status) {
        return switch (status / 100) {
            case 2 -> Reply.OK;
            case 5 -> Reply.SERVER_ERROR;
            default -> status == 404 ? Reply.UNKNOWN : Reply.CLIENT_ERROR;
        };
    }

    @Override
    public <T> Callable<T> along(Callable<T> task) {
        Map<String, String> known = MDC.getCopyOfContextMap();
        Callable<T> inTrace = tracing == null ? task : Tracing.along(task);
        if (known == null || known.isEmpty()) {
            return inTrace;
        }
        return () -> {
            MDC.setContextMap(known);
            try {
                return inTrace.call();
            } finally {
                MDC.clear();
            }
        };
    }
}
