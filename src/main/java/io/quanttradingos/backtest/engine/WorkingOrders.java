package io.quanttradingos.backtest.engine;

import java.util.Arrays;

/** The numbers of the orders that work, in the order they were given; those closed since stay until {@link #compact}. */
final class WorkingOrders {
    private final OrderLog orders;
    private int[] numbers = new int[16];
    private int size;

    WorkingOrders(OrderLog orders) {
        this.orders = orders;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return numbers[index];
    }

    void add(int order) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = order;
    }

    /** Forgets what does not work any more. */
    void compact() {
        int kept = 0;
        for (int k = 0; k < size; k++) {
            if (orders.isOpen(numbers[k])) {
                numbers[kept++] = numbers[k];
            }
        }
        size = kept;
    }
}
