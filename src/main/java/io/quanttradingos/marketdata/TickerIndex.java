package io.quanttradingos.marketdata;

import io.quanttradingos.units.Symbol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the tickers of a long file in the order they come up.
 *
 * <p>Looks tickers up by their bytes, so that a million rows of a few names make a few texts; two spellings of one ticker
 * ({@code spy}, {@code SPY}) share its number.
 */
final class TickerIndex {
    static final int INVALID = -1;

    private final Map<Symbol, Integer> numbers = new HashMap<>();
    private final List<Symbol> symbols = new ArrayList<>();
    private byte[][] spellings = new byte[64][];
    private int[] spelt = new int[64];
    private int used;

    List<Symbol> symbols() {
        return symbols;
    }

    /** The number of the ticker in {@code bytes[from, to)}, or {@link #INVALID}. */
    int of(byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        return spellings[slot] == null ? add(bytes, from, to) : spelt[slot];
    }

    private int slot(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ hash >>> 15) & spellings.length - 1;
        while (spellings[slot] != null && !Arrays.equals(spellings[slot], 0, spellings[slot].length, bytes, from, to)) {
            slot = slot + 1 & spellings.length - 1;
        }
        return slot;
    }

    private int add(byte[] bytes, int from, int to) {
        Symbol symbol = Symbol.parse(new String(bytes, from, to - from, StandardCharsets.UTF_8))
                .orElse(null);
        if (symbol == null) {
            return INVALID;
        }
        int number = numbers.computeIfAbsent(symbol, fresh -> symbols.size());
        if (number == symbols.size()) {
            symbols.add(symbol);
        }
        if (2 * ++used > spellings.length) {
            grow();
        }
        int slot = slot(bytes, from, to);
        spellings[slot] = Arrays.copyOfRange(bytes, from, to);
        spelt[slot] = number;
        return number;
    }

    private void grow() {
        byte[][] before = spellings;
        int[] numbersBefore = spelt;
        spellings = new byte[2 * before.length][];
        spelt = new int[2 * before.length];
        for (int i = 0; i < before.length; i++) {
            byte[] spelling = before[i];
            if (spelling != null) {
                int slot = slot(spelling, 0, spelling.length);
                spellings[slot] = spelling;
                spelt[slot] = numbersBefore[i];
            }
        }
    }
}
