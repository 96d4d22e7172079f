/* A strategy over past bars: the question as a form, the answer as its tear sheet. */

import {busy, button, check, field, folded, heading, input, panel, problemBox, select, sentence} from './parts.js';
import {get, posting, text} from './service.js';

const SIZES = [['fixed', 'A fixed number of shares'], ['percent_equity', 'A part of the equity'], ['risk_percent', 'A part of the equity at risk'],
  ['vol_target', 'By a target volatility']];

/** Bars that were dropped under Import and wait for the form. */
let offered = null;

export function offerBars(file) {
  offered = file;
  location.hash = '#/backtest';
}

function parameterField(parameter) {
  const name = 'parameter:' + parameter.name;
  const label = titled(parameter.name);
  const about = parameter.description;
  if (parameter.type === 'boolean') {
    return element('div', {class: 'field'}, check(name, label + ': ' + about, {checked: parameter.default === true}));
  }
  if (listOf(parameter.choices).length > 0) {
    return field(label, select(name, parameter.choices.map(one => [one, titled(one)]), parameter.default), about);
  }
  return field(label, input(name, {value: told(parameter.default) || '', inputmode: 'decimal', autocomplete: 'off'}), about);
}

/* The text that /backtest takes: fast=10,slow=20. */
function parametersOf(form, strategy) {
  return strategy.parameters.map(parameter => {
    const control = form.elements['parameter:' + parameter.name];
    const value = control.type === 'checkbox' ? String(control.checked) : control.value.trim();
    return value === '' ? null : parameter.name + '=' + value;
  }).filter(Boolean).join(',');
}

function gateOf(form) {
  const gate = {};
  const regimes = form.elements.regime.value;
  if (regimes !== '') {
    gate.regime = [regimes];
  }
  ['allocation', 'guardian'].filter(name => form.elements[name].checked).forEach(name => {
    gate[name] = true;
  });
  return Object.keys(gate).length === 0 ? null : JSON.stringify(gate);
}

const PLAIN = ['symbol', 'start', 'end', 'initial_cash', 'quantity', 'sizing', 'sweep', 'walk_forward'];

function request(form, strategy) {
  const sent = new FormData();
  const put = (name, value) => value && sent.append(name, value);
  put('strategy_type', strategy.name);
  put('parameters', parametersOf(form, strategy));
  PLAIN.forEach(name => put(name, form.elements[name].value.trim()));
  put('gate', gateOf(form));
  put('report', 'html');
  const file = form.elements.csv_file.files[0] || offered;
  if (file) {
    sent.append('csv_file', file, file.name);
  }
  return sent;
}

function fieldsets() {
  return [
    element('fieldset', null, element('legend', null, 'Bars'), element('div', {class: 'fields'},
      field('File', input('csv_file', {type: 'file', accept: '.csv'}), offered ? 'Without another one, ' + offered.name + ' from Import.'
        : 'Date, open, high, low, close, volume. Without one, the current bars or the sample.'),
      field('Symbol', input('symbol', {autocomplete: 'off', placeholder: 'SPY'}), 'Of the file, or of bars that are looked up.'),
      field('From', input('start', {type: 'date'})), field('Until', input('end', {type: 'date'})))),
    element('fieldset', null, element('legend', null, 'Money'), element('div', {class: 'fields'},
      field('Cash at the start', input('initial_cash', {inputmode: 'decimal', placeholder: '100000', autocomplete: 'off'})),
      field('Size of a position', select('sizing', SIZES, 'percent_equity')),
      field('Quantity', input('quantity', {inputmode: 'decimal', autocomplete: 'off'}), 'Shares for a fixed number, or the part for the others; empty takes the default.'))),
    element('fieldset', null, element('legend', null, 'Agents with a say'), element('div', {class: 'fields'},
      field('Entries in', select('regime', [['', 'any regime'], ['Risk-On', 'Risk-On only'], ['Uptrend', 'Uptrends only'], ['Low/Normal Vol', 'low or normal volatility only']], '')),
      element('div', {class: 'field'}, check('allocation', 'The allocation scales each entry'), check('guardian', 'The guardian bounds each position')))),
    folded('more-tests', 'Sweep and walk-forward', element('div', {class: 'fields'},
      field('Sweep', input('sweep', {autocomplete: 'off', placeholder: 'fast=5:50:5,slow=60:200:20'}), 'Tries all of these parameters; the answer is about the best, judged by how many were tried.'),
      field('Walk forward', input('walk_forward', {autocomplete: 'off', placeholder: '504:126'}), 'Bars to choose on, and bars to prove it on.'))),
  ];
}

/** The sheet's own text, in the colours of this page. */
function inOurColours(html) {
  const theme = document.documentElement.dataset.theme;
  return theme ? html.replace('<html lang="en">', '<html lang="en" data-theme="' + theme + '">') : html;
}

function saved(html, name) {
  const link = element('a', {href: URL.createObjectURL(new Blob([html], {type: 'text/html'})), download: name}, 'save');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function sheet(html, strategy) {
  const frame = element('iframe', {title: 'Tear sheet of ' + plain(strategy.name), class: 'sheet', sandbox: 'allow-scripts'});
  frame.srcdoc = inOurColours(html);
  return panel('sheet', 'Tear sheet', element('div', {class: 'spread'},
    sentence('The whole answer, as a page of its own that needs no network.', 'note tight'),
    button('Save as a file', () => saved(html, 'tear-sheet-' + strategy.name + '.html'))), frame);
}

function formOf(strategies) {
  const chosen = select('strategy', strategies.map(one => [one.name, titled(one.name)]),
    strategies.some(one => one.name === 'sma_cross') ? 'sma_cross' : '');
  const about = sentence('', 'about');
  const parameters = element('div', {class: 'fields'});
  const strategy = () => strategies.find(one => one.name === chosen.value);
  const settle = () => {
    about.textContent = strategy().description;
    parameters.replaceChildren(...listOf(strategy().parameters).map(parameterField));
  };
  chosen.addEventListener('change', settle);
  settle();
  const submit = element('button', {type: 'submit', class: 'primary'}, 'Run the backtest');
  const form = element('form', {class: 'form'},
    element('fieldset', null, element('legend', null, 'Strategy'),
      element('div', {class: 'fields'}, field('Strategy', chosen)), about, parameters),
    fieldsets(), element('p', null, submit));
  return {form, submit, strategy};
}

export const backtest = {
  title: 'Backtest',
  follows: false,
  async show(context) {
    const {strategies} = await get('/strategies');
    const {form, submit, strategy} = formOf(strategies);
    const result = element('div', {class: 'stack'});
    form.addEventListener('submit', event => {
      event.preventDefault();
      busy(submit, 'Running …', async () => {
        const run = strategy();
        try {
          const html = await text('/backtest', posting(request(form, run)));
          result.replaceChildren(sheet(html, run));
          context.say('The backtest is done; its tear sheet follows the form.');
        } catch (problem) {
          result.replaceChildren(panel('sheet', 'Not run', problemBox(problem)));
        }
        result.scrollIntoView({block: 'start'});
      });
    });
    return [heading('Backtest'), panel('question', 'What is tested', form), result];
  },
};
