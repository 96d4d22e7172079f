package io.quanttradingos.app;

import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * Chance for run and claim ids, without a lock between threads.
 *
 * <p>Ids must differ, not be hard to guess: whoever may read runs may list them.
 */
final class UniqueIds implements RandomGenerator {
    @Override
    public long nextLong() {
        return ThreadLocalRandom.current().nextLong();
    }
}
