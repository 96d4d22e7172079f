package io.quanttradingos.app;

import java.util.concurrent.CountDownLatch;

/** Lets a service run until the program is told to stop, and ends its work before the program ends. */
final class UntilStopped {
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** From now on the service's work is ended in order, whenever the program is told to stop. */
    UntilStopped(Assembly assembly) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            assembly.close();
                            stopped.countDown();
                        },
                        "stop"));
    }

    void await() throws InterruptedException {
        stopped.await();
    }
}
