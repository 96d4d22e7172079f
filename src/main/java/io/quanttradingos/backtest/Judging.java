package io.quanttradingos.backtest;

import io.quanttradingos.backtest.CostReport.AtMultiple;
import io.quanttradingos.backtest.engine.Account;
import io.quanttradingos.backtest.engine.FillModel;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.performance.BacktestGate;
import io.quanttradingos.backtest.performance.BuyAndHoldComparison;
import io.quanttradingos.backtest.performance.GateEvidence;
import io.quanttradingos.backtest.performance.GateVerdict;
import io.quanttradingos.backtest.performance.MonthlyReturns;
import io.quanttradingos.backtest.performance.Performance;
import io.quanttradingos.backtest.performance.TradeColumns;
import io.quanttradingos.backtest.performance.TradeStatistics;
import io.quanttradingos.backtest.performance.Trials;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.state.TrialSummary;
import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Measures a run and says what is to be thought of it. */
final class Judging {
    private static final double BASIS_POINTS = 1e4;

    private final Ran ran;
    private final Prepared prepared;
    private final BacktestPolicy policy;

    Judging(Ran ran, BacktestPolicy policy) {
        this.ran = ran;
        this.prepared = ran.prepared();
        this.policy = policy;
    }

    BacktestReport report(TrialSummary trials) {
        Market market = prepared.market();
        Performance metrics = Performance.of(ran.curve(), policy.riskFree());
        TradeColumns columns = LedgerTrades.of(ran.ledger(), market.instruments());
        TradeStatistics statistics = TradeStatistics.of(columns, ran.curve());
        return new BacktestReport(
                symbols(),
                prepared.parameters().kind().name(),
                columns.trades(),
                metrics,
                data(),
                prepared.parameters().asMap(),
                SettingsUsed.of(prepared),
                prepared.settings().fillModel() == FillModel.SAME_CLOSE,
                statistics,
                BuyAndHoldComparison.of(ran.curve(), Benchmark.closes(market), policy.riskFree()),
                costs(),
                verdict(trials, statistics),
                ran.agents(),
                MonthlyReturns.of(ran.curve()).years(),
                prepared.agents().table(ran.curve()),
                OrderSummary.of(ran.ledger().orders(), market),
                ran.search(),
                warnings(metrics),
                BacktestConventions.of(prepared.settings(), policy));
    }

    private String symbols() {
        return prepared.market().symbols().stream().map(Symbol::text).collect(Collectors.joining(","));
    }

    private DataUsed data() {
        Market market = prepared.market();
        int rows = market.rows();
        return new DataUsed(
                prepared.question().bars().source().name().toLowerCase(Locale.ROOT),
                prepared.bars().stream().map(Input::name).toList(),
                market.symbols().stream().map(Symbol::text).toList(),
                rows,
                market.time(0),
                market.time(rows - 1),
                known(ran.curve().barsPerYear()));
    }

    private CostReport costs() {
        Account account = ran.ledger().account();
        double paid = account.commission() + account.slippage();
        double before = ran.ledger().finalEquity() - prepared.settings().initialCash() + paid;
        boolean gained = before > 0;
        return new CostReport(
                account.commission(),
                account.slippage(),
                paid,
                account.tradedValue(),
                gained && paid > 0 ? known(before / paid) : null,
                gained ? known(before / account.tradedValue() * BASIS_POINTS) : null,
                ran.atMultiples());
    }

    private GateVerdict verdict(TrialSummary trials, TradeStatistics statistics) {
        AtMultiple twice = ran.atTwiceTheCosts();
        int count = Math.max(1, trials.trials());
        return new BacktestGate(policy.gate())
                .judge(GateEvidence.of(
                        ran.curve(),
                        policy.riskFree(),
                        new Trials(count, count == 1 ? Double.NaN : trials.varianceOfSharpe()),
                        twice.totalReturnPct(),
                        ran.search().map(Searched::probabilityOfOverfitting).orElse(null),
                        statistics.exposedBars()));
    }

    private List<String> warnings(Performance metrics) {
        List<String> warnings = new ArrayList<>(prepared.question().notices());
        warnings.addAll(prepared.warnings());
        warnings.addAll(prepared.agents().warnings());
        warnings.addAll(metrics.warnings(ran.curve()));
        if (prepared.settings().fillModel() == FillModel.SAME_CLOSE) {
            warnings.add(
                    "fill_model same_close looks ahead: orders are filled at the very close they were decided on.");
        }
        if (ran.ledger().isBankrupt()) {
            warnings.add("The equity was used up at "
                    + BarTime.text(prepared.market().times()[ran.ledger().bars() - 1]) + "; the run ended there.");
        }
        return warnings;
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
