package io.quanttradingos.upstream;

import io.quanttradingos.failure.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** What the readers of answers share. */
final class Answers {
    private static final int LENGTH_OF_A_DATE = 10;

    private Answers() {}

    static Refusal misunderstood(String service) {
        return new Refusal(
                Refusal.Kind.UPSTREAM_FAILED, service + " gave an answer that is not understood", List.of(), null);
    }

    static LocalDate date(String service, String timestamp) {
        try {
            return LocalDate.parse(timestamp.substring(0, Math.min(LENGTH_OF_A_DATE, timestamp.length())));
        } catch (DateTimeException e) {
            throw misunderstood(service);
        }
    }
}
