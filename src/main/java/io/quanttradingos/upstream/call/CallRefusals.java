package io.quanttradingos.upstream.call;

import io.quanttradingos.failure.Refusal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What is said of a call that failed: a sentence that holds no address, no key and no word of the service's own. */
final class CallRefusals {
    private CallRefusals() {}

    static Refusal failed(UpstreamService service, String how) {
        return refusal(Refusal.Kind.UPSTREAM_FAILED, service.title() + " " + how);
    }

    static Refusal ofStatus(UpstreamService service, int status, @Nullable Duration retryAfter) {
        return failed(
                service,
                switch (status) {
                    case 401, 403 -> refusedAccess(service, status);
                    case 429 ->
                        "is being asked too often (status 429); try again "
                                + (retryAfter == null ? "later" : "in " + inSeconds(retryAfter));
                    default ->
                        status / 100 == 3
                                ? "answered with a redirect (status " + status + "), which is not followed"
                                : "answered with status " + status;
                });
    }

    private static String refusedAccess(UpstreamService service, int status) {
        return switch (service) {
            case FINNHUB -> "refused the key: check FINNHUB_API_KEY, or finnhub_key in the request";
            case LANGUAGE_MODEL -> "refused the key: check OPENAI_API_KEY, or openai_key in the request";
            case DATA_SERVICE, YAHOO -> "refused access (status " + status + ")";
        };
    }

    static Refusal timedOut(UpstreamService service) {
        return refusal(Refusal.Kind.UPSTREAM_TIMED_OUT, service.title() + " did not answer in time");
    }

    static Refusal tooLarge(UpstreamService service, long mostBytes) {
        return failed(service, "gave an answer larger than " + mostBytes + " bytes");
    }

    static Refusal unconnected(UpstreamService service, IOException failure) {
        boolean unreached = failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || failure instanceof SSLException;
        return failed(service, unreached ? "could not be reached" : "cut the connection");
    }

    static Refusal leftAlone(UpstreamService service, Duration further) {
        return failed(service, "has failed repeatedly and is left alone for another " + inSeconds(further));
    }

    static Refusal askedOften(UpstreamService service, Duration until) {
        return overloaded(service.title() + " has been asked as often as it may be; try again in " + inSeconds(until));
    }

    static Refusal crowded() {
        return overloaded("too many calls to other services are waiting; try again in a few seconds");
    }

    private static Refusal overloaded(String detail) {
        return refusal(Refusal.Kind.OVERLOADED, detail);
    }

    static Refusal interrupted(UpstreamService service) {
        Thread.currentThread().interrupt();
        return refusal(Refusal.Kind.UPSTREAM_TIMED_OUT, "the wait for " + service.title() + " was broken off");
    }

    static Refusal unrecorded(Call call) {
        return failed(
                call.service(),
                "is not asked but played from recordings, and there is no recording of " + call.subject() + " for "
                        + call.day());
    }

    private static Refusal refusal(Refusal.Kind kind, String detail) {
        return new Refusal(kind, detail, List.of(), null);
    }

    /** Rounded up: whoever comes back then does not come too early. */
    private static String inSeconds(Duration duration) {
        return Math.max(1, duration.plusNanos(999_999_999).toSeconds()) + " s";
    }
}
