package io.quanttradingos.inputs;

import io.quanttradingos.failure.Abandonment;
import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.Expansion;
import io.quanttradingos.table.TableReader;
import io.quanttradingos.table.TextTable;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads holdings, trades and journals within bounds of memory.
 *
 * <p>Each cell becomes a text, which takes ten times its bytes and more; prices and bars do not, and may be larger. So bytes and
 * cells are bounded, and of large tables one is in work at a time.
 */
final class SmallTables {
    private static final int MOST_BYTES = 16 << 20;
    /** A tree of JSON takes more than a text of cells. */
    private static final int MOST_BYTES_OF_JSON = 4 << 20;

    private static final int MOST_CELLS = 2_000_000;
    private static final int LARGE = 1 << 20;

    private final TableReader tables;
    private final Semaphore large = new Semaphore(1, true);

    SmallTables(TableReader tables) {
        this.tables = tables;
    }

    /** What is made of a table; it is forgotten afterwards unless it is what was made. */
    <T> T read(String name, byte[] content, Function<TextTable, T> use) {
        return alone(content, () -> {
            byte[] text = Expansion.expanded(name, content, MOST_BYTES);
            requireSmall(name, text);
            return use.apply(tables.read(name, text));
        });
    }

    /** Something else that is made of a table's bytes; of large ones one is in work at a time. */
    <T> T alone(byte[] content, Supplier<T> work) {
        boolean waits = content.length > LARGE || isPacked(content);
        if (waits) {
            large.acquireUninterruptibly();
        }
        try {
            Abandonment.check(); // others may have been served for long
            return work.get();
        } finally {
            if (waits) {
                large.release();
            }
        }
    }

    private static boolean isPacked(byte[] content) {
        return content.length > 1 && (content[0] == 0x1F || (content[0] == 'P' && content[1] == 'K'));
    }

    private static void requireSmall(String name, byte[] text) {
        int most = isJson(text) ? MOST_BYTES_OF_JSON : MOST_BYTES;
        if (text.length > most) {
            throw tooLarge(name, "is larger than the " + most + " bytes that holdings, trades and journals may have");
        }
        if (text.length > LARGE && cellsAtMost(text) > MOST_CELLS) {
            throw tooLarge(
                    name, "has more than the " + MOST_CELLS + " cells that holdings, trades and journals may have");
        }
    }

    private static boolean isJson(byte[] text) {
        return text.length > 0 && (text[0] == '[' || text[0] == '{');
    }

    /** Every character that may end a cell counts, also one inside quotes. */
    private static int cellsAtMost(byte[] text) {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        int lines = 0;
        for (byte b : text) {
            switch (b) {
                case ',' -> commas++;
                case ';' -> semicolons++;
                case '\t' -> tabs++;
                case '\n' -> lines++;
                default -> {
                    // a part of a cell
                }
            }
        }
        return Math.max(commas, Math.max(semicolons, tabs)) + lines;
    }

    private static Refusal tooLarge(String name, String message) {
        return new Refusal(
                Refusal.Kind.TOO_LARGE,
                name + " " + message,
                List.of(new InputProblem(name, null, null, message)),
                null);
    }
}
