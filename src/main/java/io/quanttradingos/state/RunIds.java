package io.quanttradingos.state;

import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Makes run ids, for example {@code 01JGFJJZ00K7Q4V4M0T1ZSW5PX}: 48 bits of epoch milliseconds, then 80 random bits,
 * written as 26 characters of Crockford's base 32 (the ULID layout).
 *
 * <p>Ids sort as texts by the millisecond they were made in; within one millisecond their order is chance. Two equal
 * ids need the same millisecond and a collision in 80 bits.
 */
public final class RunIds {
    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final long MAX_MILLIS = (1L << 48) - 1;

    private RunIds() {}

    /** A new id; an instant before 1970 or after the year 10889 is refused. */
    public static String next(Instant now, RandomGenerator random) {
        long millis = now.toEpochMilli();
        if (millis < 0 || millis > MAX_MILLIS) {
            throw new IllegalArgumentException("a run id needs an instant from 1970 to 10889, was " + now);
        }
        char[] id = new char[26];
        write(millis, id, 0, 10);
        write(random.nextLong(), id, 10, 8);
        write(random.nextLong(), id, 18, 8);
        return new String(id);
    }

    /** The lowest {@code 5 * count} bits, most significant first. */
    private static void write(long bits, char[] id, int from, int count) {
        for (int i = 0; i < count; i++) {
            id[from + i] = DIGITS[(int) (bits >>> (5 * (count - 1 - i))) & 31];
        }
    }
}
