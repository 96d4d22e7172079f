package io.quanttradingos.briefing;

import io.quanttradingos.failure.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The day a question is about.
 *
 * @param today the day it came, in UTC
 * @param asOf the day it names; null where it names none
 */
record AskedDay(LocalDate today, @Nullable LocalDate asOf) {
    static AskedDay of(Instant at, @Nullable LocalDate asOf) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        if (asOf != null && asOf.isAfter(today)) {
            throw Refusal.invalid("as_of must not be after today, " + today + " in UTC, was " + asOf)
                    .about("as_of");
        }
        return new AskedDay(today, asOf);
    }

    /** The last day that counts. */
    LocalDate day() {
        return asOf == null ? today : asOf;
    }

    /** The same, where what was heard may be a recording of another day. */
    LocalDate dayOf(LocalDate heard) {
        return asOf == null ? heard : asOf;
    }
}
