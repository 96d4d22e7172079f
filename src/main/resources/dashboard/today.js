/* The latest decision: whether and how much, why, what would change it; then the market, the portfolio and the past. */

import {button, busy, doorName, heading, panel, problemBox, runLink, sentence, when} from './parts.js';
import {get, post} from './service.js';
import {disciplinePanel, historyPanel} from './history.js';
import {marketPanel, readMarket} from './market.js';
import {portfolioPanel} from './portfolio.js';
import {waterfall} from './waterfall.js';

const POINTS = 200;
const SAMPLE = {prices_path: 'sample/prices.csv', holdings_path: 'sample/holdings.csv', include_guardian: true};

const sentences = list => element('ul', {class: 'sentences'}, list.map(text => element('li', null, text)));
const capital = text => String(text).replace(/^./, letter => letter.toUpperCase());
const full = text => capital(text) + (/[.!?]$/.test(text) ? '' : '.');

function facts(answer, entry) {
  const made = entry ? [' · made ', when(entry.started_at), entry.door ? ' by ' + doorName(entry.door) : ''] : [];
  return element('p', {class: 'period'}, 'For ', unbroken(answer.asof), ...made, ' · run ', runLink(answer.run_id));
}

/** The verdict in one look. */
export function verdict(answer, entry) {
  const decision = partsOf(answer.decision);
  const allowed = decision.allow_trade === true;
  const changes = listOf(decision.what_would_change_it).map(partsOf).map(one => one.sentence).filter(isText);
  return panel('verdict', 'Decision', element('div', {class: 'head verdict-head'},
    element('div', null,
      element('p', {class: 'ruling ' + (allowed ? 'pass' : 'fail')},
        element('span', {class: 'sign', 'aria-hidden': 'true'}, allowed ? '✓' : '✕'),
        allowed ? 'New trades are allowed' : 'No new trades'),
      element('p', {class: 'size'}, orUnknown(words.percent(isNumber(decision.position_size_multiplier)
        ? decision.position_size_multiplier * 100 : null)), element('span', {class: 'soft'}, ' of full size')),
      element('p', {class: 'strategy'}, 'Risk mode: ', orUnknown(decision.risk_mode)),
      facts(answer, entry)),
    element('div', null,
      element('h3', null, 'Why'), sentence(decision.reason || 'The decision recorded no reason.', 'because'),
      element('h3', null, 'What would change it'),
      changes.length > 0 ? sentences(changes.map(full))
        : sentence(allowed ? 'No single factor would change it.' : 'No single factor would lift it; see what stops trading.', 'note'))));
}

/** What stops trading, by which limit, and until when. */
export function guardian(answer) {
  const ruled = partsOf(partsOf(answer.guardian_guardrails).guardian_decision);
  const asked = typeof ruled.trade_allowed === 'boolean';
  const blocks = listOf(partsOf(answer.decision).blocked_by).map(partsOf);
  const stopped = blocks.length > 0 || ruled.trade_allowed === false;
  const lead = stopped ? 'Opening new trades is stopped.' : asked ? 'Nothing stops a new trade.' : 'No limit is broken.';
  return panel('guardian', 'Guardian',
    element('p', {class: 'lead ' + (stopped ? 'negative' : 'positive')}, lead),
    asked ? null : sentence('The guardian was not asked in this decision; these are the limits of the allocation.', 'note'),
    stopped ? element('div', null, element('h3', null, 'What stops it'),
      sentences(blocks.map(block => full(block.sentence || block.code || '')))) : null,
    !stopped && isText(ruled.reason) ? sentence(ruled.reason, 'because') : null,
    stopped ? element('div', null, element('h3', null, 'Until'),
      sentence(ruled.reset || untilOf(answer), 'because')) : null,
    listOf(ruled.blocks).length === 0 ? null : element('div', null, element('h3', null, 'Not allowed now'),
      sentences(ruled.blocks.map(full))),
    listOf(ruled.allows).length === 0 ? null : element('div', null, element('h3', null, 'Allowed'),
      sentences(ruled.allows.map(full))));
}

function untilOf(answer) {
  const lifting = listOf(partsOf(answer.decision).what_would_change_it).map(partsOf).find(one => one.allow_trade === true);
  return lifting ? full(lifting.sentence) : 'Until the limits above hold again.';
}

function warningsPanel(answer) {
  const all = [answer, answer.regime, answer.portfolio, answer.decision].flatMap(one => listOf(partsOf(one).warnings));
  const warnings = [...new Set(all)].filter(isText);
  return warnings.length === 0 ? null : element('section', {id: 'warnings', 'aria-labelledby': 'warnings-title'},
    element('h2', {id: 'warnings-title'}, 'Warnings'),
    element('ul', {class: 'warnings'}, warnings.map(text => element('li', null, text))));
}

/** The panels that show one decision, whenever it was made. */
export const decisionPanels = (answer, entry, beside) => [warningsPanel(answer), verdict(answer, entry),
  element('div', {class: 'pair'}, waterfall(partsOf(answer.decision)),
    element('div', {class: 'stack'}, guardian(answer), beside))];

function empty(context) {
  const problem = element('div', null);
  const start = button('Decide on the sample', pressed => busy(pressed, 'Deciding …', async () => {
    try {
      await post('/decision', SAMPLE);
      context.again();
    } catch (failure) {
      problem.replaceChildren(problemBox(failure));
    }
  }), 'primary');
  return [heading('Today'), panel('empty', 'No decision yet',
    sentence('A decision needs prices and holdings. It says whether new trades are allowed, at what part of full size, and why;'
      + ' and it is recorded, so that it can be looked at and computed again.', 'because'),
    element('ol', {class: 'steps'},
      element('li', null, 'See what one looks like: the service comes with a sample of both.'),
      element('li', null, 'Then hand in your own under ', element('a', {href: '#/import'}, 'Import'),
        ', drop files into its inbox folder, or ask the API.')),
    element('p', null, start), problem)];
}

function decideNow(context) {
  const problem = element('div', null);
  const pressed = button('Decide now', one => busy(one, 'Deciding …', async () => {
    try {
      await post('/decision', {include_guardian: true});
      context.again();
    } catch (failure) {
      problem.replaceChildren(problemBox(failure));
    }
  }), 'primary');
  pressed.title = 'A decision on the current prices and holdings';
  return [element('div', {class: 'spread'}, heading('Today'), pressed), problem];
}

let known = {id: null, read: null};

/** The series of prices is read again only where there is a newer run. */
async function marketFor(id) {
  if (known.id !== id || known.read.problem) {
    const read = await readMarket().then(market => ({market}), problem => ({problem}));
    known = {id, read};
  }
  return known.read;
}

export const today = {
  title: 'Today',
  follows: true,
  async show(context) {
    const {points} = await get('/runs/series?limit=' + POINTS);
    if (points.length === 0) {
      return empty(context);
    }
    const latest = points[points.length - 1];
    const [answer, read] = await Promise.all([get('/runs/' + latest.run_id), marketFor(latest.run_id)]);
    return [...decideNow(context), ...decisionPanels(answer, latest, disciplinePanel(points, answer)), marketPanel(read),
      historyPanel(points), portfolioPanel(answer)];
  },
};
