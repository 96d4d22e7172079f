package io.quanttradingos.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "schedule")
final class ScheduleCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
