package io.quanttradingos.app;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands above each key of {@code data/config/*.yaml}: what it means, its unit, and where its default comes from.
 *
 * <p>One line per key, {@code path: comment}.
 */
final class ConfigComments {
    static final Map<String, String> REGIME = comments("""
            equity_benchmark: Ticker whose closes are the time axis and whose trend and volatility are measured; where the prices have none of it, the first column that is neither bond nor cash.
            bond_preference: Tickers the risk component sets against the benchmark; the first one present is taken, none leaves the component out.
            bonds: Tickers that do not count in breadth because they are bonds.
            cash: Tickers that do not count in breadth because they are cash.
            trend: Trend: where the close and two averages stand, after Brock, Lakonishok and LeBaron (1992) and Faber (2007).
            trend.fast_window: Closes in the fast moving average.
            trend.slow_window: Closes in the slow moving average; used from slow_window + slope_lag closes on.
            trend.short_fast_window: Closes in the fast average while the history is too short for the long ones.
            trend.short_slow_window: Closes in the slow average until then; under short_slow_window + slope_lag closes a run is refused.
            trend.slope_lag: Closes over which the slow average must have risen or fallen.
            trend.flip_score: Trend score, -1 to 1, from which a Downtrend may turn up; its negative turns an Uptrend down. One third is two signs of three.
            trend.trend_full_margin: Distance of the close from the slow average, a fraction of it, that counts as full margin.
            trend.trend_weight: Weight in confidence, relative to the other three.
            volatility: Volatility: the benchmark's, today and among those of the past year.
            volatility.volatility_window: Daily returns in one volatility.
            volatility.periods_per_year: Trading days in a year; a daily deviation times its root is a yearly one.
            volatility.rank_window: Volatilities, today's included, among which today's is ranked.
            volatility.rank_minimum: Volatilities below which there is no rank; then only high_vol_sure_sigma counts.
            volatility.high_vol_enter_rank: Rank, 0 to 1, from which the market may enter High Vol, together with high_vol_enter_sigma.
            volatility.high_vol_enter_sigma: Yearly volatility, a fraction, that entering by rank also needs, so that a calm year's upper fifth is not called high.
            volatility.high_vol_sure_sigma: Yearly volatility, a fraction, from which it is High Vol whatever the rank.
            volatility.high_vol_leave_rank: Rank under which the market may leave High Vol, together with high_vol_leave_sigma; at most the rank of entering.
            volatility.high_vol_leave_sigma: Yearly volatility, a fraction, under which leaving is allowed; at most high_vol_sure_sigma.
            volatility.rank_middle: Rank with no margin at all.
            volatility.rank_full_margin: Distance of the rank from the middle that counts as full margin.
            volatility.volatility_weight: Weight in confidence.
            breadth: Breadth: how many names take part.
            breadth.breadth_window: Closes of its own in each name's average.
            breadth.healthy_breadth: Share of the names above their average from which Weak Breadth may turn Healthy.
            breadth.weak_breadth: Share under which Healthy Breadth may turn Weak.
            breadth.breadth_middle: Share from which the first state is Healthy, and which has no margin.
            breadth.breadth_full_margin: Distance of the share from the middle that counts as full margin.
            breadth.thin_below: Names under which breadth is called thin.
            breadth.thin_weight_factor: What a thin breadth's weight in confidence is multiplied by, 0 to 1.
            breadth.breadth_weight: Weight in confidence.
            risk: Risk appetite: equities against bonds.
            risk.risk_lag: Closes over which the change of the log ratio is taken; 63 is a quarter of a year.
            risk.risk_window: Such changes, today's included, in the deviation that scales it; 252 is a year.
            risk.risk_minimum: Changes below which there is no z; then Risk-On means Uptrend without High Vol, and weighs nothing in confidence.
            risk.risk_on_z: Scaled change above which Risk-Off may turn Risk-On.
            risk.risk_off_z: Scaled change under which Risk-On may turn Risk-Off.
            risk.risk_full_margin: Absolute scaled change that counts as full margin.
            risk.risk_weight: Weight in confidence.
            confirmation: How a state resists flicker.
            confirmation.confirming_closes: Closes on which a flip's condition must have held, the last one among them.
            confirmation.confirmation_window: Closes, the last one included, among which they are counted; 31 at most.
            confirmation.pending_flip_factor: What confidence is multiplied by while a flip waits for its confirmation, 0 to 1.
            """);

    static final Map<String, String> PORTFOLIO = comments("""
            benchmark: Ticker that beta and alpha refer to.
            risk_free: Yearly return without risk, a fraction; used by sharpe, sortino and alpha.
            atr_multiple: Daily ranges away from the price at which the stop of a position without one is taken to be, for portfolio_heat.
            volatility_window: Returns of its own from which such a position's daily range is estimated.
            proxy_factor: Heat per unit of yearly volatility where no position has a stop; 0.6 is the original's.
            minimum_cagr_days: Calendar days below which no yearly growth is stated: a good week is not 900 % a year.
            maximum_positions: Most positions one report takes; more are refused.
            cash_symbols: Symbols that count at a price of 1 and are no positions.
            """);

    static final Map<String, String> DISCIPLINE = comments("""
            early_exit_below_r: A trade closed at a profit of 0 up to this many R left too early; R is the risk from entry to stop.
            limit_tolerance: Share of a limit by which a number may pass it before it counts, so that binary rounding violates nothing.
            trend_threshold: By how much the mean score must change between older and newer runs to be called improving or worsening; 0.02 is the original's.
            trend_runs: Latest runs the trend looks at, this one included; 5 is the original's.
            """);

    static final Map<String, String> ALLOCATION = comments("""
            regimes: Share of full size each regime is given, 0 to 1; 0 stops new trades in it.
            regimes.trending: A calm market in an uptrend.
            regimes.range: A market between two bounds; no label of the regime agent says so.
            regimes.ranging: A market that goes sideways; with conventions=seed a calm downtrend counts here too, as in the original.
            regimes.chop: A calm market without direction in which few names take part.
            regimes.downtrend: A calm market in a downtrend.
            regimes.high_vol: High volatility, whatever the trend.
            regimes.unknown: A label that says none of these.
            confidence: Confidence in the regime: floor + (1 - floor) * confidence.
            confidence.confidence_floor: Multiplier at confidence 0.
            confidence.min_confidence: Confidence below which new trades are blocked.
            drawdown: How far the account is under its peak, as a fraction of the peak: 1 up to the start, linear to 0 at the stop.
            drawdown.drawdown_start: Drawdown up to which nothing is cut.
            drawdown.drawdown_stop: Drawdown from which new trades are blocked.
            discipline: The execution discipline score, 0 to 1.
            discipline.discipline_full: Score from which nothing is cut.
            discipline.discipline_reduced: Score at which the cut is complete; linear from discipline_full down to here.
            discipline.discipline_reduced_multiplier: Multiplier there and down to discipline_stop.
            discipline.discipline_stop: Score below which new trades are blocked.
            volatility: The portfolio's yearly volatility: min(1, vol_target / volatility). A calm portfolio is never levered up.
            volatility.vol_target: Yearly volatility aimed at, a fraction.
            volatility.assumed_vol: What an unknown volatility is taken for; the regime's own bound of high volatility, because what nobody could measure must not get more size than what is known to be calm.
            heat: What the open positions would lose at their stops, a fraction of the account; estimated from volatility where no position has a stop.
            heat.heat_start: Heat at the stops up to which nothing is cut.
            heat.heat_cap: Heat at the stops from which new trades are blocked; linear to 0 from heat_start to here.
            heat.proxy_heat_start: Estimated heat up to which nothing is cut.
            heat.proxy_heat_end: Estimated heat from which the floor holds; linear from proxy_heat_start to here.
            heat.proxy_heat_floor: Smallest multiplier of an estimated heat; it never blocks, being an estimate.
            max_open_positions: Open positions at which new trades are blocked.
            risk_modes: Names for ranges of the multiplier: normal, reduced, below that defensive, and halt at 0.
            risk_modes.normal_from: Multiplier from which risk_mode is normal.
            risk_modes.reduced_from: Multiplier from which it is reduced.
            smallest_move: By how much a change of one input must raise the multiplier to be named in what_would_change_it.
            """);

    static final Map<String, String> GUARDIAN = comments("""
            base_risk: What one new trade may lose at its stop at best, in percent of the account, by trade type.
            base_risk.scalp_risk_pct: A scalp, percent.
            base_risk.swing_risk_pct: A swing trade, percent.
            base_risk.earnings_risk_pct: A trade held over an earnings report, percent.
            volatility: Share of that risk each volatility leaves, 0 to 1, never more at a higher one.
            volatility.low_volatility: Low volatility.
            volatility.normal_volatility: Normal volatility; what a decision asks with, because a High Vol label is choppy already and must not be cut twice.
            volatility.high_volatility: High volatility.
            regimes: Share of that risk each market leaves, 0 to 1.
            regimes.trend: A market in a trend, up or down.
            regimes.range: A market in a range.
            regimes.choppy: A choppy market, or one of high volatility.
            drawdown: Share of that risk a drawdown leaves, in steps; all of it below the first.
            drawdown.first_drawdown_pct: Percent under the peak from which the first multiplier holds.
            drawdown.first_multiplier: 0 to 1.
            drawdown.second_drawdown_pct: Percent under the peak from which the second multiplier holds.
            drawdown.second_multiplier: 0 to 1, at most the first.
            drawdown.stop_drawdown_pct: Percent under the peak from which nothing new is opened; exits stay allowed.
            max_recent_losses: Losing trades in a row at which nothing new is opened.
            stops: How far the stop stands from the entry, in average true ranges (ATR), by trade type.
            stops.scalp_atr_multiple: A scalp.
            stops.swing_atr_multiple: A swing trade.
            stops.earnings_atr_multiple: A trade held over an earnings report.
            stops.choppy_stop_factor: How much wider it stands in a choppy market, 1 or more: a wider stop means fewer shares.
            """);

    static final Map<String, String> BACKTEST = comments("""
            costs: What a fill costs where a request does not say.
            costs.per_share: Commission for each share, in currency.
            costs.per_order: Commission for each filled order, in currency.
            costs.rate: Commission as a fraction of the traded value; 0.001 is ten basis points.
            costs.minimum: Least commission of a filled order, in currency.
            costs.half_spread_bps: Half the distance of bid and ask, basis points of the price; market and stop orders pay it.
            costs.slippage_bps: Further adverse distance of market and stop orders, basis points of the price.
            costs.impact_coefficient: Coefficient of the square-root market impact; 0 for none, about 1 in the literature.
            gate: What a result must show to pass.
            gate.confidence: Probability with which the Sharpe ratio must exceed the hurdle and the luck of all trials.
            gate.hurdle_sharpe: Yearly Sharpe ratio that must be exceeded.
            gate.minimum_exposed_bars: Bars in the market before anything is shown; the bar is the unit of evidence, not the trade.
            gate.overfitting_limit: Probability of backtest overfitting of a sweep that may not be reached.
            risk_free: A year's riskless return, as a fraction.
            """);

    static final Map<String, String> SENTIMENT = comments("""
            news_days: Days of news looked at, the day asked about included.
            recent_days: Latest of them, which the earlier ones are the baseline of.
            half_life_days: Age in days at which an article counts half.
            neutral_band: Absolute score up to which a headline is called neutral.
            amount_half: Scored articles at which the amount part of confidence is one half.
            shift_articles: Scored articles that the latest days and the baseline each need for a standard error; 2 at least.
            alert: When an alert is raised.
            alert.score: Absolute score from which, together with the next two.
            alert.confidence: Confidence from which, 0 to 1.
            alert.articles: Scored articles from which.
            alert.shift_z: Standard errors the latest days must be away from the baseline to raise one whatever the score; so few articles need more than the usual 2.
            shown_headlines: Most positive and most negative headlines a report names, of each.
            most_headlines: Most headlines a language model is shown.
            longest_headline: Most characters of a headline that are shown; the score is of the whole.
            """);

    static final Map<String, String> INSIDER = comments("""
            window_days: Days of transactions looked at, the day asked about included.
            cluster_insiders: People whose purchases on the market make a cluster.
            cluster_days: Calendar days within which they must be, the first included.
            breadth_half: People at which their breadth counts one half: n / (n + breadth_half).
            sale_weight: What a sale weighs beside a purchase, 0 to 1: there are many reasons to sell and one to buy, after Lakonishok and Lee (2001).
            """);

    static final Map<String, String> JOURNAL = comments("""
            flat_within: Net result, in currency, up to which a trade is flat, neither a win nor a loss; at 0 the binary rounding of prices may make a trade that just paid its fees either. Half a cent, 0.005, rules that out.
            bootstrap: The interval of the expectancy: the trades are drawn anew with replacement, many times over (Efron, Tibshirani 1993).
            bootstrap.resamples: How many times.
            bootstrap.level: Share of such intervals that hold the true expectancy, about.
            bootstrap.seed: Seed of the draws; the same one gives the same interval on every machine.
            findings: From when on something is a finding.
            findings.minimum_trades: Trades below which a journal is called too short to show anything.
            findings.minimum_group_trades: Trades below which a side, weekday, month of the year or holding time is not tested by itself.
            findings.group_t_statistic: How far below 0 the t statistic of such a group must be, as a positive number.
            findings.significance: Accepted probability of naming any such group by luck alone, after Holm's correction (1979) for their number.
            findings.profit_share: Share of what the winning symbols made above which one symbol makes most of it.
            findings.loss_share: Share of what the winning symbols made above which the symbol that lost most is named.
            findings.fee_share: Share of the gross result above which fees are heavy.
            findings.missing_stop_share: Share of trades without a stop above which that is named.
            findings.beyond_stop_share: Share of the trades with a stop that may end worse than it before that is named; a gap now and then is nobody's fault.
            findings.streak_probability: Probability of a losing streak as long as the longest, were losses independent, below which it is named.
            findings.largest_loss_multiple: Average losses in the largest loss above which it is named; of a thousand exponential losses the largest is about seven.
            findings.busy_day_trades: Trades on one day from which it may be called busy.
            findings.busy_day_multiple: Average trading days in the trades of that day, which must be exceeded too.
            """);

    private ConfigComments() {}

    private static Map<String, String> comments(String lines) {
        Map<String, String> comments = new LinkedHashMap<>();
        for (String line : lines.lines().toList()) {
            int colon = line.indexOf(": ");
            String path = line.substring(0, colon);
            if (comments.put(path, line.substring(colon + 2)) != null) {
                throw new IllegalStateException(path + " has two comments");
            }
        }
        return comments;
    }
}
