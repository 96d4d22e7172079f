package io.quanttradingos.imports;

import java.math.BigDecimal;

/**
 * A total that the export states, beside the same one summed up from the rows taken.
 *
 * @param what such as {@code total market value of account …123}
 * @param stated by the export
 * @param summed from the rows
 */
public record StatedTotal(int line, String what, BigDecimal stated, BigDecimal summed) {
    /** Whether both are the same to half a unit of the stated one's last digit for each row summed. */
    public boolean agrees(int rows) {
        BigDecimal tolerance = stated.ulp().multiply(BigDecimal.valueOf(Math.max(1, rows)));
        return stated.subtract(summed).abs().compareTo(tolerance) <= 0;
    }
}
