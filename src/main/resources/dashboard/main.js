/* Finds the page for the address, draws it, and draws it anew when the service has a newer run. */

import {field, heading, input, panel, problemBox, sentence} from './parts.js';
import {follow, hasToken, keepToken} from './service.js';
import {backtest} from './backtest.js';
import {imports} from './imports.js';
import {run, runs} from './runs.js';
import {today} from './today.js';

const EVERY_MILLIS = 2000;
const main = document.getElementById('main');
const announced = document.getElementById('announce');

function viewAt(hash) {
  const [name, id] = hash.replace(/^#\//, '').split('/');
  if (name === 'runs' && id) {
    return {view: run, id: decodeURIComponent(id), under: '#/runs'};
  }
  const view = {runs, import: imports, backtest}[name] || today;
  return {view, id: null, under: view === today ? '#/' : '#/' + name};
}

let drawn = 0;
let current = viewAt(location.hash);

const say = text => {
  announced.textContent = text;
};

const context = {again: () => draw(current, false), say};

/** What the reader had opened and where the focus was outlive a page that is drawn anew. */
function swap(nodes, keep) {
  const open = keep ? [...main.querySelectorAll('details[open]')].map(one => one.id) : [];
  const focused = keep && main.contains(document.activeElement) ? document.activeElement : null;
  const href = focused && focused.getAttribute('href');
  main.replaceChildren(...nodes.filter(Boolean));
  open.map(id => document.getElementById(id)).filter(Boolean).forEach(one => {
    one.open = true;
  });
  drawAll();
  if (focused) {
    const same = focused.id ? document.getElementById(focused.id)
      : href && [...main.querySelectorAll('a')].find(one => one.getAttribute('href') === href);
    (same || main).focus({preventScroll: true});
  }
}

function markPage() {
  document.querySelectorAll('.top nav a').forEach(link => (link.getAttribute('href') === current.under
    ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current')));
  document.title = current.view.title + ' – QuantTradingOS';
}

async function draw(at, arrived) {
  const mine = ++drawn;
  main.setAttribute('aria-busy', 'true');
  let nodes;
  try {
    nodes = await at.view.show(context, at.id);
  } catch (problem) {
    nodes = problem.status === 401 ? tokenForm() : [heading(at.view.title), panel('failed', 'Not shown', problemBox(problem))];
    if (problem.status === undefined) {
      console.error(problem);
    }
  }
  if (mine !== drawn) {
    return;
  }
  swap(nodes, !arrived);
  main.setAttribute('aria-busy', 'false');
  if (arrived) {
    scrollTo(0, 0);
    main.focus({preventScroll: true});
  }
}

function tokenForm() {
  const token = input('token', {type: 'password', autocomplete: 'off', required: true});
  const form = element('form', {class: 'form narrow'}, field('Token', token,
    'The value of QTOS_API_TOKEN. It is kept until this tab is closed, and sent to this service only.'),
  element('p', null, element('button', {type: 'submit', class: 'primary'}, 'Continue')));
  form.addEventListener('submit', event => {
    event.preventDefault();
    keepToken(token.value.trim());
    context.again();
    lookNow();
  });
  return [heading('Token'), panel('token', 'This service asks for a token',
    hasToken() ? sentence('The one that was given is not the right one.', 'negative') : null, form)];
}

function themes() {
  const button = document.getElementById('theme');
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (document.documentElement.dataset.theme ? document.documentElement.dataset.theme === 'dark' : prefersDark.matches);
  const changed = () => {
    button.textContent = isDark() ? 'Light' : 'Dark';
    button.setAttribute('aria-label', 'Show in ' + (isDark() ? 'light' : 'dark') + ' colours');
    recolour();
  };
  button.addEventListener('click', () => {
    window.keepTheme(isDark() ? 'light' : 'dark');
    changed();
  });
  prefersDark.addEventListener('change', changed);
  changed();
}

function stateOf(problem) {
  const place = document.getElementById('state');
  const text = problem === null ? 'Live' : problem.status === 401 ? 'Locked' : problem.status === 0 ? 'No answer' : 'Trouble';
  const shown = document.getElementById('state-text');
  if (shown.textContent !== text) {
    shown.textContent = text;
    place.className = 'state ' + (problem === null ? 'live' : 'lost');
    place.title = problem === null ? 'New runs are shown as they are recorded.' : problem.message;
    if (problem !== null && problem.status !== 401) {
      say(problem.message);
    }
  }
}

function newerRun(entry) {
  if (entry !== null && current.view.follows) {
    say('A new run was recorded: ' + entry.kind + '.');
    draw(current, false);
  }
}

addEventListener('hashchange', () => {
  if (location.hash.startsWith('#/') || location.hash === '') {
    current = viewAt(location.hash);
    markPage();
    draw(current, true);
  }
});

themes();
fitWith(main);
markPage();
const lookNow = follow(EVERY_MILLIS, newerRun, stateOf);
draw(current, false);
