package io.quanttradingos.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of an account's history, in exact decimals, in the units of the export.
 *
 * @param line where it stands in the export
 * @param account the account it belongs to; empty where the export has but one
 * @param day the trading day
 * @param time the time of day in the export's own zone, null where it gives none
 * @param instrument what was traded: the ticker where the export has one, else the ISIN, else the name; empty for cash
 * @param isin null where the export gives none
 * @param quantity shares or units, never negative; the kind gives the direction. A {@code SPLIT}'s is signed. Zero for cash
 * @param price of one share, null where it is neither given nor to be had from amount and quantity
 * @param fees commission, fees and taxes stated in this line, never negative: a cost. Zero where it states none
 * @param amount what it changed the cash by, negative where paid; null where the export does not say
 * @param currency of the price, such as {@code USD} or {@code GBX}; empty where the export does not say
 * @param amountCurrency of the amount: of the account where that is not the instrument's; empty where it does not say
 * @param feesCurrency of the fees; empty where it does not say
 */
public record Transaction(
        int line,
        String account,
        LocalDate day,
        @Nullable LocalTime time,
        TransactionKind kind,
        String instrument,
        @Nullable String isin,
        String name,
        BigDecimal quantity,
        @Nullable BigDecimal price,
        BigDecimal fees,
        @Nullable BigDecimal amount,
        String currency,
        String amountCurrency,
        String feesCurrency) {}
