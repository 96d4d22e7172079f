package io.quanttradingos.portfolio;

import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Small made-up price tables and holdings for tests; dates are weekdays from 2020-01-01. */
final class Market {
    private final Map<String, double[]> columns = new LinkedHashMap<>();

    static Market of(String symbol, double... closes) {
        return new Market().and(symbol, closes);
    }

    /** Random walks of the given symbols, all of one length. */
    static Market random(long seed, int days, String... symbols) {
        Random random = new Random(seed);
        Market market = new Market();
        for (String symbol : symbols) {
            double[] closes = new double[days];
            double close = 20 + 200 * random.nextDouble();
            for (int day = 0; day < days; day++) {
                close *= Math.exp(0.0003 + 0.015 * random.nextGaussian());
                closes[day] = close;
            }
            market.and(symbol, closes);
        }
        return market;
    }

    Market and(String symbol, double... closes) {
        columns.put(symbol, closes);
        return this;
    }

    double[] closes(String symbol) {
        return columns.getOrDefault(symbol, new double[0]);
    }

    PriceTable table() {
        int days = columns.values().iterator().next().length;
        return new PriceTable(
                columns.keySet().stream().map(Symbol::of).toList(),
                Arrays.copyOf(weekdays(days), days),
                columns.values().toArray(double[][]::new));
    }

    static LocalDate date(int day) {
        return LocalDate.ofEpochDay(weekdays(day + 1)[day]);
    }

    private static int[] weekdays(int days) {
        int[] weekdays = new int[days];
        LocalDate date = LocalDate.of(2020, 1, 1);
        for (int day = 0; day < days; date = date.plusDays(1)) {
            if (date.getDayOfWeek().getValue() <= 5) {
                weekdays[day++] = Math.toIntExact(date.toEpochDay());
            }
        }
        return weekdays;
    }

    static Holding holding(String symbol, double shares) {
        return holding(symbol, shares, null, null);
    }

    static Holding holding(String symbol, double shares, @Nullable Double averagePrice, @Nullable Double stopPrice) {
        return new Holding(Symbol.of(symbol), shares, averagePrice, stopPrice);
    }

    static Holdings holdings(Holding... positions) {
        return new Holdings(new ArrayList<>(List.of(positions)), List.of());
    }
}
