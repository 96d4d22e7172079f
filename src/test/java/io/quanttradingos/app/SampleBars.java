package io.quanttradingos.app;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The sample's closes as bars whose open, high, low and close are one: for as many instruments as are wanted. */
final class SampleBars {
    private SampleBars() {}

    /**
     * A file of bars.
     *
     * @param symbols of the sample's prices
     * @param named whether a column names the symbol of each row
     */
    static String of(List<String> symbols, boolean named) {
        List<String> lines = new String(Http.sample("prices.csv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> header = List.of(lines.get(0).split(",", -1));
        StringBuilder csv =
                new StringBuilder(named ? "date,symbol,open,high,low,close\n" : "date,open,high,low,close\n");
        for (String symbol : symbols) {
            int column = header.indexOf(symbol);
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                String close = cells[column];
                csv.append(cells[0]).append(named ? "," + symbol : "");
                csv.append((',' + close).repeat(4)).append('\n');
            }
        }
        return csv.toString();
    }
}
