package io.quanttradingos.bench;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a server answered in a while under load, and the processor time of its process per answer. */
record Round(LoadClient.Measured measured, double processorMillisPerRequest) {
    static Round of(ServerProcess server, LoadClient client, int connections, double seconds)
            throws InterruptedException {
        double before = server.processorTime().toNanos();
        LoadClient.Measured measured = client.run(connections, seconds);
        double millis = (server.processorTime().toNanos() - before) / 1e6;
        return new Round(measured, millis / measured.answers());
    }

    static double median(Collection<Round> rounds, ToDoubleFunction<Round> figure) {
        return median(rounds.stream().map(figure::applyAsDouble).toList());
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
