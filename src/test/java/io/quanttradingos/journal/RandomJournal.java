package io.quanttradingos.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Journals by seed, as lines of a file: some trades without stop, fee or exit date, dates in no order, many repeated. */
final class RandomJournal {
    private static final String[] SYMBOLS = {"SPY", "BRK.B", "qqq", "^GSPC", "TLT"};
    private static final LocalDate START = LocalDate.of(2023, 11, 20);

    private RandomJournal() {}

    static List<String> lines(long seed, int trades) {
        Random random = new Random(seed);
        int days = 1 + random.nextInt(200);
        double drift = random.nextDouble() * 0.04 - 0.02;
        List<String> lines = new ArrayList<>(List.of("date,symbol,side,qty,entry,exit,fees,stop,exit_date"));
        for (int i = 0; i < trades; i++) {
            lines.add(line(random, START.plusDays(random.nextInt(days)), drift));
        }
        return lines;
    }

    private static String line(Random random, LocalDate date, double drift) {
        boolean isLong = random.nextBoolean();
        double entry = cents(50 + 100 * random.nextDouble());
        double exit = random.nextInt(12) == 0 ? entry : cents(entry * (1 + drift + 0.03 * random.nextGaussian()));
        double distance = cents(entry * (random.nextInt(15) == 0 ? -0.01 : 0.01 + 0.02 * random.nextDouble()));
        double stop = cents(isLong ? entry - distance : entry + distance);
        boolean stopped = random.nextInt(6) == 0;
        String fee = switch (random.nextInt(6)) {
            case 0 -> "";
            case 1, 2 -> "0";
            default -> Double.toString(cents(3 * random.nextDouble()));
        };
        return String.join(
                ",",
                date.toString(),
                SYMBOLS[random.nextInt(SYMBOLS.length)],
                isLong ? "LONG" : "sell",
                Integer.toString(1 + random.nextInt(300)),
                Double.toString(entry),
                Double.toString(stopped ? stop : exit),
                fee,
                stopped || random.nextInt(4) > 0 ? Double.toString(stop) : "",
                random.nextInt(5) == 0 ? "" : date.plusDays(random.nextInt(90)).toString());
    }

    private static double cents(double value) {
        return Math.rint(value * 100) / 100;
    }
}
