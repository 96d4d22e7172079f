package io.quanttradingos.backtest.engine;

/** Passes orders on for other instruments and in other sizes; knows no orders to cancel. */
record RelayDesk(TradingDesk desk, int firstInstrument, double times) implements TradingDesk {
    @Override
    public void enterLong(int instrument) {
        desk.enterLong(firstInstrument + instrument);
    }

    @Override
    public void enterShort(int instrument) {
        desk.enterShort(firstInstrument + instrument);
    }

    @Override
    public void exit(int instrument) {
        desk.exit(firstInstrument + instrument);
    }

    @Override
    public void target(int instrument, double weight) {
        desk.target(firstInstrument + instrument, weight);
    }

    @Override
    public void submit(OrderTicket ticket) {
        desk.submit(new OrderTicket(
                firstInstrument + ticket.instrument(),
                times * ticket.shares(),
                ticket.type(),
                ticket.limit(),
                ticket.stop(),
                ticket.trail(),
                ticket.timeInForce(),
                ticket.bracket(),
                ticket.reduceOnly()));
    }

    @Override
    public void cancel(int order) {
        throw new IllegalStateException("there is no order " + order);
    }

    @Override
    public int given() {
        return 0;
    }

    @Override
    public double lastPrice(int instrument) {
        return desk.lastPrice(firstInstrument + instrument);
    }
}
