'use strict';

/* Numbers as words, and elements. What comes from the data becomes a text node, never markup. */

const UNKNOWN = '–';

const isNumber = value => typeof value === 'number' && Number.isFinite(value);
const isText = value => typeof value === 'string' && value !== '';
const listOf = value => (Array.isArray(value) ? value : []);
const partsOf = value => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {});
const isEmpty = value => Object.keys(partsOf(value)).length === 0;

function written(options) {
  const format = new Intl.NumberFormat('en', {signDisplay: 'negative', ...options});
  return value => (isNumber(value) ? format.format(value).replace('-', '−') : null);
}

const digits = count => ({minimumFractionDigits: count, maximumFractionDigits: count});
const signed = {signDisplay: 'exceptZero'};
const percentOf = format => value => {
  const text = format(value);
  return text === null ? null : text + '%';
};
const hundredfold = format => value => (isNumber(value) ? format(value * 100) : null);

/* Each takes a number and gives its words, or null where it is unknown. */
const words = {
  count: written(digits(0)),
  number: written({maximumFractionDigits: 6}),
  ratio: written(digits(2)),
  fine: written(digits(4)),
  short: written({notation: 'compact', maximumFractionDigits: 2}),
  money: value => (Math.abs(value) >= 1e5 ? written(digits(0)) : written(digits(2)))(value),
  profit: written({...digits(2), ...signed}),
  price: written({minimumFractionDigits: 2, maximumFractionDigits: 4}),
  percent: percentOf(written(digits(2))),
  gain: percentOf(written({...digits(2), ...signed})),
  tenth: percentOf(written({...digits(1), ...signed})),
  points: value => {
    const text = written({...digits(2), ...signed})(value);
    return text === null ? null : text + ' pp';
  },
};
/* Of returns it takes, a part of one is one more. */
words.atLeast = value => (isNumber(value) ? words.count(Math.ceil(value)) : null);
words.share = hundredfold(words.percent);
words.growth = hundredfold(words.gain);
words.month = hundredfold(written({...digits(1), ...signed}));
words.chance = hundredfold(percentOf(written(digits(1))));

/* A field's name as a reader would write it: sma_cross is SMA cross, total_return_pct is total return %. */
const plain = name => String(name).replace(/_/g, ' ').replace(/\bpct\b/g, '%')
  .replace(/\b(sma|ema|rsi|macd|atr|hrp|csv|isin|sqn)\b/g, letters => letters.toUpperCase());
const titled = name => plain(name).replace(/^./, letter => letter.toUpperCase());

/* 2016-01-04T09:30 is 2016-01-04 09:30; what is no text is unknown. */
const moment = time => (isText(time) ? time.replace('T', ' ') : null);

/* Milliseconds since 1970, read as UTC: a bar's time has no zone. */
const millis = time => (isText(time) ? Date.parse(time.includes('T') ? time + 'Z' : time) : NaN);

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? '' : String(value));
    }
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
}

function unknown() {
  return element('span', {class: 'unknown', title: 'unknown', 'aria-label': 'unknown', role: 'img'}, UNKNOWN);
}

const orUnknown = text => (isText(text) ? text : unknown());

/* Text with the colour of its sign; the sign stands in the text, too. */
function toned(text, number) {
  if (text === null) {
    return unknown();
  }
  const tone = number > 0 ? 'positive' : number < 0 ? 'negative' : null;
  return element('span', {class: tone}, text);
}

/* A date is not to be broken at its hyphens. */
const unbroken = text => element('span', {class: isText(text) && text.length < 24 ? 'time' : null}, orUnknown(text));

const absent = text => element('p', {class: 'absent'}, text);
const note = (...text) => element('p', {class: 'note'}, ...text);

/* Any value of the data as text; of lists their members, of an object nothing but that it is empty. */
function told(value) {
  if (isNumber(value)) {
    return words.number(value);
  }
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? 'none' : value.map(part => told(part) || UNKNOWN).join(', ');
  }
  if (value !== null && typeof value === 'object' && isEmpty(value)) {
    return 'none';
  }
  return isText(value) ? value : null;
}

/* A list of names and values: [[name, node or text or null], …]. */
function facts(pairs, kind) {
  return element('dl', {class: 'facts ' + (kind || '')}, pairs.map(([name, value]) =>
    element('div', null,
      element('dt', null, name),
      element('dd', null, value instanceof Node ? value : orUnknown(value)))));
}

const MOST_ROWS = 300;

function cell(column, row) {
  const value = column.of(row);
  const content = value instanceof Node ? value : orUnknown(value);
  if (column.heads) {
    return element('th', {scope: 'row', role: 'rowheader', class: column.kind}, content);
  }
  return element('td', {role: 'cell', class: column.kind, 'data-title': column.title}, content);
}

const tableRow = (columns, row) => element('tr', {role: 'row'}, columns.map(column => cell(column, row)));

function tableHead(columns) {
  return element('thead', {role: 'rowgroup'}, element('tr', {role: 'row'}, columns.map(column =>
    element('th', {scope: 'col', role: 'columnheader', class: column.kind, title: column.about}, column.title))));
}

/**
 * A table that scrolls inside itself. A column is {title, of: row → text, node or null, kind: 'number' | 'words' | …,
 * heads: whether it names the row}. Long ones show their beginning until they are asked for all. The roles are written out,
 * since a stacked one is no table to a narrow screen's style.
 */
function table(caption, columns, rows, look) {
  const body = element('tbody', {role: 'rowgroup'});
  const append = some => body.append(...some.map(row => tableRow(columns, row)));
  append(rows.slice(0, MOST_ROWS));
  const whole = element('table', {class: look, role: 'table'},
    element('caption', {class: 'hidden'}, caption), tableHead(columns), body);
  const scroll = element('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption}, whole);
  if (rows.length <= MOST_ROWS) {
    return scroll;
  }
  const button = element('button', {type: 'button', class: 'quiet'}, 'Show all');
  const more = element('p', {class: 'more'},
    'The first ' + words.count(MOST_ROWS) + ' of ' + words.count(rows.length) + '. ', button);
  button.addEventListener('click', () => {
    append(rows.slice(MOST_ROWS));
    more.remove();
  });
  return element('div', null, scroll, more);
}

/* A few that exclude each other, such as linear and log; the first is chosen. */
function choice(legend, names, choose) {
  const buttons = names.map(([name, full], i) => {
    const button = element('button', {type: 'button', 'aria-pressed': String(i === 0), 'aria-label': full}, name);
    button.addEventListener('click', () => {
      buttons.forEach((other, j) => other.setAttribute('aria-pressed', String(i === j)));
      choose(i);
    });
    return button;
  });
  return element('div', {class: 'choice', role: 'group', 'aria-label': legend}, buttons);
}
