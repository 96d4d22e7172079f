package io.quanttradingos.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "regime")
final class RegimeCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
