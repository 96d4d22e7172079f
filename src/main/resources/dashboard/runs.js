/* Every recorded run, newest first, and one of them down to its receipt. */

import {button, busy, doorName, folded, heading, kindName, panel, problemBox, runLink, sentence, when} from './parts.js';
import {get} from './service.js';
import {decisionPanels} from './today.js';
import {portfolioPanel} from './portfolio.js';

const PAGE = 50;
const seen = new Map();

const COLUMNS = [
  {title: 'Made', heads: true, of: run => when(run.started_at)},
  {title: 'What', of: run => kindName(run.kind)},
  {title: 'By', of: run => doorName(run.door)},
  {title: 'For', of: run => (run.asof === null ? element('span', {class: 'unknown', title: 'a run of this kind is for no date'}, UNKNOWN)
    : unbroken(run.asof))},
  {title: 'Ended', of: run => element('span', {class: run.status === 'ok' ? null : 'negative'}, run.status)},
  {title: 'Run', kind: 'id', of: run => runLink(run.run_id)},
];

function rowOf(run) {
  seen.set(run.run_id, run);
  return element('tr', {role: 'row'}, COLUMNS.map(column => {
    const content = column.of(run);
    const tag = column.heads ? 'th' : 'td';
    return element(tag, {class: column.kind, 'data-title': column.title, role: column.heads ? 'rowheader' : 'cell',
      ...(column.heads ? {scope: 'row'} : {})}, content instanceof Node ? content : orUnknown(content));
  }));
}

/* How many pages are open, so that a new run does not close the older ones. */
let depth = 1;

async function pages() {
  const all = [];
  let page = null;
  for (let i = 0; i < depth && (page === null || page.next !== null); i++) {
    page = await get('/runs?limit=' + PAGE + (page === null ? '' : '&before=' + page.next));
    all.push(...page.runs);
  }
  return {...page, runs: all};
}

export const runs = {
  title: 'Runs',
  follows: true,
  async show(context) {
    const page = await pages();
    if (page.runs.length === 0) {
      return [heading('Runs'), panel('list', 'Recorded runs', absent('Nothing has been run yet. Today shows the first step.'))];
    }
    const shown = table('Recorded runs, newest first', COLUMNS, [], 'stacked');
    shown.querySelector('tbody').append(...page.runs.map(rowOf));
    const older = page.next === null || page.runs.length >= page.count ? null : button('Older runs', pressed => busy(pressed, 'Reading …', () => {
      depth++;
      return context.again();
    }));
    return [heading('Runs'), panel('list', 'Recorded runs', sentence(words.count(page.runs.length) + ' of '
      + words.count(page.count) + ', newest first. A run is opened by its id.', 'note tight'), shown, older)];
  },
};

const digest = text => (isText(text) ? element('code', null, text) : unknown());

function receiptPanel(id, receipt) {
  const {inputs, config_sha256: config, version, previous, digest: own} = partsOf(receipt);
  if (!isText(own)) {
    return panel('receipt', 'Receipt', absent('The answer holds no receipt.'));
  }
  return panel('receipt', 'Receipt',
    sentence('What proves this run: the digests of all it was computed from, and its place in the chain of runs.', 'note tight'),
    listOf(inputs).length === 0 ? null : table('What it was computed from', [
      {title: 'Input', heads: true, of: one => one.name},
      {title: 'Rows', kind: 'number', of: one => (isNumber(one.rows) ? words.count(one.rows)
        : element('span', {class: 'unknown', title: 'an input without rows to count'}, UNKNOWN))},
      {title: 'SHA-256', kind: 'prose', of: one => digest(one.sha256)},
    ], inputs, 'stacked'),
    facts([['Digest of this run', digest(own)],
      ['Digest of the run before', /^0+$/.test(previous) ? 'none: this is the first run' : digest(previous)],
      ['Policies', digest(config)], ['Program', version],
      ['Compute it again', element('code', null, './qtos replay ' + id)]], 'lines'));
}

const TOLD_ELSEWHERE = ['receipt', 'run_id', 'status', 'gate', 'conventions'];
const isSingle = value => value === null || typeof value !== 'object';

/** The single values of an object, as names and texts. */
const singles = parts => Object.entries(parts).filter(([name, value]) => isSingle(value) && !TOLD_ELSEWHERE.includes(name))
  .map(([name, value]) => [titled(name), told(value)]);

/** What an answer without a page of its own says: its single values, its sentences, and the values of its parts. */
function plainPanel(answer) {
  const inside = answer.answer === undefined ? answer : partsOf(answer.answer);
  const entries = Object.entries(partsOf(inside)).filter(([name]) => !TOLD_ELSEWHERE.includes(name));
  const pairs = singles(partsOf(inside));
  const lists = entries.filter(([, value]) => Array.isArray(value) && value.length > 0 && value.every(isText));
  const groups = entries.filter(([, value]) => singles(partsOf(value)).length > 0);
  return panel('answer', 'Answer', pairs.length === 0 ? null : facts(pairs, 'grid'),
    lists.map(([name, values]) => element('div', null, element('h3', null, titled(name)),
      element('ul', {class: 'sentences'}, values.map(text => element('li', null, text))))),
    groups.map(([name, value], i) => (i === 0 ? element('div', null, element('h3', null, titled(name)), facts(singles(value), 'grid'))
      : folded('part-' + name, titled(name), facts(singles(value), 'grid')))));
}

function verdictPanel(answer) {
  const gate = partsOf(answer.gate);
  const look = {pass: 'pass', fail: 'fail'}[gate.verdict] || 'unsure';
  return panel('gate', 'Verdict', element('div', {class: 'verdict ' + look},
    element('p', {class: 'badge'}, titled(gate.verdict)), element('p', {class: 'reason'}, gate.text || '')));
}

const isDecision = answer => 'decision' in answer && 'account' in answer;

export function answerPanels(answer, entry) {
  if (isDecision(answer)) {
    return [...decisionPanels(answer, entry), portfolioPanel(answer)];
  }
  return [isText(partsOf(answer.gate).verdict) && answer.gate.text ? verdictPanel(answer) : null, plainPanel(answer)];
}

const asJson = answer => panel('json', 'The whole answer', folded('json-text', 'As JSON',
  element('pre', {tabindex: 0, 'aria-label': 'The answer as JSON', role: 'region'}, JSON.stringify(answer, null, 2))));

export const run = {
  title: 'Run',
  follows: false,
  async show(context, id) {
    let answer;
    try {
      answer = await get('/runs/' + encodeURIComponent(id));
    } catch (problem) {
      if (problem.status !== 404) {
        throw problem;
      }
      return [heading('Run'), panel('missing', 'Not found', problemBox(problem), element('p', null, element('a', {href: '#/runs'}, 'All runs')))];
    }
    const entry = seen.get(id);
    const kind = isDecision(answer) ? 'Decision' : 'strategy_type' in answer ? 'Backtest'
      : kindName(answer.kind || (entry && entry.kind)) || 'Run';
    return [element('div', {class: 'spread'}, element('div', null, heading(kind), element('code', {class: 'soft'}, id)),
      element('a', {href: '#/runs'}, 'All runs')),
      ...answerPanels(answer, entry), receiptPanel(id, answer.receipt), asJson(answer)];
  },
};
