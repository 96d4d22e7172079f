package io.quanttradingos.backtest;

import io.quanttradingos.backtest.BacktestQuestion.GateWish;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.gate.Gate;
import io.quanttradingos.backtest.gate.GateSettings;
import io.quanttradingos.backtest.gate.MarketRegimes;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.inputs.Inputs;
import io.quanttradingos.marketdata.PriceFile;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.pipeline.Policies;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives the pipeline's agents their say in backtests, under the policies that decisions are made by. */
public final class AgentSeats {
    private final Policies policies;
    private final Inputs inputs;
    private final RegimeCache cache;

    /** Keeps regimes that were told once. */
    @FunctionalInterface
    public interface RegimeCache {
        /** What is kept under a key, or what is made now. */
        MarketRegimes regimes(List<Object> key, Supplier<MarketRegimes> made);
    }

    public AgentSeats(Policies policies, Inputs inputs, RegimeCache cache) {
        this.policies = policies;
        this.inputs = inputs;
        this.cache = cache;
    }

    /**
     * The agents for the runs of a question.
     *
     * @param bars by which the market is known
     * @param needed whether the strategy cannot do without the regime of each bar
     * @throws Refusal where the regime is needed and cannot be told from the closes
     */
    AgentsAtWork seated(BacktestQuestion question, List<Object> bars, Market market, boolean needed) {
        GateWish wish = question.gate();
        GateSettings settings = settings(wish);
        Input<PriceFile> prices = wish.prices() == null ? null : inputs.prices("prices_path", wish.prices(), null);
        PriceTable wider = prices == null ? null : prices.value().table();
        if (!settings.areNone()) {
            Gate gate = Gate.of(settings, policies, market, wider);
            return new AgentsAtWork(gate, gate.regimes(), prices, true);
        }
        boolean reliedOn = needed || prices != null;
        return new AgentsAtWork(null, regimes(bars, market, prices, wider, reliedOn), prices, reliedOn);
    }

    private static GateSettings settings(GateWish wish) {
        try {
            return GateSettings.of(wish.regimes(), wish.allocation(), wish.guardian());
        } catch (Refusal e) {
            throw e.about("gate");
        }
    }

    /** Without a say they only tell how the run did in each regime, which is left out where the closes are too few. */
    private @Nullable MarketRegimes regimes(
            List<Object> bars,
            Market market,
            @Nullable Input<PriceFile> prices,
            @Nullable PriceTable wider,
            boolean needed) {
        List<Object> key = List.of("market regimes", bars, prices == null ? "" : prices.sha256());
        try {
            return cache.regimes(key, () -> MarketRegimes.of(market, policies.regime(), wider));
        } catch (Refusal e) {
            if (needed) {
                throw e;
            }
            return null;
        }
    }
}
