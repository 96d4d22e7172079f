package io.quanttradingos.backtest.engine;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the account can hold: after a fill that makes a position larger, all positions together may be worth at most the
 * leverage times the equity, both at the prices of the moment and with the costs of the fill paid.
 *
 * <p>A fill that makes a position smaller is always allowed. Nothing is sold because prices moved: there is no margin call.
 */
final class BuyingPower {
    private static final double ROUNDING = 1e-9;

    private final Account account;
    private final Costs costs;
    private final double leverage;

    BuyingPower(Account account, EngineSettings settings) {
        this.account = account;
        this.costs = settings.costs();
        this.leverage = settings.leverage();
    }

    /**
     * The most shares, whole or not, by which a position can grow.
     *
     * @param closed shares of the opposite side that the same fill closes first
     * @param price of the moment, before costs
     * @param adverse the distance of the price paid from it, as a fraction
     */
    double most(int instrument, double closed, double price, double paid, double adverse) {
        double equity = equityAt(instrument, price) - costs.ofClosing(closed, price, paid, adverse);
        double gross = grossAt(instrument, price) - closed * price;
        return costs.affordable(leverage * equity - gross, price * (1 + leverage * adverse), leverage, paid);
    }

    /** Why a fill is not allowed; null where it is. */
    @Nullable String objection(int instrument, double signed, double price, double commission, double slippage) {
        double held = account.shares[instrument];
        double after = held + signed;
        if (Math.abs(after) <= Math.abs(held)) {
            return null;
        }
        double equity = equityAt(instrument, price) - commission - slippage;
        double gross = grossAt(instrument, price) + (Math.abs(after) - Math.abs(held)) * price;
        double allowed = leverage * equity;
        if (gross <= allowed + ROUNDING * Math.abs(allowed)) {
            return null;
        }
        return String.format(
                Locale.ROOT,
                "needs positions worth %.2f, the equity of %.2f allows %.2f",
                gross,
                equity,
                Math.max(0, allowed));
    }

    private double equityAt(int instrument, double price) {
        double held = account.shares[instrument];
        return account.equity() + (held == 0 ? 0 : held * (price - account.lastPrice(instrument)));
    }

    private double grossAt(int instrument, double price) {
        double held = account.shares[instrument];
        return account.grossExposure() + (held == 0 ? 0 : Math.abs(held) * (price - account.lastPrice(instrument)));
    }
}
