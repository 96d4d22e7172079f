package io.quanttradingos.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "openapi")
final class OpenApiCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
