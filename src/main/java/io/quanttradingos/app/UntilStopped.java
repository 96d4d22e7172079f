package io.quanttradingos.app;

import java.util.concurrent.CountDownLatch;

/** Lets a service run until the program is told to stop, and ends its work before the program ends. */
final class UntilStopped {
    private UntilStopped() {}

    static void await(Assembly assembly) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            assembly.close();
                            stopped.countDown();
                        },
                        "stop"));
        stopped.await();
    }
}
