package io.quanttradingos.reliability;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Drops files at a steady rate until it is closed. */
final class Dropping implements AutoCloseable {
    private static final int MILLIS = 1_000;

    private final Drops drops;
    private final long pauseMillis;
    private final Thread thread = new Thread(this::drop, "dropping");
    private volatile boolean ended;
    private volatile @Nullable IOException failure;

    Dropping(Drops drops, int perSecond) {
        this.drops = drops;
        this.pauseMillis = MILLIS / perSecond;
        thread.setDaemon(true);
        thread.start();
    }

    private void drop() {
        try {
            while (!ended) {
                drops.next();
                Thread.sleep(pauseMillis);
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            ended = true;
        }
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
