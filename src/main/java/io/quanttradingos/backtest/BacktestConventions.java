package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.EngineSettings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How the numbers of a backtest are defined, by topic. */
final class BacktestConventions {
    private BacktestConventions() {}

    static Map<String, String> of(EngineSettings settings, BacktestPolicy policy) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("definitions", "standard");
        all.put(
                "fills",
                "market orders are filled at " + settings.fillModel().name().toLowerCase(Locale.ROOT));
        all.put("returns", "simple, of one bar; the first is measured from the initial cash");
        all.put("deviation", "of the sample, divisor n - 1");
        all.put("year", "365.25 days for growth, " + settings.barsPerYear() + " bars for ratios and volatility");
        all.put("risk_free", Double.toString(policy.riskFree()));
        all.put("drawdown", "positive; max_drawdown the largest in currency, max_drawdown_pct the largest in percent");
        all.put("num_trades", "positions opened and closed, each part closed on its own, and those still open");
        all.put("trials", "every configuration that a caller tried on the instruments with the strategy, once each");
        return all;
    }
}
