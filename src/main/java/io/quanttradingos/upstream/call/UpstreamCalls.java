package io.quanttradingos.upstream.call;

import java.util.Optional;

/** Asks services: politely, in bounded time, and only where the answer is not known already. */
public interface UpstreamCalls {
    /**
     * Asks a service.
     *
     * @param budget what the request may still wait; the call waits no longer, retries included
     * @return empty where the service says that it does not know what it was asked for
     * @throws io.quanttradingos.failure.Refusal one sentence with neither key nor address, where the service failed (kind
     *     {@code UPSTREAM_FAILED}), did not answer in time ({@code UPSTREAM_TIMED_OUT}), or too many calls are waiting
     *     ({@code OVERLOADED})
     */
    Optional<Served> ask(Call call, Budget budget);
}
