package io.quanttradingos.upstream.call;

import java.io.IOException;
import java.time.Duration;

/** Sends a call once and comes back in time, whatever becomes of the call. */
@FunctionalInterface
interface Sends {
    /**
     * As {@link Transport#send}, but never longer than it may take.
     *
     * @throws io.quanttradingos.failure.Refusal where nobody came to send it
     * @throws InterruptedException where the wait is broken off
     */
    Transport.Reply send(Call call, Duration within) throws IOException, InterruptedException;
}
