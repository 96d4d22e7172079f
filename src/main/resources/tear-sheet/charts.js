'use strict';

/* Charts: uPlot on canvases, with a text summary, a legend that reads the values, one time axis for all, and keys. */

const DAY = 86400;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const charts = [];
const undrawn = [];
let inks = null;
let moving = false;

/* A colour of the style sheet, of the scheme that is shown. */
function ink(name) {
  inks = inks || getComputedStyle(document.documentElement);
  return inks.getPropertyValue('--' + name).trim();
}

function recolour() {
  inks = null;
  charts.forEach(chart => chart.plot && chart.plot.redraw(false));
}

/* 2016, Mar with the year below in January, 4 Mar, or 09:30, by the distance of the ticks. */
function dateLabels(plot, splits, axis, space, step) {
  let yearBefore = null;
  return splits.map(seconds => {
    const date = new Date(seconds * 1000);
    const year = date.getUTCFullYear();
    const isNewYear = year !== yearBefore;
    yearBefore = year;
    if (step >= 360 * DAY) {
      return String(year);
    }
    const month = MONTHS[date.getUTCMonth()];
    const day = step >= 28 * DAY ? month : date.getUTCDate() + ' ' + month;
    const label = step >= DAY ? day : date.toISOString().slice(11, 16);
    const below = isNewYear ? year : step < DAY && label === '00:00' ? day : null;
    return below === null ? label : label + '\n' + below;
  });
}

const FONT = '11px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif';

function axis(more) {
  return {
    stroke: () => ink('muted'),
    font: FONT,
    grid: {stroke: () => ink('grid'), width: 1},
    ticks: {show: false},
    border: {show: false},
    ...more,
  };
}

const heightOf = (plot, labels) => ((labels || []).some(label => label && label.includes('\n')) ? 38 : 24);

/* Ticks of bars that are days or longer stand on days. */
const DAYS = [1, 2, 3, 4, 5, 7, 10, 15].concat([1, 2, 3, 4, 6].map(months => 30 * months),
  [1, 2, 5, 10, 25, 50, 100].map(years => 365 * years)).map(days => days * DAY);
const daysOnly = times => (times.every(time => time % DAY === 0) ? {incrs: DAYS} : {});

const timeAxis = times => axis({values: dateLabels, space: 46, size: heightOf, gap: 6, grid: {show: false},
  ...daysOnly(times)});

/* The same without its labels, for a chart that stands on top of another. */
const bareTimeAxis = () => axis({values: (plot, splits) => splits.map(() => null), space: 46, size: 8,
  grid: {show: false}});

function valueAxis(text, more) {
  return axis({values: (plot, splits) => splits.map(value => (value === null ? null : text(value))),
    size: 56, gap: 6, space: 36, ...more});
}

/* In log mode a chart draws logarithms: ticks at round values of what they stand for. */
function logSplits(plot, index, low, high) {
  const from = Math.exp(low);
  const to = Math.exp(high);
  const splits = [];
  if (to / from < 10) {
    const rough = (to - from) / 7;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map(times => times * power).find(size => size >= rough);
    for (let value = Math.ceil(from / step) * step; value <= to; value += step) {
      splits.push(Math.log(value));
    }
    return splits;
  }
  for (let power = Math.floor(Math.log10(from)); power <= Math.log10(to); power++) {
    [1, 2, 5].map(times => Math.log(times * 10 ** power))
      .filter(value => value >= low && value <= high)
      .forEach(value => splits.push(value));
  }
  return splits;
}

function legendOf(chart) {
  const items = chart.legend.map(item => {
    const value = element('span', {class: 'value'});
    const key = element('span', {class: 'key ' + item.ink + (item.dashed ? ' dashed' : '')});
    return {item, value, node: element('span', {class: 'item'}, key, item.title, value)};
  });
  const at = element('span', {class: 'at'});
  const node = element('div', {class: 'legend', 'aria-live': 'off'}, at, items.map(one => one.node));
  const tell = index => {
    at.textContent = chart.place(index);
    items.forEach(one => {
      const text = one.item.text(one.item.values[index]);
      one.value.textContent = text === null ? UNKNOWN : text;
    });
  };
  return {node, tell};
}

/**
 * Makes a chart, to be drawn once it is on the page.
 *
 * title: its name; summary: it in a sentence; height; x: values; y: lists of them with null for none; legend:
 * [{title, ink, values, text, dashed}]; place: what stands at an index, in words; isTime; told: whether the summary stands
 * elsewhere; series, axes, scales and hooks as uPlot's.
 */
function chart(given) {
  const plotHost = element('div', {class: 'plot', tabindex: 0, role: 'group',
    'aria-label': given.title + '. Arrow keys read the values.'});
  const legend = legendOf(given);
  const made = {...given, host: plotHost, tell: legend.tell, legendNode: legend.node, plot: null};
  plotHost.addEventListener('keydown', event => readByKey(made, event));
  undrawn.push(made);
  return element('figure', {class: 'chart'}, legend.node, plotHost,
    element('figcaption', {class: given.told ? 'hidden' : null}, given.summary));
}

function readByKey(chart, event) {
  const last = chart.x.length - 1;
  const stride = event.shiftKey ? 20 : 1;
  const to = {ArrowLeft: chart.at - stride, ArrowRight: chart.at + stride, Home: 0, End: last}[event.key];
  if (to === undefined) {
    return;
  }
  event.preventDefault();
  chart.legendNode.setAttribute('aria-live', 'polite');
  const scale = chart.plot.scales.x;
  const index = Math.max(0, Math.min(last, to));
  const x = Math.max(scale.min, Math.min(scale.max, chart.x[index]));
  chart.plot.setCursor({left: chart.plot.valToPos(x, 'x'), top: chart.plot.height / 3}, true, true);
}

function cursorOf(chart) {
  return {
    y: false,
    drag: {x: Boolean(chart.isTime), y: false, setScale: Boolean(chart.isTime)},
    points: {size: 6, width: 1.5, stroke: (plot, i) => ink(chart.legend[i - 1] ? chart.legend[i - 1].ink : 'text'),
      fill: () => ink('surface')},
    ...(chart.isTime ? {sync: {key: 'time', scales: ['x', null], setSeries: false}} : {}),
  };
}

/* Every chart with a time axis shows the same stretch of it. */
function show(from, to) {
  if (moving) {
    return;
  }
  moving = true;
  charts.filter(one => one.isTime).forEach(one => one.plot.setScale('x', {min: from, max: to}));
  moving = false;
}

function hooksOf(chart) {
  const own = chart.hooks || {};
  return {
    ...own,
    setCursor: [plot => {
      const at = plot.cursor.idx;
      chart.at = at === null || at === undefined ? chart.x.length - 1 : at;
      chart.tell(chart.at);
    }],
    setScale: [(plot, key) => {
      if (key === 'x' && chart.isTime && chart.plot) {
        show(plot.scales.x.min, plot.scales.x.max);
      }
    }],
  };
}

function draw(chart) {
  const options = {
    width: Math.max(200, chart.host.clientWidth),
    height: chart.height,
    padding: [10, 20, 0, 0],
    legend: {show: false},
    tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    cursor: cursorOf(chart),
    scales: {x: {time: Boolean(chart.isTime)}, ...chart.scales},
    axes: chart.axes,
    series: [{}, ...chart.series],
    hooks: hooksOf(chart),
  };
  chart.plot = new uPlot(options, [chart.x, ...chart.y], chart.host);
  const canvas = chart.host.querySelector('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', chart.title + ': ' + chart.summary);
  chart.at = chart.x.length - 1;
  chart.tell(chart.at);
}

/* A chart whose place has left the page, such as that of an older answer, holds its canvas no longer. */
function dropGone() {
  charts.splice(0, charts.length, ...charts.filter(one => {
    if (!one.host.isConnected) {
      one.plot.destroy();
    }
    return one.host.isConnected;
  }));
}

function drawAll() {
  dropGone();
  undrawn.splice(0).filter(one => one.host.isConnected).forEach(one => {
    draw(one);
    charts.push(one);
  });
}

/* Makes the charts as wide as their places, or as wide as is said. */
function fit(asWide) {
  charts.forEach(one => {
    const width = asWide || one.host.clientWidth;
    if (width > 0 && Math.abs(width - one.plot.width) >= 1) {
      one.plot.setSize({width, height: one.height});
    }
  });
}

/* Fits the charts again whenever an element changes its size, once for each picture the screen shows. */
function fitWith(element) {
  let waiting = false;
  new ResizeObserver(() => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        fit();
      });
    }
  }).observe(element);
}

/* Puts other values in place of a chart's, its stretch of time kept. */
function replace(title, y, scales, axes) {
  const one = charts.find(candidate => candidate.title === title);
  const {min, max} = one.plot.scales.x;
  one.plot.destroy();
  Object.assign(one, {y, scales, axes, plot: null});
  draw(one);
  one.plot.setScale('x', {min, max});
}

const line = (name, more) => ({stroke: () => ink(name), width: 1.5, points: {show: false}, ...more});

/* A level line across a chart, such as zero. */
function level(plot, value, name) {
  const y = Math.round(plot.valToPos(value, 'y', true)) + 0.5;
  const {left, top, width, height} = plot.bbox;
  if (y < top || y > top + height) {
    return;
  }
  plot.ctx.save();
  plot.ctx.strokeStyle = ink(name);
  plot.ctx.lineWidth = Math.max(1, devicePixelRatio);
  plot.ctx.beginPath();
  plot.ctx.moveTo(left, y);
  plot.ctx.lineTo(left + width, y);
  plot.ctx.stroke();
  plot.ctx.restore();
}

/* The values of a list that are numbers, others as null: unknown is drawn as a gap. */
const drawable = values => listOf(values).map(value => (isNumber(value) ? value : null));
const hasNumbers = values => values.some(value => value !== null);

function extremes(values) {
  let lowest = null;
  let highest = null;
  values.forEach((value, i) => {
    if (value !== null) {
      lowest = lowest === null || value < values[lowest] ? i : lowest;
      highest = highest === null || value > values[highest] ? i : highest;
    }
  });
  return {lowest, highest};
}
