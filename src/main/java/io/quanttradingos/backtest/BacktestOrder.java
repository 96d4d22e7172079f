package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.OrderStatus;
import io.quanttradingos.backtest.engine.OrderType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order.
 *
 * @param submitted the time of the bar at whose close it was given
 * @param symbol the instrument
 * @param type of the order
 * @param side buy or sell; null for one that its size was not known of
 * @param shares asked for; null where they were left to the fill
 * @param weight share of the equity asked for; null where shares were
 * @param limit its limit; null for none
 * @param stop its trigger; null for none
 * @param status what became of it
 * @param filledAt the time of the bar that filled it; null where none did
 * @param filledShares signed; null where it was not filled
 * @param price of the fill with slippage; null where there is none
 * @param commission in currency; null where it was not filled
 * @param slippage in currency; null where it was not filled
 * @param note why it was not filled, or filled for less
 */
public record BacktestOrder(
        Instant submitted,
        String symbol,
        OrderType type,
        @Nullable String side,
        @Nullable Double shares,
        @Nullable Double weight,
        @Nullable Double limit,
        @Nullable Double stop,
        OrderStatus status,
        @Nullable Instant filledAt,
        @Nullable Double filledShares,
        @Nullable Double price,
        @Nullable Double commission,
        @Nullable Double slippage,
        @Nullable String note) {}
