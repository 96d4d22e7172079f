/* How full size became the size that is allowed, factor by factor, as a picture made of bars. */

import {bar, folded, panel, sentence} from './parts.js';

const factorText = written({maximumFractionDigits: 4});
const size = value => words.percent(isNumber(value) ? value * 100 : null);

function row(name, multiplier, why, before, after, kind) {
  const track = element('span', {class: 'track', 'aria-hidden': 'true'}, bar(after, 'kept'));
  if (before > after) {
    const lost = bar(before - after, 'lost');
    lost.style.left = after * 100 + '%';
    track.append(lost);
  }
  return element('li', {class: kind || null},
    element('span', {class: 'factor'}, name), track,
    element('span', {class: 'times'}, multiplier), element('span', {class: 'why'}, why));
}

const times = value => {
  const text = factorText(value);
  return text === null ? UNKNOWN : '×' + text;
};

/** The rows; the running product places their bars, and is said nowhere. */
function rows(decision) {
  let left = 1;
  const factors = listOf(decision.waterfall).map(partsOf).map(step => {
    const before = left;
    left = isNumber(step.multiplier) ? Math.max(0, left * step.multiplier) : left;
    const cuts = before > left;
    return row(titled(step.factor || ''), times(step.multiplier), step.why || '', before, left, cuts ? 'cuts' : null);
  });
  return [row('Full size', '', 'what a new trade would have without a limit', 1, 1, 'ends'), ...factors,
    row('Allowed', size(decision.position_size_multiplier) || UNKNOWN, 'of full size', left, left, 'ends result')];
}

export function waterfall(decision) {
  const steps = listOf(decision.waterfall).map(partsOf);
  if (steps.length === 0) {
    return panel('waterfall', 'From full size to the allowed size', absent('This decision recorded no factors.'));
  }
  return panel('waterfall', 'From full size to the allowed size',
    element('ol', {class: 'waterfall', 'aria-label': 'Factors that multiply to the allowed size'}, rows(decision)),
    folded('waterfall-table', 'As a table', table('Factors', [
      {title: 'Factor', heads: true, of: step => titled(step.factor || '')},
      {title: 'Input', kind: 'number', of: step => told(step.input)},
      {title: 'Multiplier', kind: 'number', of: step => factorText(step.multiplier)},
      {title: 'Why', kind: 'prose', of: step => step.why},
    ], steps, 'stacked')),
    sentence('The multipliers multiply to the allowed size.', 'note'));
}
