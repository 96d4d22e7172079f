package io.quanttradingos.journal;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.statistics.CompensatedSum;
import io.quanttradingos.statistics.MeanBootstrap;
import io.quanttradingos.statistics.Quantile;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reviews a journal: {@code JournalAgent.review(Journal.read(table).orRefuse(), JournalPolicy.defaults(), null)}.
 *
 * <p>Pure: the same journal, policy and account give the same report on every machine.
 */
public final class JournalAgent {
    private static final double LARGEST_ACCOUNT = 1e15;

    private JournalAgent() {}

    /**
     * The report on a journal.
     *
     * @param accountSize what the account held before the first trade, in currency; null where it is not known
     * @throws Refusal where the journal holds no trade, or the account size is not positive
     */
    public static JournalReport review(Journal journal, JournalPolicy policy, @Nullable Double accountSize) {
        if (journal.size() == 0) {
            throw Refusal.notUsable(journal.source() + " holds no trades; a review needs at least one");
        }
        if (accountSize != null && !(accountSize > 0 && accountSize <= LARGEST_ACCOUNT)) {
            throw Refusal.invalid(
                            "account_size must be positive and at most " + LARGEST_ACCOUNT + ", was " + accountSize)
                    .about("account_size");
        }
        TradeResults results = new TradeResults(journal, policy.flatWithin());
        double[] ascending = Quantile.sorted(results.net);
        Figures figures = new Figures(
                Tally.of(results.net, 0, results.size(), policy.flatWithin()),
                Spread.of(results.net, ascending, policy.flatWithin()),
                interval(ascending, policy.bootstrap()),
                RiskMultiples.of(results),
                Streaks.of(results.net, policy.flatWithin()),
                ClosedTradeCurve.of(results, accountSize),
                Days.of(results),
                Breakdowns.of(journal, results));
        double gross = CompensatedSum.of(results.gross);
        Double fees = journal.given.fees() ? (Double) paid(journal) : null;
        return new JournalReport(
                metrics(
                        figures,
                        LocalDate.ofEpochDay(results.closingDay(0)),
                        LocalDate.ofEpochDay(results.closingDay(results.size() - 1)),
                        gross,
                        fees),
                Findings.of(figures, gross, fees, policy),
                JournalWords.conventions(policy),
                JournalWords.warnings(journal, figures, accountSize));
    }

    private static @Nullable ExpectancyInterval interval(double[] ascending, BootstrapPolicy policy) {
        if (ascending.length < 2) {
            return null;
        }
        MeanBootstrap bootstrap =
                MeanBootstrap.percentile(ascending, policy.level(), policy.resamples(), policy.seed());
        return new ExpectancyInterval(
                bootstrap.low(),
                bootstrap.high(),
                policy.level(),
                "percentile bootstrap",
                policy.resamples(),
                bootstrap.drawnSingly(),
                policy.seed());
    }

    private static double paid(Journal journal) {
        double[] paid = new double[journal.size()];
        for (int i = 0; i < paid.length; i++) {
            paid[i] = Double.isNaN(journal.fees[i]) ? 0 : journal.fees[i];
        }
        return CompensatedSum.of(paid);
    }

    private static JournalMetrics metrics(
            Figures figures, LocalDate first, LocalDate last, double gross, @Nullable Double fees) {
        Tally tally = figures.tally();
        Spread spread = figures.spread();
        RiskMultiples risk = figures.risk();
        Streaks streaks = figures.streaks();
        ClosedTradeCurve curve = figures.curve();
        Breakdowns by = figures.by();
        return new JournalMetrics(
                tally.trades(),
                tally.winRate(),
                tally.averageWin(),
                tally.averageLoss(),
                tally.total(),
                tally.profitFactor(),
                tally.expectancy(),
                figures.interval(),
                first,
                last,
                gross,
                fees,
                Figures.feesToGross(gross, fees),
                tally.wins(),
                tally.losses(),
                tally.flats(),
                tally.payoffRatio(),
                tally.breakEvenWinRate(),
                tally.kellyFraction(),
                spread.median(),
                spread.deviation(),
                spread.tStatistic(),
                spread.largestWin(),
                spread.largestLoss(),
                risk.withStop(),
                tally.trades() - risk.withStop(),
                risk.known(),
                risk.stoppedOut(),
                risk.beyondStop(),
                risk.mean(),
                risk.worst(),
                risk.meanOfStoppedOut(),
                risk.sqn(),
                streaks.longestWin(),
                streaks.longestLoss(),
                streaks.current(),
                curve.depth(),
                curve.peak(),
                curve.trough(),
                curve.recovery(),
                curve.fraction(),
                figures.days().best(),
                figures.days().worst(),
                figures.days().busiest(),
                by.bySymbol(),
                by.bySide(),
                by.byWeekday(),
                by.byMonth(),
                by.byMonthOfYear(),
                by.byHoldingTime());
    }
}
