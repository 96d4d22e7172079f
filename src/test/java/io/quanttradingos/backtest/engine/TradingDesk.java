package io.quanttradingos.backtest.engine;

/** What a script of orders can do at either engine. */
interface TradingDesk {
    void enterLong(int instrument);

    void enterShort(int instrument);

    void exit(int instrument);

    void target(int instrument, double weight);

    void submit(OrderTicket ticket);

    void cancel(int order);

    /** How many orders there are. */
    int given();

    /** NaN before the first bar of an instrument. */
    double lastPrice(int instrument);

    /** The engine's own desk. */
    static TradingDesk of(Desk desk) {
        return new TradingDesk() {
            @Override
            public void enterLong(int instrument) {
                desk.enterLong(instrument);
            }

            @Override
            public void enterShort(int instrument) {
                desk.enterShort(instrument);
            }

            @Override
            public void exit(int instrument) {
                desk.exit(instrument);
            }

            @Override
            public void target(int instrument, double weight) {
                desk.target(instrument, weight);
            }

            @Override
            public void submit(OrderTicket ticket) {
                desk.submit(ticket);
            }

            @Override
            public void cancel(int order) {
                desk.cancel(order);
            }

            @Override
            public int given() {
                return desk.orders().size();
            }

            @Override
            public double lastPrice(int instrument) {
                return desk.account().lastPrice(instrument);
            }
        };
    }
}
