package io.quanttradingos.imports.fold;

import io.quanttradingos.imports.Transaction;
import io.quanttradingos.imports.TransactionKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Histories written down in a line each, such as {@code 2024-01-02 BUY 10 SPY @100 fee 1}. */
final class History {
    private History() {}

    static List<Transaction> of(String... lines) {
        List<Transaction> transactions = new ArrayList<>();
        for (String line : lines) {
            transactions.add(line(transactions.size() + 2, line.split(" ")));
        }
        return transactions;
    }

    private static Transaction line(int number, String[] words) {
        return new Transaction(
                number,
                "",
                LocalDate.parse(words[0].substring(0, 10)),
                words[0].length() > 10 ? LocalTime.parse(words[0].substring(11)) : null,
                TransactionKind.valueOf(words[1]),
                words[3],
                null,
                "",
                new BigDecimal(words[2]),
                after(words, "@"),
                orZero(after(words, "fee=")),
                after(words, "cash="),
                "USD",
                "USD",
                "USD");
    }

    private static @Nullable BigDecimal after(String[] words, String mark) {
        for (String word : words) {
            if (word.startsWith(mark)) {
                return new BigDecimal(word.substring(mark.length()));
            }
        }
        return null;
    }

    private static BigDecimal orZero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }
}
