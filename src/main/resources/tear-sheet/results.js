'use strict';

/* What the run made: head, key figures, equity, months, rolling figures, price, distribution, regimes, trades, orders. */

const VERDICTS = {
  pass: {kind: 'pass', sign: '✓', title: 'Pass'},
  insufficient_evidence: {kind: 'unsure', sign: '?', title: 'Insufficient evidence'},
  fail: {kind: 'fail', sign: '✕', title: 'Fail'},
};

function verdictOf(answer) {
  const verdict = partsOf(answer.gate).verdict;
  return VERDICTS[verdict] || {kind: 'unsure', sign: UNKNOWN, title: 'Not judged'};
}

function warnings(answer) {
  const all = listOf(answer.warnings).filter(isText);
  return all.length === 0 ? null : element('ul', {class: 'warnings'}, all.map(text => element('li', null, text)));
}

function checks(answer) {
  const all = listOf(partsOf(answer.gate).checks).map(partsOf);
  if (all.length === 0) {
    return absent('The gate gave no checks.');
  }
  return table('Checks of the gate', [
    {title: 'Check', heads: true, of: check => gateFigure(check.name)[0]},
    {title: 'Result', of: check => element('span', {class: check.passed === true ? 'held' : 'broken'},
      check.passed === true ? '✓ holds' : '✕ ' + plain(check.otherwise || 'does not hold'))},
    {title: 'Value', kind: 'number', of: check => gateFigure(check.name)[1](check.value)},
    {title: 'Limit', kind: 'number', of: check => gateFigure(check.name)[1](check.limit)},
    {title: 'In words', kind: 'prose', of: check => check.text},
  ], all, 'stacked');
}

/* How the gate's figures are called and written. */
const GATE_FIGURES = {
  exposed_bars: ['Bars in the market', words.count],
  total_return_pct: ['Total return', words.gain],
  probabilistic_sharpe_ratio: ['Probabilistic Sharpe ratio', words.fine],
  return_pct_at_twice_costs: ['Return at twice the costs', words.gain],
  probability_of_backtest_overfitting: ['Probability of overfitting', words.fine],
  track_record_length: ['Length of the record', words.atLeast],
  deflated_sharpe_ratio: ['Deflated Sharpe ratio', words.fine],
};

function gateFigure(name) {
  const known = Object.hasOwn(GATE_FIGURES, name) ? GATE_FIGURES[name] : null;
  return known || [isText(name) ? titled(name) : UNKNOWN, value => words.number(rounded(value))];
}

const rounded = value => (isNumber(value) ? Number(value.toPrecision(5)) : value);

function period(answer) {
  const metrics = partsOf(answer.metrics);
  const data = partsOf(answer.data);
  const first = moment(metrics.first_bar || data.first);
  const last = moment(metrics.last_bar || data.last);
  return first && last ? first + ' to ' + last : null;
}

function head(answer) {
  const verdict = verdictOf(answer);
  const metrics = partsOf(answer.metrics);
  const bars = words.count(metrics.bars);
  return element('div', {class: 'head'},
    element('div', {class: 'title'},
      element('p', {class: String(answer.symbol).length > 14 ? 'symbol long' : 'symbol'}, orUnknown(answer.symbol)),
      element('p', {class: 'strategy'}, isText(answer.strategy_type) ? titled(answer.strategy_type) : unknown()),
      element('p', {class: 'period'}, orUnknown(period(answer)), bars === null ? null : ' · ' + bars + ' bars',
        answer.look_ahead === true ? ' · ' : null,
        answer.look_ahead === true ? element('strong', {class: 'negative'}, 'looks ahead') : null)),
    element('div', {class: 'verdict ' + verdict.kind},
      element('p', {class: 'badge'}, element('span', {'aria-hidden': 'true'}, verdict.sign), ' ', verdict.title),
      element('p', {class: 'reason'}, orUnknown(partsOf(answer.gate).text))),
    checks(answer));
}

function tile(title, value, below) {
  return element('div', {class: 'tile'},
    element('p', {class: 'label'}, title),
    element('p', {class: 'figure'}, value instanceof Node ? value : orUnknown(value)),
    element('p', {class: 'below'}, below || ' '));
}

function fallDates(dates) {
  const {peak, trough, recovery} = partsOf(dates);
  if (!isText(trough)) {
    return 'nothing ever fell';
  }
  return [unbroken(moment(peak)), ' to ', unbroken(moment(trough)), ', ',
    ...(isText(recovery) ? ['back on ', unbroken(moment(recovery))] : ['not recovered'])];
}

function years(metrics) {
  const span = (millis(metrics.last_bar) - millis(metrics.first_bar)) / (365.25 * DAY * 1000);
  return isNumber(span) ? 'a year, over ' + written(digits(1))(span) + ' years' : 'a year';
}

function tiles(answer) {
  const metrics = partsOf(answer.metrics);
  const held = partsOf(answer.benchmark);
  const error = words.ratio(partsOf(answer.honesty).standard_error);
  const fall = isNumber(metrics.max_drawdown_pct) ? -metrics.max_drawdown_pct : null;
  return element('div', {class: 'tiles'},
    tile('Total return', toned(words.gain(metrics.total_return_pct), metrics.total_return_pct),
      (words.money(metrics.initial_value) || UNKNOWN) + ' to ' + (words.money(metrics.final_value) || UNKNOWN)),
    tile('Growth rate', toned(words.gain(metrics.cagr), metrics.cagr), years(metrics)),
    tile('Sharpe ratio', words.ratio(metrics.sharpe_ratio), error === null ? null : '± ' + error + ' standard error'),
    tile('Largest drawdown', toned(words.percent(fall), fall), fallDates(metrics.max_drawdown_pct_dates)),
    tile('Volatility', words.share(metrics.volatility), 'a year'),
    tile('Against holding', toned(words.points(held.excess_return_pct), held.excess_return_pct),
      'holding made ' + (words.gain(held.return_pct) || UNKNOWN)));
}

function keyFigures(answer) {
  const metrics = partsOf(answer.metrics);
  const held = partsOf(answer.benchmark);
  const trades = partsOf(answer.trade_statistics);
  return element('div', null, tiles(answer), facts([
    ['Profit', toned(words.profit(metrics.total_pnl), metrics.total_pnl)],
    ['Sortino ratio', words.ratio(metrics.sortino)],
    ['Calmar ratio', words.ratio(metrics.calmar)],
    ['Largest drawdown, currency', words.money(metrics.max_drawdown)],
    ['Best bar', toned(words.growth(metrics.best_bar_return), metrics.best_bar_return)],
    ['Worst bar', toned(words.growth(metrics.worst_bar_return), metrics.worst_bar_return)],
    ['Skewness', words.ratio(metrics.skewness)],
    ['Kurtosis (normal: 3)', words.ratio(metrics.kurtosis)],
    ['Alpha, a year', toned(words.growth(held.alpha), held.alpha)],
    ['Beta', words.ratio(held.beta)],
    ['Correlation with holding', words.ratio(held.correlation)],
    ['Information ratio', words.ratio(held.information_ratio)],
    ['Tracking error', words.share(held.tracking_error)],
    ['Time in the market', words.share(trades.exposure)],
    ['Trades', words.count(answer.num_trades)],
    ['Win rate', words.share(trades.win_rate)],
    ['Profit factor', words.ratio(trades.profit_factor)],
    ['Bars a year', words.number(rounded(metrics.bars_per_year))],
  ], 'grid'));
}

/* The series' times as seconds; null where they are missing or are no times. */
function timesOf(series) {
  const times = listOf(series.times).map(time => millis(time) / 1000);
  return times.length > 1 && times.every(isNumber) ? times : null;
}

const NO_SERIES = 'The answer holds no series to draw this from.';

function timeChart(series, given) {
  return chart({
    isTime: true,
    place: i => moment(series.times[i]) || UNKNOWN,
    axes: [timeAxis(given.x), given.axis],
    ...given,
  });
}

const logged = values => values.map(value => (value !== null && value > 0 ? Math.log(value) : null));

function equitySummary(series, equity, held) {
  const {lowest, highest} = extremes(equity);
  const last = equity.length - 1;
  const ending = hasNumbers(held) && held[last] !== null ? '; holding ended at ' + words.money(held[last]) : '';
  return 'Equity went from ' + (words.money(equity[0]) || UNKNOWN) + ' to ' + (words.money(equity[last]) || UNKNOWN) + ending
    + '. It was highest on ' + moment(series.times[highest]) + ' at ' + words.money(equity[highest])
    + ' and lowest on ' + moment(series.times[lowest]) + ' at ' + words.money(equity[lowest]) + '.';
}

function equityChart(series, times) {
  const equity = drawable(series.equity);
  const held = drawable(series.benchmark);
  if (!hasNumbers(equity)) {
    return absent(NO_SERIES);
  }
  const compact = value => words.short(value);
  const linear = {y: [equity, held], scales: {}, axes: [bareTimeAxis(), valueAxis(compact)]};
  const log = {y: [logged(equity), logged(held)], scales: {},
    axes: [bareTimeAxis(), valueAxis(value => compact(Math.exp(value)), {splits: logSplits})]};
  const drawn = timeChart(series, {
    title: 'Equity', height: 320, x: times, ...linear, told: true,
    summary: equitySummary(series, equity, held),
    legend: [{title: 'Equity', ink: 'accent', values: equity, text: words.money},
      {title: 'Holding', ink: 'quiet', values: held, text: words.money}],
    series: [line('accent', {width: 2}), line('quiet')],
  });
  const scale = choice('Scale of the equity', [['Linear'], ['Log', 'Logarithmic']], chosen => {
    const way = chosen === 0 ? linear : log;
    replace('Equity', way.y, way.scales, way.axes);
  });
  return element('div', null, element('div', {class: 'tools'}, stretches(times), scale), drawn);
}

/* Buttons for the last years, for those who cannot drag. */
function stretches(times) {
  const first = times[0];
  const last = times[times.length - 1];
  const offered = [['All', 'All of it', 0], ['5Y', 'Last 5 years', 5], ['3Y', 'Last 3 years', 3],
    ['1Y', 'Last year', 1], ['3M', 'Last 3 months', 0.25]]
    .filter(([, , long]) => long === 0 || last - first > long * 365.25 * DAY);
  return offered.length === 1 ? null : choice('Stretch of time', offered, i => {
    const long = offered[i][2];
    show(long === 0 ? first : last - long * 365.25 * DAY, last);
  });
}

function drawdownChart(series, times) {
  const under = drawable(series.drawdown_pct);
  if (!hasNumbers(under)) {
    return absent('The answer holds no drawdowns.');
  }
  const {lowest} = extremes(under);
  return timeChart(series, {
    title: 'Drawdown', height: 160, x: times, y: [under], told: true,
    summary: under[lowest] === 0 ? 'It never fell below its high.' : 'The deepest drawdown was ' + words.percent(under[lowest]) + ' on ' + moment(series.times[lowest]) + '.',
    axis: valueAxis(value => words.number(value) + '%', {space: 28}),
    scales: {y: {range: (plot, low) => [Math.min(low === null ? -1 : low * 1.08, -0.5), 0]}},
    legend: [{title: 'Drawdown under the high so far', ink: 'negative', values: under, text: words.percent}],
    series: [line('negative', {fill: () => ink('negative-soft'), fillTo: 0, width: 1})],
  });
}

function equity(answer) {
  const series = partsOf(answer.series);
  const times = timesOf(series);
  if (times === null) {
    return absent(NO_SERIES);
  }
  const charted = element('div', {class: 'joined'}, equityChart(series, times), drawdownChart(series, times));
  const summaries = [...charted.querySelectorAll('figcaption')].map(caption => caption.textContent);
  return element('div', null, charted, summaries.length === 0 ? null : note(summaries.join(' ')));
}

/* A value's share of the largest shown, in percent, for its cell's colour. */
function heated(text, value, full) {
  const made = element('span', {class: 'heat ' + (value < 0 ? 'cold' : 'warm')}, text);
  made.style.setProperty('--heat', Math.min(100, Math.abs(value) / full * 100).toFixed(0) + '%');
  return made;
}

function fullHeat(values) {
  const sizes = values.filter(isNumber).map(Math.abs).sort((a, b) => a - b);
  return sizes.length === 0 ? 1 : sizes[Math.floor(0.95 * (sizes.length - 1))] || 1;
}

function months(answer) {
  const rows = listOf(answer.monthly_returns).map(partsOf);
  const all = rows.flatMap(row => listOf(row.months));
  if (!all.some(isNumber)) {
    return absent('The run has no month with a return.');
  }
  const full = fullHeat(all);
  const shown = (value, most) => (isNumber(value) ? heated(words.month(value), value, most) : element('span', {class: 'empty', title: 'unknown'}, UNKNOWN));
  const columns = MONTHS.map((name, i) => ({title: name, kind: 'heated', of: row => shown(listOf(row.months)[i], full)}));
  const most = fullHeat(rows.map(row => row.total));
  const good = all.filter(value => isNumber(value) && value > 0).length;
  const measured = all.filter(isNumber);
  return element('div', {class: 'months'}, table('Monthly returns in percent', [
    {title: 'Year', heads: true, of: row => (isNumber(row.year) ? String(row.year) : null)},
    ...columns,
    {title: 'Year', kind: 'heated total', of: row => shown(row.total, most)},
  ], rows), note('In percent. ' + good + ' of ' + measured.length + ' months gained; the best made '
    + words.growth(Math.max(...measured)) + ', the worst ' + words.growth(Math.min(...measured)) + '.'));
}

function between(values, text) {
  const {lowest, highest} = extremes(values);
  return 'Between ' + text(values[lowest]) + ' and ' + text(values[highest]) + '; at the end '
    + (text(values[values.length - 1]) || 'unknown') + '.';
}

function rollingChart(series, times, title, values, text, axisText, name, none) {
  if (!hasNumbers(values)) {
    return absent(none);
  }
  return timeChart(series, {
    title, height: 190, x: times, y: [values], summary: between(values, text),
    axis: valueAxis(axisText, {space: 30}),
    legend: [{title, ink: name, values, text}],
    series: [line(name)],
    hooks: {drawAxes: [plot => level(plot, 0, 'rule')]},
  });
}

function rolling(answer) {
  const series = partsOf(answer.series);
  const times = timesOf(series);
  if (times === null) {
    return absent(NO_SERIES);
  }
  const few = 'The run is shorter than the window these are taken over.';
  const sharpe = drawable(series.rolling_sharpe);
  const volatility = drawable(series.rolling_volatility);
  const width = words.count(series.window);
  return element('div', null,
    note('Yearly, over the trailing ' + (width === null ? 'window' : width + ' returns') + '.'),
    element('h3', null, 'Sharpe ratio'),
    rollingChart(series, times, 'Rolling Sharpe ratio', sharpe, words.ratio, words.number, 'accent', few),
    element('h3', null, 'Volatility'),
    rollingChart(series, times, 'Rolling volatility', volatility, words.share,
      value => words.number(value * 100) + '%', 'second', few));
}

function marker(context, x, y, size, up) {
  const way = up ? 1 : -1;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - size, y + way * 1.7 * size);
  context.lineTo(x + size, y + way * 1.7 * size);
  context.closePath();
  context.fill();
  context.stroke();
}

function markTrade(plot, trade, size) {
  const context = plot.ctx;
  const isShort = trade.side === 'short';
  const x = plot.valToPos(trade.from, 'x', true);
  const y = plot.valToPos(trade.entry, 'y', true);
  if (trade.to !== null) {
    const endX = plot.valToPos(trade.to, 'x', true);
    const endY = plot.valToPos(trade.exit, 'y', true);
    context.strokeStyle = ink(trade.profit >= 0 ? 'positive' : 'negative');
    context.lineWidth = size / 4;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(endX, endY);
    context.stroke();
    context.fillStyle = ink('surface');
    context.beginPath();
    context.arc(endX, endY, size * 0.7, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  context.fillStyle = ink(isShort ? 'negative' : 'positive');
  context.strokeStyle = ink('surface');
  context.lineWidth = size / 6;
  marker(context, x, y, size, !isShort);
}

function markTrades(plot, trades) {
  const {left, top, width, height} = plot.bbox;
  const {min, max} = plot.scales.x;
  plot.ctx.save();
  plot.ctx.beginPath();
  plot.ctx.rect(left, top, width, height);
  plot.ctx.clip();
  const shown = trades.filter(trade => trade.from <= max && (trade.to === null || trade.to >= min));
  const size = (shown.length > 150 ? 3 : 4.5) * devicePixelRatio;
  shown.forEach(trade => markTrade(plot, trade, size));
  plot.ctx.restore();
}

function placed(trade) {
  const to = millis(trade.exit_time) / 1000;
  return {side: trade.side, from: millis(trade.entry_time) / 1000, to: isNumber(to) ? to : null, entry: trade.entry_price,
    exit: trade.exit_price, profit: trade.profit};
}

function price(answer) {
  const series = partsOf(answer.series);
  const times = timesOf(series);
  const close = drawable(series.close);
  if (times === null) {
    return absent(NO_SERIES);
  }
  if (!hasNumbers(close)) {
    return absent('There is no single price to draw: the run has several instruments, or the answer holds no closes.');
  }
  const trades = listOf(answer.trades).map(partsOf).map(placed)
    .filter(trade => isNumber(trade.from) && isNumber(trade.entry));
  const longs = trades.filter(trade => trade.side !== 'short').length;
  const drawn = timeChart(series, {
    title: 'Price', height: 320, x: times, y: [close],
    summary: 'The close went from ' + words.price(close[0]) + ' to ' + words.price(close[close.length - 1]) + '. '
      + (trades.length === 0 ? 'There are no trades to mark.'
        : words.count(longs) + ' long and ' + words.count(trades.length - longs) + ' short trades are marked.'),
    axis: valueAxis(words.short),
    legend: [{title: 'Close', ink: 'text-soft', values: close, text: words.price}],
    series: [line('text-soft', {width: 1.25})],
    hooks: {draw: [plot => markTrades(plot, trades)]},
  });
  return element('div', null, drawn, element('p', {class: 'marks'},
    element('span', {class: 'positive'}, '▲'), ' long entry', element('span', {class: 'negative'}, '▼'), ' short entry',
    element('span', null, '○'), ' exit, joined to its entry in the colour of profit or loss'));
}
