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

    /**
     * The day that what was heard is about, where the question names none: a recording may be of another day, and a service may
     * have nothing of the days that were asked for and serve what is older.
     *
     * @param heard the day of the answer
     * @param newest the date of the newest that was served; null where nothing was
     * @param days how many days up to the day count
     */
    Heeded heeded(LocalDate heard, @Nullable LocalDate newest, int days) {
        LocalDate day = asOf == null ? heard : asOf;
        if (asOf == null && newest != null && newest.isBefore(day.minusDays(days - 1L))) {
            return new Heeded(newest, true);
        }
        return new Heeded(day, false);
    }

    /**
     * The last day that counts.
     *
     * @param isOld whether it is that of what was served, as there was nothing of the days that were asked for
     */
    record Heeded(LocalDate day, boolean isOld) {}
}
