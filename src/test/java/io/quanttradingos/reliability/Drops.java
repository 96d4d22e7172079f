package io.quanttradingos.reliability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Drops files of every kind into an inbox, each whole at once, and remembers them.
 *
 * <p>One drop in {@value #SAME_NAME_EVERY}, or in as many as is asked for, has the name of an earlier one; what it replaces would be lost by its sender, so
 * a name that still waits in the inbox is not used.
 */
final class Drops {
    private static final int SAME_NAME_EVERY = 12;
    private static final int JUST_BEFORE = 20;
    private static final long PATIENCE_NANOS = 2_000_000_000L;
    private static final int TRIES = 50;
    private static final int BARS = 120;
    private static final LocalDate BEFORE_THE_SAMPLE = LocalDate.of(2015, 12, 31);

    private int sameNameEvery = SAME_NAME_EVERY;
    private DropKind[] kinds;
    private final Path aside;
    private final Path inbox;
    private final List<String> sampleBars;
    private final String samplePlan;
    private final Random random;
    private final List<Drop> dropped = new ArrayList<>();

    Drops(Path data, long seed) throws IOException {
        this(data, seed, DropKind.values());
    }

    /** Of some kinds only. */
    Drops(Path data, long seed, DropKind... kinds) throws IOException {
        this.kinds = kinds.clone();
        this.aside = Files.createDirectories(data.resolve("aside"));
        this.inbox = Files.createDirectories(data.resolve("inbox"));
        this.sampleBars = Files.readAllLines(data.resolve("sample/ohlcv.csv")).subList(0, BARS);
        this.samplePlan = Files.readString(data.resolve("sample/plan.json"));
        this.random = new Random(seed);
    }

    synchronized List<Drop> all() {
        return List.copyOf(dropped);
    }

    /** From now on only of some kinds. */
    synchronized void only(DropKind... next) {
        kinds = next.clone();
    }

    /** From now on one drop in so many takes the name of one just before it, as soon as that one is claimed, done or not. */
    synchronized void sameNameEvery(int drops) {
        sameNameEvery = drops;
    }

    synchronized int count() {
        return dropped.size();
    }

    /** Drops files until there were so many in all. */
    void upTo(int count) throws IOException {
        while (count() < count) {
            next();
        }
    }

    /** Drops one more file. */
    synchronized void next() throws IOException {
        int number = dropped.size();
        DropKind kind = kinds[number < kinds.length ? number : random.nextInt(kinds.length)];
        byte[] content = content(kind, number);
        String name = "%06d-%s.%s".formatted(number, kind.name().toLowerCase(Locale.ROOT), kind.ending);
        if (kind != DropKind.EMPTY && !dropped.isEmpty() && random.nextInt(sameNameEvery) == 0) {
            name = earlierName(kind, name);
            if (sameNameEvery != SAME_NAME_EVERY) {
                awaitFree(name);
            }
        }
        if (!placed(name, content)) {
            return; // the earlier drop of that name still waits
        }
        dropped.add(Drop.of(name, kind, content));
    }

    private String earlierName(DropKind kind, String otherwise) {
        for (int i = 0; i < TRIES; i++) {
            int newest = Math.min(dropped.size(), sameNameEvery == SAME_NAME_EVERY ? dropped.size() : JUST_BEFORE);
            Drop earlier = dropped.get(dropped.size() - 1 - random.nextInt(newest));
            if (earlier.kind() == kind) {
                return earlier.name();
            }
        }
        return otherwise;
    }

    /** Waits until the name of a drop just before is free, which is when a service has claimed that one. */
    private void awaitFree(String name) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (Files.exists(inbox.resolve(name)) && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    /** A link and not a rename, because a rename would replace what still waits under the name. */
    private boolean placed(String name, byte[] content) throws IOException {
        Path file = Files.write(aside.resolve("next"), content);
        try {
            Files.createLink(inbox.resolve(name), file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.delete(file);
        }
    }

    private byte[] content(DropKind kind, int number) {
        return switch (kind) {
            case BINARY -> binary(number);
            case EMPTY -> new byte[0];
            default -> text(kind, number).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] binary(int number) {
        byte[] content = new byte[500];
        random.nextBytes(content);
        content[0] = 0;
        content[1] = (byte) number;
        return content;
    }

    private String text(DropKind kind, int number) {
        int shares = number + 1;
        return switch (kind) {
            case HOLDINGS -> "symbol,shares\nSPY," + shares + "\nTLT,5\n";
            case PRICES -> "date,SPY,TLT\n" + day(number) + "," + price(number) + ",100\n";
            case PLAN -> samplePlan + " ".repeat(number) + "\n";
            case TRADES ->
                "date,symbol,side,entry_price,exit_price,shares\n2019-01-17,SPY,LONG,264,265," + shares + "\n";
            case JOURNAL -> "date,symbol,side,qty,entry,exit,fees\n2019-01-17,SPY,BUY," + shares + ",264,265,1\n";
            case BARS -> String.join("\n", sampleBars) + "\n2016-12-30,201,203,200,202," + shares + "\n";
            case DECISION_JOB -> "{\"portfolio_id\": \"job-" + number + "\"}";
            case BACKTEST_JOB -> "{\"strategy\": \"buy_and_hold\", \"initial_cash\": " + (100_000 + number) + "}";
            case DAMAGED -> "symbol,shares\nSPY," + number + "x\n";
            case BINARY, EMPTY -> throw new IllegalArgumentException("no text: " + kind);
        };
    }

    /** A day of its own for every price that is dropped. */
    static LocalDate day(int number) {
        return BEFORE_THE_SAMPLE.minusDays(number);
    }

    private static String price(int number) {
        return Integer.toString(100 + number % 50);
    }
}
