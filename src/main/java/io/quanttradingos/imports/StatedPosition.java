package io.quanttradingos.imports;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A position as a statement gives it.
 *
 * @param line where it stands in the export
 * @param account the account it belongs to; empty where the export has but one
 * @param instrument the ticker where the export has one, else the ISIN, else the name; {@code CASH} for money
 * @param quantity shares or units, negative when short; of cash its amount
 * @param averagePrice what one share cost, null where not stated
 * @param lastPrice what one share was worth at the statement, null where not stated
 * @param marketValue null where not stated
 * @param currency empty where the export does not say
 */
public record StatedPosition(
        int line,
        String account,
        String instrument,
        @Nullable String isin,
        String name,
        BigDecimal quantity,
        @Nullable BigDecimal averagePrice,
        @Nullable BigDecimal lastPrice,
        @Nullable BigDecimal marketValue,
        String currency) {}
