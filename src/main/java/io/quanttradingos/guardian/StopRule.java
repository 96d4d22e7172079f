package io.quanttradingos.guardian;

/**
 * How far the stop stands from the entry: a multiple of the average true range by trade type, wider in a choppy market.
 *
 * @param scalpAtrMultiple above 0
 * @param swingAtrMultiple above 0
 * @param earningsAtrMultiple above 0
 * @param choppyStopFactor at least 1: a wider stop means fewer shares, a narrower one would mean more
 */
public record StopRule(
        double scalpAtrMultiple, double swingAtrMultiple, double earningsAtrMultiple, double choppyStopFactor) {
    public StopRule {
        Check.positive("scalp_atr_multiple", scalpAtrMultiple, 100);
        Check.positive("swing_atr_multiple", swingAtrMultiple, 100);
        Check.positive("earnings_atr_multiple", earningsAtrMultiple, 100);
        Check.limit("choppy_stop_factor", choppyStopFactor, 1, 100);
    }

    public static StopRule defaults() {
        return new StopRule(1, 2, 3, 1.25);
    }

    /** In currency, above 0, from an average true range in currency. */
    public double distance(double atr, TradeType type, TradingRegime regime) {
        double multiple = switch (type) {
            case SCALP -> scalpAtrMultiple;
            case SWING -> swingAtrMultiple;
            case EARNINGS -> earningsAtrMultiple;
        };
        double distance = multiple * atr;
        return regime == TradingRegime.CHOPPY ? distance * choppyStopFactor : distance;
    }
}
