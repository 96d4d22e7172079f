package io.quanttradingos.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Does the sums of expected transactions again. */
final class SampleArithmetic {
    private static final Set<String> PAID = Set.of("BUY", "BUY_TO_COVER", "REINVESTMENT");
    private static final Set<String> RECEIVED = Set.of("SELL", "SELL_SHORT");

    private SampleArithmetic() {}

    static List<String> mistakes(PipeTable table) {
        List<String> mistakes = new ArrayList<>();
        for (Map<String, String> row : table.rows()) {
            boolean isTrade = PAID.contains(row.get("kind")) || RECEIVED.contains(row.get("kind"));
            boolean isOneCurrency = row.getOrDefault("currency", "")
                    .equals(row.getOrDefault("amountCurrency", row.getOrDefault("currency", "")));
            if (isTrade
                    && isOneCurrency
                    && row.containsKey("amount")
                    && !row.getOrDefault("fees", "0").equals("*")
                    && !agrees(row)) {
                mistakes.add(row.toString());
            }
        }
        return mistakes;
    }

    private static boolean agrees(Map<String, String> row) {
        BigDecimal worth = decimal(row, "quantity").multiply(decimal(row, "price"));
        BigDecimal signed = PAID.contains(row.get("kind")) ? worth.negate() : worth;
        BigDecimal amount = signed.subtract(decimal(row, "fees"));
        BigDecimal rest = amount.subtract(decimal(row, "amount")).setScale(3, RoundingMode.HALF_UP);
        return rest.abs().compareTo(new BigDecimal("0.005")) <= 0;
    }

    private static BigDecimal decimal(Map<String, String> row, String column) {
        return new BigDecimal(row.getOrDefault(column, "0"));
    }
}
