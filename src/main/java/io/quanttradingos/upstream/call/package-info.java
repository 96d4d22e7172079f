/**
 * How other services are asked: in bounded time, politely, and so that it can be repeated without them.
 *
 * <p>Entry: {@link io.quanttradingos.upstream.call.UpstreamCalls}. Knows a call and its answer; knows neither what the answers
 * mean nor by what means they travel, which is a {@link io.quanttradingos.upstream.call.Transport}'s matter.
 */
@NullMarked
package io.quanttradingos.upstream.call;

import org.jspecify.annotations.NullMarked;
