/* What is held, what it is worth, and where its risk comes from. */

import {bar, panel, tile} from './parts.js';

const measured = (value, why) => words.share(value) || element('span', {class: 'unknown', title: why}, UNKNOWN);

function tiles(portfolio, account) {
  const historical = partsOf(portfolio.var_95).historical;
  return element('div', {class: 'tiles four'},
    tile('Value', words.money(portfolio.total_value), words.count(portfolio.open_positions) === null ? null
      : words.count(portfolio.open_positions) + ' open positions'),
    tile('Drawdown', measured(account.drawdown, 'no peak is known'), isNumber(account.peak_equity)
      ? 'from a peak of ' + words.money(account.peak_equity) : null),
    tile('Heat', measured(portfolio.portfolio_heat, 'neither stops nor volatility are known'),
      portfolio.heat_method === 'stops' ? 'lost where every stop is hit' : 'by volatility, for want of stops'),
    tile('Value at risk, 95 %', measured(historical, 'there is too little history'), 'or worse on one day in 20, by the past'));
}

function shareCell(value, most, kind, why) {
  if (!isNumber(value)) {
    return element('span', {class: 'unknown', title: why}, UNKNOWN);
  }
  return element('span', {class: 'measure'}, element('span', {class: 'track', 'aria-hidden': 'true'},
    bar(most > 0 ? Math.abs(value) / most : 0, value < 0 ? 'lost' : kind)), element('span', null, words.share(value)));
}

function riskTable(holdings) {
  const sizes = holdings.flatMap(one => [one.weight, one.risk_contribution]).filter(isNumber).map(Math.abs);
  const most = Math.max(...sizes, 0);
  const byRisk = [...holdings].sort((a, b) => (b.risk_contribution ?? -2) - (a.risk_contribution ?? -2));
  return table('Weight and share of the risk by holding', [
    {title: 'Holding', heads: true, of: one => one.symbol},
    {title: 'Value', kind: 'number wide', of: one => words.money(one.value)},
    {title: 'Weight', kind: 'measured', of: one => shareCell(one.weight, most, 'quiet', 'not known')},
    {title: 'Share of the risk', kind: 'measured', of: one => shareCell(one.risk_contribution, most, 'kept',
      'cash carries none, and what has too short a history has none that is known')},
    {title: 'Stop', kind: 'number wide', of: one => (isNumber(one.stop_price) ? words.price(one.stop_price)
      : element('span', {class: 'unknown', title: 'no stop is given'}, UNKNOWN))},
  ], byRisk);
}

export function portfolioPanel(answer) {
  const portfolio = partsOf(answer.portfolio);
  const holdings = listOf(portfolio.holdings).map(partsOf);
  return panel('portfolio', 'Portfolio', tiles(portfolio, partsOf(answer.account)),
    element('h3', null, 'Where the risk comes from'),
    holdings.length === 0 ? absent('Nothing is held.') : riskTable(holdings));
}
