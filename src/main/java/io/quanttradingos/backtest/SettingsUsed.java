package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.Bracket;
import io.quanttradingos.backtest.engine.Costs;
import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.Sizing;
import java.util.LinkedHashMap;
import java.util.Map;

/** All settings of a run, also those that were left to their defaults. */
final class SettingsUsed {
    private SettingsUsed() {}

    static Map<String, Object> of(Prepared prepared) {
        EngineSettings settings = prepared.settings();
        Map<String, Object> used = new LinkedHashMap<>();
        used.put("initial_cash", settings.initialCash());
        used.put("sizing", sizing(settings.sizing()));
        used.put("fractional", settings.fractional());
        used.put("fill_model", settings.fillModel());
        used.put("costs", costs(settings.costs()));
        used.put("exits", exits(settings.bracket()));
        used.put("leverage", settings.leverage());
        BacktestQuestion.GateWish gate = prepared.question().gate();
        Map<String, Object> agents = new LinkedHashMap<>();
        if (gate.regimes() != null) {
            agents.put("regime", gate.regimes());
        }
        agents.put("allocation", gate.allocation());
        agents.put("guardian", gate.guardian());
        used.put("gate", agents);
        return used;
    }

    private static Map<String, Object> costs(Costs costs) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("commission_per_share", costs.perShare());
        told.put("commission_per_order", costs.perOrder());
        told.put("commission_rate", costs.rate());
        told.put("commission_minimum", costs.minimum());
        told.put("half_spread_bps", costs.halfSpreadBps());
        told.put("slippage_bps", costs.slippageBps());
        told.put("impact", costs.impactCoefficient());
        return told;
    }

    private static Map<String, Object> exits(Bracket bracket) {
        Map<String, Object> told = new LinkedHashMap<>();
        put(told, "stop_loss", bracket.stopLoss());
        put(told, "take_profit", bracket.takeProfit());
        put(told, "trailing_stop", bracket.trailingStop());
        return told;
    }

    private static void put(Map<String, Object> told, String name, double value) {
        if (!Double.isNaN(value)) {
            told.put(name, value);
        }
    }

    private static Map<String, Object> sizing(Sizing sizing) {
        Map<String, Object> told = new LinkedHashMap<>();
        if (sizing instanceof Sizing.FixedQuantity fixed) {
            told.put("kind", "fixed");
            told.put("quantity", fixed.shares());
        } else if (sizing instanceof Sizing.PercentEquity share) {
            told.put("kind", "percent_equity");
            told.put("percent_equity", share.percent());
        } else if (sizing instanceof Sizing.RiskPercent risk) {
            told.put("kind", "risk_percent");
            told.put("risk_percent", risk.percent());
            told.put("atr_bars", risk.bars());
            told.put("atr_multiple", risk.multiple());
        } else if (sizing instanceof Sizing.VolatilityTarget target) {
            told.put("kind", "vol_target");
            told.put("target_volatility", target.annualVolatility());
            told.put("volatility_bars", target.bars());
        }
        return told;
    }
}
