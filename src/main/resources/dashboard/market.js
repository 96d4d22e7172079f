/* The benchmark's closes with what the market was like under them: four lanes, one for each part of the regime. */

import {folded, panel, problemBox, sentence} from './parts.js';
import {posting, text} from './service.js';

const LANES = ['Risk', 'Volatility', 'Trend', 'Breadth'];
const CALM = ['Risk-On', 'Low/Normal Vol', 'Uptrend', 'Healthy Breadth'];
const CHANGES_SHOWN = 30;

const cells = line => line.split(',');

/** The series: times in seconds, dates, closes, labels (null where there is too little history). */
export async function readMarket() {
  const lines = (await text('/regime?series=true&format=csv', posting({}))).trim().split('\n');
  const header = cells(lines[0]);
  const at = name => header.indexOf(name);
  const rows = lines.slice(1).map(cells);
  const dates = rows.map(row => row[at('date')]);
  return {
    dates,
    times: dates.map(date => millis(date) / 1000),
    closes: rows.map(row => (row[at('close')] ? Number(row[at('close')]) : null)),
    labels: rows.map(row => row[at('label')] || null),
  };
}

const parts = label => (label === null ? [] : label.split(' / '));

/** Stretches of equal labels: [{from, to, label}], by index. */
function stretchesOf(labels) {
  const found = [];
  labels.forEach((label, i) => {
    const last = found[found.length - 1];
    if (last && last.label === label) {
      last.to = i;
    } else {
      found.push({from: i, to: i, label});
    }
  });
  return found;
}

function drawLane(plot, stretches, times, lane) {
  const {left, top, width, height} = plot.bbox;
  const tall = height / LANES.length;
  const gap = Math.max(1, Math.round(tall * 0.18));
  stretches.filter(one => one.label !== null).forEach(one => {
    const begins = Math.max(left, plot.valToPos(times[one.from], 'x', true));
    const next = times[Math.min(one.to + 1, times.length - 1)];
    const ends = Math.min(left + width, plot.valToPos(next, 'x', true));
    if (ends <= begins) {
      return;
    }
    const calm = parts(one.label)[lane] === CALM[lane];
    const inset = calm ? Math.round(tall * 0.2) : 0;
    plot.ctx.fillStyle = ink(calm ? 'warm' : 'negative-fill');
    plot.ctx.fillRect(begins, top + lane * tall + gap / 2 + inset, Math.max(1, ends - begins), tall - gap - 2 * inset);
  });
}

function ribbonChart(market, stretches) {
  const label = market.labels[market.labels.length - 1];
  return chart({
    title: 'Regime', isTime: true, height: 112, x: market.times, y: [market.times.map(() => 0)], told: true,
    summary: label === null ? 'There is too little history for a regime.' : 'On the last date the market was ' + label + '.',
    place: i => market.dates[i] || UNKNOWN,
    axes: [timeAxis(market.times), axis({size: 56, gap: 6, grid: {show: false}, splits: () => [0.5, 1.5, 2.5, 3.5],
      values: () => ['Breadth', 'Trend', 'Vol.', 'Risk']})],
    scales: {y: {range: () => [0, 4]}},
    legend: [{title: 'Regime', ink: 'quiet-fill', values: market.labels, text: value => value}],
    series: [{show: false}],
    hooks: {draw: [plot => LANES.forEach((name, lane) => drawLane(plot, stretches, market.times, lane))]},
  });
}

function priceChart(market) {
  const {lowest, highest} = extremes(market.closes);
  return chart({
    title: 'Close of the benchmark', isTime: true, height: 240, x: market.times, y: [market.closes], told: true,
    summary: 'The close was lowest on ' + market.dates[lowest] + ' at ' + words.price(market.closes[lowest])
      + ' and highest on ' + market.dates[highest] + ' at ' + words.price(market.closes[highest]) + '.',
    place: i => market.dates[i] || UNKNOWN,
    axes: [bareTimeAxis(), valueAxis(words.short)],
    scales: {},
    legend: [{title: 'Close', ink: 'accent', values: market.closes, text: words.price}],
    series: [line('accent')],
  });
}

function stretchButtons(times) {
  const last = times[times.length - 1];
  const offered = [['All', 'All of it', 0], ['5Y', 'Last 5 years', 5], ['1Y', 'Last year', 1], ['3M', 'Last 3 months', 0.25]]
    .filter(([, , years]) => years === 0 || last - times[0] > years * 365.25 * DAY);
  return element('div', {class: 'tools'}, choice('Stretch of time', offered, i => {
    const years = offered[i][2];
    show(years === 0 ? times[0] : last - years * 365.25 * DAY, last);
  }));
}

function changesTable(market, stretches) {
  const latest = stretches.filter(one => one.label !== null).slice(-CHANGES_SHOWN).reverse();
  return folded('regime-table', 'Changes of the regime as a table', table('The latest regimes', [
    {title: 'From', heads: true, of: one => unbroken(market.dates[one.from])},
    {title: 'Until', of: one => unbroken(market.dates[one.to])},
    {title: 'Regime', kind: 'prose', of: one => one.label},
    {title: 'Close at its beginning', kind: 'number', of: one => words.price(market.closes[one.from])},
  ], latest, 'stacked'));
}

const KEY = element('p', {class: 'marks'},
  element('span', {class: 'swatch calm', 'aria-hidden': 'true'}), ' risk on, low volatility, uptrend, healthy breadth',
  element('span', {class: 'swatch harsh', 'aria-hidden': 'true'}), ' its opposite, drawn taller');

/** The panel; {market} or {problem}. */
export function marketPanel(read) {
  if (read.problem) {
    return panel('market', 'Market', problemBox(read.problem));
  }
  const {market} = read;
  if (market.times.length < 2) {
    return panel('market', 'Market', absent('The current prices hold too few dates for a chart.'));
  }
  const stretches = stretchesOf(market.labels);
  const now = market.labels[market.labels.length - 1];
  return panel('market', 'Market',
    element('div', {class: 'spread'},
      element('p', {class: 'lead'}, orUnknown(now)),
      stretchButtons(market.times)),
    sentence('By the current prices, up to ' + market.dates[market.dates.length - 1] + '.', 'note tight'),
    element('div', {class: 'joined'}, priceChart(market), ribbonChart(market, stretches)),
    KEY.cloneNode(true), changesTable(market, stretches));
}
