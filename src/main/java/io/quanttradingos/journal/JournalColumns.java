package io.quanttradingos.journal;

import java.util.Arrays;

/** The columns of a journal while it is read. */
final class JournalColumns {
    static final int QUANTITY = 0;
    static final int ENTRY = 1;
    static final int EXIT = 2;
    static final int FEE = 3;
    static final int STOP = 4;
    static final int NUMBERS = 5;

    private final int[] days;
    private final int[] exitDays;
    private final int[] symbolNumbers;
    private final byte[] signs;
    private final double[][] numbers;
    private int size;

    JournalColumns(int most) {
        days = new int[most];
        exitDays = new int[most];
        symbolNumbers = new int[most];
        signs = new byte[most];
        numbers = new double[NUMBERS][most];
    }

    void add(int day, int exitDay, int symbolNumber, int sign, double[] row) {
        days[size] = day;
        exitDays[size] = exitDay;
        symbolNumbers[size] = symbolNumber;
        signs[size] = (byte) sign;
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i][size] = row[i];
        }
        size++;
    }

    int[] days() {
        return Arrays.copyOf(days, size);
    }

    int[] exitDays() {
        return Arrays.copyOf(exitDays, size);
    }

    int[] symbolNumbers() {
        return Arrays.copyOf(symbolNumbers, size);
    }

    byte[] signs() {
        return Arrays.copyOf(signs, size);
    }

    double[] numbers(int column) {
        return Arrays.copyOf(numbers[column], size);
    }
}
