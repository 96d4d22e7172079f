/* Decision after decision: how much was allowed, how sure the regime was, and how disciplined the trading. */

import {folded, panel, runLink, when} from './parts.js';

const FEW = 80;
const TABLED = 50;

const dayOf = point => (isText(point.started_at) ? point.started_at.slice(0, 10) : '');
const timeOf = point => (isText(point.started_at) ? point.started_at.slice(11, 16) : '');

/* Evenly spaced, one place for each decision: a row of them on one afternoon is as legible as one for each day. */
function decisionAxis(points) {
  const oneDay = new Set(points.map(dayOf)).size < 2;
  return axis({
    values: (plot, splits) => splits.map(i => (Number.isInteger(i) && points[i]
      ? (oneDay ? timeOf(points[i]) : dayOf(points[i])) : null)),
    incrs: [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500], space: 84, size: 26, gap: 6, grid: {show: false},
  });
}

const dots = (points, name) => ({show: points.length <= FEW, size: 5, fill: () => ink(name), stroke: () => ink(name)});
const percentAxis = () => valueAxis(value => words.number(Math.round(value * 100)) + '%', {space: 34});
const full = {y: {range: () => [0, 1.02]}};

function place(points) {
  return i => {
    const point = partsOf(points[i]);
    return dayOf(point) === '' ? UNKNOWN : dayOf(point) + ' ' + timeOf(point) + ' UTC';
  };
}

function lastKnown(values) {
  const known = values.filter(value => value !== null);
  return known.length === 0 ? null : known[known.length - 1];
}

function summary(points, name, values, text) {
  const {lowest, highest} = extremes(values);
  if (lowest === null) {
    return name + ' is not known of any of these decisions.';
  }
  return name + ' of the last ' + words.count(points.length) + (points.length === 1 ? ' decision' : ' decisions') + ': lowest '
    + text(values[lowest]) + ', highest ' + text(values[highest]) + ', last ' + text(lastKnown(values)) + '.';
}

function historyChart(points, title, lines, height, unit = percentAxis()) {
  const values = lines.map(one => points.map(one.of).map(value => (isNumber(value) ? value : null)));
  return chart({
    title, height, x: points.map((point, i) => i), y: values, told: true,
    summary: lines.map((one, i) => summary(points, one.title, values[i], one.text)).join(' '),
    place: place(points), axes: [decisionAxis(points), unit], scales: {x: {time: false, range: (plot, low, high) =>
      [low - 0.5, Math.max(high, low + 1) + 0.5]}, ...full},
    legend: lines.map((one, i) => ({title: one.title, ink: one.ink, values: values[i], text: one.text})),
    series: lines.map(one => line(one.ink, {points: dots(points, one.ink),
      ...(one.stepped ? {paths: uPlot.paths.stepped({align: 1})} : {})})),
  });
}

const SOURCES = {
  default: 'the default, for want of trades or a score', trades: 'judged from trades', request: 'given with the request',
  cached: 'the last one recorded', cache: 'the last one recorded',
};
export const sourceName = source => SOURCES[source] || source;

function pointsTable(points) {
  return folded('history-table', 'As a table', table('The latest decisions', [
    {title: 'Made', heads: true, of: point => when(point.started_at)},
    {title: 'For', of: point => unbroken(point.asof)},
    {title: 'New trades', of: point => (point.allow_trade === true ? 'allowed' : point.allow_trade === false ? 'stopped' : null)},
    {title: 'Size', kind: 'number', of: point => words.share(point.position_size_multiplier)},
    {title: 'Confidence', kind: 'number', of: point => words.share(point.confidence)},
    {title: 'Discipline', kind: 'number', of: point => words.ratio(point.execution_discipline_score)},
    {title: 'Regime', kind: 'prose', of: point => point.regime},
    {title: 'Run', of: point => runLink(point.run_id, 'open')},
  ], points.slice(-TABLED).reverse()));
}

export function historyPanel(points) {
  return panel('history', 'Allowed size and confidence',
    historyChart(points, 'Allowed size and confidence', [
      {title: 'Allowed size', ink: 'accent', of: point => point.position_size_multiplier, text: words.share, stepped: true},
      {title: 'Confidence', ink: 'second', of: point => point.confidence, text: words.share},
    ], 220),
    note('One place for each decision, the oldest at the left.'),
    pointsTable(points));
}

export function disciplinePanel(points, answer) {
  const {score, source, report, warnings} = {...partsOf(answer.execution_discipline), score: answer.execution_discipline_score};
  return panel('discipline', 'Discipline',
    element('p', {class: 'lead'}, orUnknown(words.ratio(score)), element('span', {class: 'soft'}, ' of 1')),
    element('p', {class: 'note tight'}, 'Where it is from: ' + (sourceName(source) || 'unknown') + '.'),
    historyChart(points, 'Discipline score', [
      {title: 'Score', ink: 'accent', of: point => point.execution_discipline_score, text: words.ratio},
    ], 140, valueAxis(words.number, {space: 34})),
    isNumber(partsOf(report).trades) ? note(words.count(report.trades) + ' trades were judged.') : null,
    listOf(warnings).length === 0 ? null : element('ul', {class: 'sentences'}, warnings.map(text => element('li', null, text))));
}
