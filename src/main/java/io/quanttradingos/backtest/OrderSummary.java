package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.OrderLog;
import io.quanttradingos.backtest.engine.OrderStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the orders of a run.
 *
 * @param submitted all there were
 * @param filled those that were filled
 * @param rejected those that were not allowed or could not be paid
 * @param expired day orders whose day went by
 * @param cancelled those taken back
 * @param open those still working at the last bar
 * @param notFilled the first of those that were rejected, expired or are open, with the reason
 */
public record OrderSummary(
        int submitted, int filled, int rejected, int expired, int cancelled, int open, List<BacktestOrder> notFilled) {
    private static final int MOST_SHOWN = 20;

    static OrderSummary of(OrderLog orders, Market market) {
        Map<OrderStatus, Integer> count = new EnumMap<>(OrderStatus.class);
        List<BacktestOrder> notFilled = new ArrayList<>();
        for (int id = 0; id < orders.size(); id++) {
            OrderStatus status = orders.status(id);
            count.merge(status, 1, Integer::sum);
            boolean missed = status != OrderStatus.FILLED && status != OrderStatus.CANCELLED;
            if (missed && notFilled.size() < MOST_SHOWN) {
                notFilled.add(row(orders, market, id));
            }
        }
        return new OrderSummary(
                orders.size(),
                count.getOrDefault(OrderStatus.FILLED, 0),
                count.getOrDefault(OrderStatus.REJECTED, 0),
                count.getOrDefault(OrderStatus.EXPIRED, 0),
                count.getOrDefault(OrderStatus.CANCELLED, 0),
                count.getOrDefault(OrderStatus.OPEN, 0),
                notFilled);
    }

    /** Every order of a run, in the order they were given. */
    static List<BacktestOrder> rows(OrderLog orders, Market market) {
        List<BacktestOrder> rows = new ArrayList<>(orders.size());
        for (int id = 0; id < orders.size(); id++) {
            rows.add(row(orders, market, id));
        }
        return rows;
    }

    private static BacktestOrder row(OrderLog orders, Market market, int id) {
        boolean isFilled = orders.status(id) == OrderStatus.FILLED;
        double wanted = isFilled
                ? orders.filledShares(id)
                : Double.isNaN(orders.askedShares(id)) ? orders.askedWeight(id) : orders.askedShares(id);
        return new BacktestOrder(
                market.time(orders.submittedBar(id)),
                market.symbols().get(orders.instrument(id)).text(),
                orders.type(id),
                wanted > 0 ? "buy" : wanted < 0 ? "sell" : null,
                known(orders.askedShares(id)),
                known(orders.askedWeight(id)),
                known(orders.limit(id)),
                known(orders.stop(id)),
                orders.status(id),
                isFilled ? market.time(orders.filledBar(id)) : null,
                isFilled ? orders.filledShares(id) : null,
                known(orders.price(id)),
                isFilled ? orders.commission(id) : null,
                isFilled ? orders.slippage(id) : null,
                orders.note(id));
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
