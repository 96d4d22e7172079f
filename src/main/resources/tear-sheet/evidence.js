'use strict';

/* What to think of it: distribution, regimes, trades, orders, costs, honesty, searches, settings and proofs. */

/* {edges, counts} of a histogram, however it is written; counted from the equity where the answer has none. */
function histogramOf(answer) {
  const given = partsOf(answer.return_histogram);
  const counts = listOf(given.counts);
  if (counts.length > 0 && counts.every(isNumber)) {
    const edges = listOf(given.edges);
    const step = i => (isNumber(edges[i]) ? edges[i] : given.lowest + i * given.width);
    const all = Array.from({length: counts.length + 1}, (none, i) => step(i));
    return all.every(isNumber) ? {edges: all, counts} : null;
  }
  return counted(returnsOf(drawable(partsOf(answer.series).equity)));
}

function returnsOf(equity) {
  const returns = [];
  for (let i = 1; i < equity.length; i++) {
    if (equity[i] !== null && equity[i - 1] > 0) {
      returns.push(equity[i] / equity[i - 1] - 1);
    }
  }
  return returns;
}

function counted(returns) {
  if (returns.length < 2) {
    return null;
  }
  const sorted = Float64Array.from(returns).sort();
  const low = sorted[0];
  const range = sorted[sorted.length - 1] - low;
  const quartiles = sorted[Math.floor(0.75 * (sorted.length - 1))] - sorted[Math.floor(0.25 * (sorted.length - 1))];
  const wanted = Math.ceil(range / (2 * quartiles / Math.cbrt(sorted.length)));
  const bins = range > 0 ? Math.max(1, Math.min(100, isNumber(wanted) ? wanted : 100)) : 1;
  const counts = new Array(bins).fill(0);
  sorted.forEach(value => counts[range > 0 ? Math.min(bins - 1, Math.floor((value - low) / range * bins)) : 0]++);
  return {edges: Array.from({length: bins + 1}, (none, i) => low + i * range / bins), counts};
}

/* How many a normal distribution of the same mean and deviation would put into each bin of that width. */
function bell(middles, counts, width) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const mean = middles.reduce((sum, x, i) => sum + x * counts[i], 0) / total;
  const variance = middles.reduce((sum, x, i) => sum + counts[i] * (x - mean) ** 2, 0) / total;
  return middles.map(x => (variance > 0
    ? total * width * Math.exp(-((x - mean) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance) : null));
}

function bars(name) {
  return {stroke: () => ink('surface'), fill: () => ink(name), width: 1, points: {show: false},
    paths: uPlot.paths.bars({size: [0.98, 200], gap: 0})};
}

/* The bin of the bars that were out of the market may tower over all others: then it is cut, and said so. */
function cutOf(counts) {
  const sorted = [...counts].sort((a, b) => b - a);
  return sorted.length > 4 && sorted[0] > 4 * sorted[1] ? sorted[1] * 1.5 : null;
}

function distributionWords(metrics, counts, cut) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...counts);
  return words.count(total) + ' returns of single bars. Skewness ' + (words.ratio(metrics.skewness) || 'unknown')
    + ', kurtosis ' + (words.ratio(metrics.kurtosis) || 'unknown') + ' (a normal distribution has 0 and 3).'
    + (cut === null ? '' : ' One bar of the chart is cut off: it stands for ' + words.count(most)
      + ' returns, mostly of bars out of the market; the dashed curve leaves them out.');
}

function distributionChart(answer, {edges, counts}) {
  const middles = counts.map((count, i) => (edges[i] + edges[i + 1]) / 2 * 100);
  const width = (edges[1] - edges[0]) * 100;
  const cut = cutOf(counts);
  const normal = bell(middles, counts.map(count => (cut !== null && count > cut ? 0 : count)), width);
  const lost = counts.map((count, i) => (edges[i + 1] <= 0 ? count : null));
  const gained = counts.map((count, i) => (edges[i] >= 0 ? count : null));
  const neither = counts.map((count, i) => (lost[i] === null && gained[i] === null ? count : null));
  return chart({
    title: 'Return distribution', height: 240, x: middles,
    y: [lost, neither, gained, normal],
    summary: distributionWords(partsOf(answer.metrics), counts, cut),
    place: i => (words.gain(edges[i] * 100) || UNKNOWN) + ' to ' + (words.gain(edges[i + 1] * 100) || UNKNOWN),
    legend: [{title: 'Lost', ink: 'negative-fill', values: lost, text: words.count},
      {title: 'Around zero', ink: 'quiet-fill', values: neither, text: words.count},
      {title: 'Gained', ink: 'positive-fill', values: gained, text: words.count},
      {title: 'If normal', ink: 'text-soft', values: normal, text: written(digits(1)), dashed: true}],
    series: [bars('negative-fill'), bars('quiet-fill'), bars('positive-fill'),
      line('text-soft', {dash: [4, 3], paths: uPlot.paths.spline()})],
    scales: {x: {time: false, range: () => [edges[0] * 100 - width / 2, edges[counts.length] * 100 + width / 2]},
      y: {range: (plot, low, high) => [0, cut || (high || 1) * 1.05]}},
    axes: [axis({values: (plot, splits) => splits.map(value => words.number(value) + '%'), size: 28, space: 56,
      grid: {show: false}}), valueAxis(words.short)],
  });
}

function distribution(answer) {
  const histogram = histogramOf(answer);
  return histogram === null || !(histogram.edges[1] > histogram.edges[0])
    ? absent('There are too few different returns for a distribution.')
    : distributionChart(answer, histogram);
}

const gain = (title, field) => ({title, kind: 'number', of: row => toned(words.gain(row[field]), row[field])});
const figure = (title, field, text) => ({title, kind: 'number', of: row => text(row[field])});
const word = (title, field) => ({title, of: row => told(row[field])});
const time = (title, field) => ({title, kind: 'time', of: row => moment(row[field])});

function regimes(answer) {
  const rows = listOf(answer.regimes).map(partsOf);
  if (rows.length === 0) {
    return absent('The regimes of these bars are not known.');
  }
  return table('Results in each regime', [
    {title: 'Regime', heads: true, of: row => (isText(row.regime) ? titled(row.regime) : null)},
    figure('Bars', 'bars', words.count), figure('Share', 'share', words.share), gain('Return', 'return_pct'),
    figure('Volatility', 'volatility', words.share), figure('Sharpe', 'sharpe_ratio', words.ratio),
    figure('Max drawdown', 'max_drawdown_pct', words.percent),
  ], rows);
}

function tradeFigures(statistics) {
  return facts([
    ['Trades', words.count(statistics.trades)],
    ['Still open', words.count(statistics.open_trades)],
    ['Win rate', words.share(statistics.win_rate)],
    ['Profit factor', words.ratio(statistics.profit_factor)],
    ['Expectancy', toned(words.profit(statistics.expectancy), statistics.expectancy)],
    ['Expectancy, percent', toned(words.gain(statistics.expectancy_pct), statistics.expectancy_pct)],
    ['Average win', toned(words.profit(statistics.average_win), statistics.average_win)],
    ['Average loss', toned(words.profit(statistics.average_loss), statistics.average_loss)],
    ['Best trade', toned(words.gain(statistics.best_trade_pct), statistics.best_trade_pct)],
    ['Worst trade', toned(words.gain(statistics.worst_trade_pct), statistics.worst_trade_pct)],
    ['Average hold, bars', written(digits(1))(statistics.average_hold_bars)],
    ['Average hold, days', written(digits(1))(statistics.average_hold_days)],
    ['Average worst move against', words.percent(statistics.average_mae_pct)],
    ['Average best move for', words.percent(statistics.average_mfe_pct)],
    ['Bars in the market', words.count(statistics.exposed_bars)],
    ['Turnover, times a year', words.ratio(statistics.turnover)],
  ], 'grid');
}

function tradeList(trades) {
  if (trades.length === 0) {
    return absent('There are no trades to list.');
  }
  return element('div', {class: 'tall'}, table('Trades', [
    time('Entry', 'entry_time'),
    {title: 'Exit', kind: 'time', of: row => moment(row.exit_time) || element('em', null, 'open')},
    word('Symbol', 'symbol'), word('Side', 'side'), figure('Shares', 'shares', words.number),
    figure('Entry price', 'entry_price', words.price), figure('Exit price', 'exit_price', words.price),
    {title: 'Profit', kind: 'number', of: row => toned(words.profit(row.profit), row.profit)},
    gain('Return', 'return_pct'), figure('Costs', 'costs', words.money), figure('Bars', 'bars', words.count),
    {...figure('MAE', 'mae_pct', words.percent), about: 'the worst move against the entry'},
    {...figure('MFE', 'mfe_pct', words.percent), about: 'the best move in its favour'},
  ], trades));
}

function trades(answer) {
  return element('div', null, tradeFigures(partsOf(answer.trade_statistics)), element('h3', null, 'All trades'),
    tradeList(listOf(answer.trades).map(partsOf)));
}

function notFilled(orders) {
  const rows = listOf(orders.not_filled).map(partsOf);
  if (rows.length === 0) {
    return absent('Every order that was not taken back was filled.');
  }
  return table('Orders that were not filled', [
    time('Given', 'submitted'), word('Symbol', 'symbol'),
    {title: 'Type', of: row => (isText(row.type) ? plain(row.type) : null)}, word('Side', 'side'),
    figure('Shares', 'shares', words.number), figure('Weight', 'weight', words.share),
    figure('Limit', 'limit', words.price), figure('Stop', 'stop', words.price), word('Status', 'status'),
    {title: 'Why', kind: 'prose', of: row => row.note},
  ], rows);
}

function agents(counts) {
  if (isEmpty(counts)) {
    return null;
  }
  const reasons = Object.entries(partsOf(counts.by_reason));
  return element('div', null, element('h3', null, 'What the agents did'), facts([
    ['Vetoed', words.count(counts.vetoed)], ['Scaled down', words.count(counts.scaled)],
    ['Limited', words.count(counts.limited)],
    ...reasons.map(([reason, count]) => [titled(reason), words.count(count)]),
  ], 'grid'));
}

function orders(answer) {
  const all = partsOf(answer.orders);
  if (isEmpty(all)) {
    return absent('The answer tells nothing of orders.');
  }
  return element('div', null, facts(['submitted', 'filled', 'rejected', 'expired', 'cancelled', 'open']
    .map(name => [titled(name), words.count(all[name])]), 'grid'),
  element('h3', null, 'Not filled'), notFilled(all), agents(partsOf(answer.agents)));
}

function costs(answer) {
  const all = partsOf(answer.costs);
  const rows = listOf(all.at).map(partsOf);
  if (isEmpty(all)) {
    return absent('The answer tells nothing of costs.');
  }
  return element('div', null, facts([
    ['Commission', words.money(all.commission)], ['Slippage', words.money(all.slippage)],
    ['Total', words.money(all.total)], ['Value traded', words.money(all.traded_value)],
    ['Breaks even at', isNumber(all.break_even_multiple) ? words.ratio(all.break_even_multiple) + ' × the costs' : null],
    ['Breaks even at', isNumber(all.break_even_bps) ? words.ratio(all.break_even_bps) + ' bps of the value' : null],
  ], 'grid'), rows.length === 0 ? absent('The run was not repeated at other costs.') : table('Results at other costs', [
    {title: 'Costs', heads: true, of: row => (isNumber(row.multiple) ? words.number(row.multiple) + ' ×' : null)},
    figure('Final value', 'final_value', words.money), gain('Return', 'total_return_pct'),
    figure('Sharpe', 'sharpe_ratio', words.ratio), figure('Max drawdown', 'max_drawdown_pct', words.percent),
  ], rows), note('Each row is a run of its own, at that multiple of every cost. The break-even keeps the trades as they were.'));
}

/* name, value, and what it says in a sentence. */
function honestyRows(all, bars) {
  const years = isNumber(all.minimum_track_record_length) && isNumber(bars)
    ? ', which is ' + written(digits(1))(all.minimum_track_record_length / bars) + ' years' : '';
  return [
    ['Returns', words.count(all.returns), 'How many returns the Sharpe ratio was estimated from.'],
    ['Sharpe ratio per bar', words.fine(all.sharpe_per_bar), 'Not made yearly, as the formulas below need it; its standard error is '
      + (words.fine(all.standard_error_per_bar) || 'unknown') + '.'],
    ['Standard error, yearly', words.ratio(all.standard_error),
      'The yearly Sharpe ratio may be off by about this much either way, by chance alone.'],
    ['Probabilistic Sharpe ratio', words.chance(all.probabilistic_sharpe_ratio),
      'The probability that the true Sharpe ratio is above the hurdle, given length, skewness and kurtosis of the returns.'],
    ['Minimum track record', words.atLeast(all.minimum_track_record_length),
      'The number of returns it takes to be sure of that' + years + '; unknown where no length would do.'],
    ['Trials', words.count(all.trials), 'How many configurations were tried; the best of many looks good by luck.'],
    ['Variance of the trials', isNumber(all.variance_of_trials) ? words.number(rounded(all.variance_of_trials)) : null,
      'How far the Sharpe ratios of the trials lie apart, per bar.'],
    ['Luck', words.fine(all.expected_maximum_sharpe_per_bar),
      'The Sharpe ratio per bar that the best of as many trials without any skill would be expected to show.'],
    ['Deflated Sharpe ratio', words.chance(all.deflated_sharpe_ratio),
      'The probability that the true Sharpe ratio is above hurdle and luck together.'],
    ['Probability of overfitting', words.chance(all.probability_of_backtest_overfitting),
      'How often the best in one half of the data is below the middle in the other; known for sweeps only.'],
  ];
}

function honesty(answer) {
  const all = partsOf(answer.honesty);
  if (isEmpty(all)) {
    return absent('The answer holds no honesty statistics.');
  }
  const bars = partsOf(answer.metrics).bars_per_year;
  return table('Honesty statistics', [
    {title: 'Figure', heads: true, of: row => row[0]},
    {title: 'Value', kind: 'number', of: row => row[1]},
    {title: 'What it says', kind: 'prose', of: row => row[2]},
  ], honestyRows(all, bars), 'stacked');
}

function parameterColumns(rows) {
  const names = [...new Set(rows.flatMap(row => Object.keys(partsOf(row.parameters))))];
  return names.map(name => ({title: titled(name), kind: 'number', of: row => told(partsOf(row.parameters)[name])}));
}

function heatMap(map) {
  const rows = listOf(map.rows);
  if (rows.length === 0) {
    return absent('A heat map needs two parameters that are varied.');
  }
  const full = fullHeat(rows.flatMap(listOf));
  const name = value => told(value) || UNKNOWN;
  const lines = rows.map((values, i) => ({name: listOf(map.y_values)[i], values: listOf(values)}));
  return element('div', {class: 'months'}, table('Sharpe ratio of every combination', [
    {title: plain(map.y) + ' ↓  ' + plain(map.x) + ' →', heads: true, of: row => name(row.name)},
    ...listOf(map.x_values).map((value, i) => ({title: name(value), kind: 'heated', of: row =>
      (isNumber(row.values[i]) ? heated(words.ratio(row.values[i]), row.values[i], full)
        : element('span', {class: 'empty', title: 'unknown'}, UNKNOWN))})),
  ], lines), note('Sharpe ratio, yearly. A good choice has good neighbours.'));
}

function sweep(answer) {
  const all = partsOf(answer.sweep);
  if (isEmpty(all)) {
    return null;
  }
  const rows = listOf(all.best).map(partsOf);
  return element('div', null, facts([
    ['Combinations', words.count(all.combinations)], ['Left out', words.count(all.left_out)],
    ['Chosen by', isText(all.objective) ? plain(all.objective) : null],
    ['Deflated Sharpe ratio', words.chance(all.deflated_sharpe_ratio)],
    ['Probability of overfitting', words.chance(all.probability_of_backtest_overfitting)],
    ['Probability of loss', words.chance(all.probability_of_loss)],
  ], 'grid'), isText(all.why_left_out) ? note('Left out: ' + all.why_left_out) : null,
  element('h3', null, 'Best combinations'),
  rows.length === 0 ? absent('No combination was run.') : element('div', {class: 'tall'}, table('Best combinations', [
    ...parameterColumns(rows), figure('Sharpe', 'sharpe_ratio', words.ratio), gain('Return', 'total_return_pct'),
    figure('Max drawdown', 'max_drawdown_pct', words.percent), figure('Volatility', 'volatility', words.share),
    figure('Trades', 'trades', words.count), figure('Final value', 'final_value', words.money),
  ], rows)), element('h3', null, 'Heat map'), heatMap(partsOf(all.heat_map)));
}

function spanOf(row, from, to) {
  return (moment(row[from]) || UNKNOWN) + ' to ' + (moment(row[to]) || UNKNOWN);
}

function walkWindows(rows) {
  if (rows.length === 0) {
    return absent('There were no windows.');
  }
  return element('div', {class: 'tall'}, table('Windows of the walk-forward test', [
    {title: 'Chosen on', kind: 'time', of: row => spanOf(row, 'in_sample_from', 'in_sample_to')},
    {title: 'Traded on', kind: 'time', of: row => spanOf(row, 'out_of_sample_from', 'out_of_sample_to')},
    ...parameterColumns(rows),
    figure('Sharpe before', 'sharpe_ratio_in_sample', words.ratio),
    figure('Sharpe after', 'sharpe_ratio_out_of_sample', words.ratio),
    gain('Return before', 'return_pct_in_sample'), gain('Return after', 'return_pct_out_of_sample'),
    figure('Efficiency', 'efficiency', words.ratio),
  ], rows));
}

function drift(rows) {
  return rows.length === 0 ? null : element('div', null, element('h3', null, 'How the choices wandered'), table('Drift', [
    {title: 'Parameter', heads: true, of: row => (isText(row.parameter) ? titled(row.parameter) : null)},
    figure('Different values', 'distinct', words.count), figure('Changes', 'changes', words.count),
    figure('Mean change', 'mean_change', words.number),
  ], rows));
}

function walkForward(answer) {
  const all = partsOf(answer.walk_forward);
  if (isEmpty(all)) {
    return null;
  }
  return element('div', null, facts([
    ['Growth where chosen, a year', toned(words.gain(all.growth_in_sample_pct), all.growth_in_sample_pct)],
    ['Growth where traded, a year', toned(words.gain(all.growth_out_of_sample_pct), all.growth_out_of_sample_pct)],
    ['Efficiency', words.ratio(all.efficiency)],
    ['Total return', toned(words.gain(all.total_return_pct), all.total_return_pct)],
    ['Sharpe ratio', words.ratio(all.sharpe_ratio)], ['Largest drawdown', words.percent(all.max_drawdown_pct)],
    ['Final value', words.money(all.final_value)],
  ], 'grid'), element('h3', null, 'Windows'), walkWindows(listOf(all.windows).map(partsOf)),
  drift(listOf(all.drift).map(partsOf)));
}

/* Nested settings as one list: costs, slippage bps. */
function flat(value, path) {
  return Object.entries(partsOf(value)).flatMap(([name, part]) => {
    const here = [...path, plain(name)];
    return isEmpty(part) ? [[here.join(', ').replace(/^./, letter => letter.toUpperCase()), told(part)]] : flat(part, here);
  });
}

function listed(value, none) {
  const all = flat(value, []);
  return all.length === 0 ? absent(none) : facts(all, 'grid');
}

function dataUsed(answer) {
  const data = partsOf(answer.data);
  return facts([
    ['Source', told(data.source)], ['Names', told(data.names)], ['Symbols', told(data.symbols)],
    ['Bars', words.count(data.bars)], ['First', moment(data.first)], ['Last', moment(data.last)],
    ['Bars a year', words.number(rounded(data.bars_per_year))],
    ['Looks ahead', told(answer.look_ahead)],
  ], 'grid');
}

function settings(answer) {
  return element('div', null,
    element('h3', null, 'Parameters'), listed(answer.parameters, 'The strategy has no parameters.'),
    element('h3', null, 'Settings'), listed(answer.settings, 'The answer holds no settings.'),
    element('h3', null, 'Data'), dataUsed(answer),
    element('h3', null, 'Conventions'), conventions(partsOf(answer.conventions)));
}

function conventions(all) {
  return isEmpty(all) ? absent('The answer names no conventions.')
    : facts(Object.entries(all).map(([topic, text]) => [titled(topic), told(text)]), 'lines');
}

const code = text => (isText(text) ? element('code', null, text) : unknown());

function proof(answer) {
  const receipt = partsOf(answer.receipt);
  if (isEmpty(receipt)) {
    return absent('The run was not recorded.');
  }
  const inputs = listOf(receipt.inputs).map(partsOf);
  return element('div', null, facts([
    ['Run', code(answer.run_id)], ['Version', code(receipt.version)], ['Digest of the run', code(receipt.digest)],
    ['Digest of the run before', code(receipt.previous)], ['Digest of the policies', code(receipt.config_sha256)],
  ], 'lines'), element('h3', null, 'Inputs'), inputs.length === 0 ? absent('No inputs were recorded.') : table('Inputs', [
    {title: 'Input', heads: true, of: row => told(row.name)}, figure('Rows', 'rows', words.count),
    {title: 'SHA-256', kind: 'prose', of: row => code(row.sha256)},
  ], inputs));
}
