package io.quanttradingos.backtest.engine;

/** Writes the orders of entries by signal, sized as the run's settings say. */
final class EntrySizing {
    private final Market market;
    private final EngineSettings settings;
    private final Account account;
    private final OrderLog orders;

    EntrySizing(Market market, EngineSettings settings, Ledger ledger) {
        this.market = market;
        this.settings = settings;
        this.account = ledger.account();
        this.orders = ledger.orders();
    }

    /**
     * An order of the usual size times a signed strength; rejected already where the size cannot be worked out.
     *
     * @param bar at whose close it is given
     */
    int order(int instrument, double strength, int bar) {
        Sizing sizing = settings.sizing();
        if (sizing instanceof Sizing.FixedQuantity fixed) {
            return ofShares(instrument, settings.rounded(fixed.shares() * strength), bar);
        }
        if (sizing instanceof Sizing.PercentEquity share) {
            return ofWeight(instrument, share.percent() / 100 * strength, bar);
        }
        if (sizing instanceof Sizing.RiskPercent risk) {
            return byRisk(instrument, risk, strength, bar);
        }
        return byVolatility(instrument, (Sizing.VolatilityTarget) sizing, strength, bar);
    }

    private int ofShares(int instrument, double shares, int bar) {
        int order = orders.add(instrument, OrderType.MARKET, shares, Double.NaN, bar);
        orders.setBracket(order, settings.bracket());
        return order;
    }

    private int ofWeight(int instrument, double weight, int bar) {
        int order = orders.add(instrument, OrderType.MARKET, Double.NaN, weight, bar);
        orders.setBracket(order, settings.bracket());
        return order;
    }

    private int byRisk(int instrument, Sizing.RiskPercent risk, double strength, int bar) {
        double range = Window.averageTrueRange(market, instrument, bar, risk.bars());
        if (!(range > 0)) {
            int order = ofShares(instrument, 0, bar);
            orders.close(
                    order, bar, OrderStatus.REJECTED, "no average true range over the last " + risk.bars() + " bars");
            return order;
        }
        double distance = risk.multiple() * range;
        double atRisk = account.equity() * risk.percent() / 100;
        int order = ofShares(instrument, settings.rounded(atRisk / distance * strength), bar);
        orders.setFitting(order);
        orders.setBracket(order, settings.bracket().withStopLoss(distance / account.lastPrice(instrument)));
        return order;
    }

    private int byVolatility(int instrument, Sizing.VolatilityTarget target, double strength, int bar) {
        double deviation = Window.deviation(market, instrument, bar, target.bars());
        double annual = deviation * Math.sqrt(settings.barsPerYear());
        if (!(annual > 0)) {
            int order = ofWeight(instrument, 0, bar);
            orders.close(order, bar, OrderStatus.REJECTED, "no volatility over the last " + target.bars() + " bars");
            return order;
        }
        double weight = Math.min(settings.leverage(), target.annualVolatility() / annual);
        return ofWeight(instrument, weight * strength, bar);
    }
}
