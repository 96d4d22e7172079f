'use strict';

/* Puts the sections in order, draws them, and lets the reader choose light or dark. */

const SECTIONS = [
  ['warnings', 'Warnings', warnings],
  ['verdict', 'Verdict', head],
  ['figures', 'Key figures', keyFigures],
  ['equity', 'Equity', equity],
  ['months', 'Monthly returns', months],
  ['rolling', 'Rolling figures', rolling],
  ['price', 'Price and trades', price],
  ['distribution', 'Return distribution', distribution],
  ['regimes', 'Regimes', regimes],
  ['trades', 'Trades', trades],
  ['orders', 'Orders', orders],
  ['costs', 'Costs', costs],
  ['honesty', 'Honesty statistics', honesty],
  ['sweep', 'Sweep', sweep],
  ['walk-forward', 'Walk-forward', walkForward],
  ['settings', 'Settings', settings],
  ['proof', 'Receipt', proof],
];

/* A part whose data have another shape than known must not take the others with it. */
function built(title, build, answer) {
  try {
    return build(answer);
  } catch (problem) {
    console.error(title, problem);
    return absent('This part could not be drawn from the data.');
  }
}

function section(id, title, content) {
  return element('section', {id, 'aria-labelledby': id + '-title'},
    element('h2', {id: id + '-title'}, title), content);
}

/* The list of sections, the one that is read marked. */
function listContents(sections) {
  const contents = document.getElementById('contents');
  const links = new Map(sections.map(one => [one.id, element('a', {href: '#' + one.id}, one.title)]));
  contents.append(element('ol', null, [...links.values()].map(link => element('li', null, link))));
  contents.hidden = false;
  const watch = new IntersectionObserver(seen => seen.filter(one => one.isIntersecting).forEach(one =>
    links.forEach((link, id) => (id === one.target.id
      ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')))),
  {rootMargin: '-15% 0px -80% 0px'});
  sections.forEach(one => watch.observe(document.getElementById(one.id)));
}

function render(answer) {
  const made = SECTIONS
    .map(([id, title, build]) => ({id, title, content: built(title, build, answer)}))
    .filter(one => one.content !== null);
  document.getElementById('report').append(...made.map(one => section(one.id, one.title, one.content)));
  listContents(made);
  document.title = [answer.symbol, answer.strategy_type].filter(isText).join(', ') + ' – backtest tear sheet';
  document.getElementById('foot').append(
    'Made by QuantTradingOS Orchestrator. A backtest shows what would have been, not what will be.');
}

const root = document.documentElement;
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : prefersDark.matches);

function nameTheme(button) {
  button.textContent = isDark() ? 'Light' : 'Dark';
  button.setAttribute('aria-label', 'Show in ' + (isDark() ? 'light' : 'dark') + ' colours');
}

function themes() {
  const button = document.getElementById('theme');
  button.hidden = false;
  nameTheme(button);
  const changed = () => {
    nameTheme(button);
    recolour();
  };
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    changed();
  });
  prefersDark.addEventListener('change', changed);
}

const PAPER_WIDTH = 680;

/* Paper is white: a print is always in light colours, and its charts as wide as a sheet. */
function prints() {
  let before = null;
  addEventListener('beforeprint', () => {
    before = root.dataset.theme || '';
    root.dataset.theme = 'light';
    recolour();
    fit(PAPER_WIDTH);
  });
  addEventListener('afterprint', () => {
    if (before === '') {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = before;
    }
    recolour();
    fit();
  });
}

function start() {
  themes();
  prints();
  render(partsOf(JSON.parse(document.getElementById('answer').textContent)));
  drawAll();
  fitWith(document.getElementById('report'));
}

start();
