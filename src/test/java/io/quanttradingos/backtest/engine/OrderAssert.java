package io.quanttradingos.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Says of one order what became of it, for example {@code order(ledger, 0).filled(10).in(2).at(101.5)}. */
final class OrderAssert {
    private final OrderLog orders;
    private final int id;

    private OrderAssert(OrderLog orders, int id) {
        this.orders = orders;
        this.id = id;
    }

    static OrderAssert order(Ledger ledger, int id) {
        assertThat(ledger.orders().size()).as("number of orders").isGreaterThan(id);
        return new OrderAssert(ledger.orders(), id);
    }

    OrderAssert is(OrderType type) {
        assertThat(orders.type(id)).isEqualTo(type);
        return this;
    }

    OrderAssert filled(double shares) {
        assertThat(orders.status(id)).as("order %d: %s", id, orders.note(id)).isEqualTo(OrderStatus.FILLED);
        assertThat(orders.filledShares(id)).isCloseTo(shares, within(1e-9));
        return this;
    }

    OrderAssert in(int bar) {
        assertThat(orders.filledBar(id)).as("bar of order %d", id).isEqualTo(bar);
        return this;
    }

    OrderAssert at(double price) {
        assertThat(orders.price(id)).as("price of order %d", id).isCloseTo(price, within(1e-9));
        return this;
    }

    OrderAssert commission(double paid) {
        assertThat(orders.commission(id)).as("commission of order %d", id).isCloseTo(paid, within(1e-9));
        return this;
    }

    OrderAssert slippage(double paid) {
        assertThat(orders.slippage(id)).as("slippage of order %d", id).isCloseTo(paid, within(1e-9));
        return this;
    }

    /** Closed without a fill. */
    OrderAssert became(OrderStatus status, int bar, String note) {
        assertThat(orders.status(id)).as("order %d: %s", id, orders.note(id)).isEqualTo(status);
        assertThat(orders.closedBar(id)).as("bar of order %d", id).isEqualTo(bar);
        assertThat(orders.filledShares(id)).isZero();
        assertThat(orders.filledBar(id)).isEqualTo(-1);
        assertThat(orders.price(id)).isNaN();
        return noted(note);
    }

    OrderAssert isOpen() {
        assertThat(orders.status(id)).isEqualTo(OrderStatus.OPEN);
        assertThat(orders.closedBar(id)).isEqualTo(-1);
        return noted("the bars ended first");
    }

    OrderAssert noted(String note) {
        assertThat(orders.note(id)).isEqualTo(note);
        return this;
    }

    OrderAssert isNotNoted() {
        assertThat(orders.note(id)).isNull();
        return this;
    }
}
