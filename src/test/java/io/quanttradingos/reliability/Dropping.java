package io.quanttradingos.reliability;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Drops files at a steady rate until it is closed. */
final class Dropping implements AutoCloseable {
    private static final int PAUSE_MILLIS = 5;

    private final Drops drops;
    private volatile double perSecond;
    private final Thread thread = new Thread(this::drop, "dropping");
    private volatile boolean ended;
    private volatile @Nullable IOException failure;

    Dropping(Drops drops, int perSecond) {
        this.drops = drops;
        this.perSecond = perSecond;
        thread.setDaemon(true);
        thread.start();
    }

    private void drop() {
        try {
            double owed = 0;
            long before = System.nanoTime();
            while (!ended) {
                long now = System.nanoTime();
                owed += (now - before) * perSecond / 1e9;
                before = now;
                for (; owed >= 1; owed--) {
                    drops.next();
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            ended = true;
        }
    }

    /** From now on at another rate. */
    void rate(double files) {
        perSecond = files;
    }

    /** Fails where dropping has failed. */
    void check() throws IOException {
        IOException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        ended = true;
        thread.join();
        check();
    }
}
