/* A dropped file: what was understood of it, what must still be said, and then what is done with it. */

import {button, busy, field, folded, heading, input, panel, problemBox, runLink, sentence} from './parts.js';
import {post} from './service.js';
import {answerPanels} from './runs.js';
import {offerBars} from './backtest.js';

const PREVIEWED = 12;
const KINDS = {
  positions: 'what an account holds', transactions: 'what happened in an account', closed_trades: 'closed trades',
  prices: 'prices', bars: 'bars', holdings: 'what an account holds', trades: 'a log of trades', journal: 'closed trades',
  plan: 'a trading plan', job: 'a request',
};

/* What can be done with a file of a kind: [text of the button, path, name of the file's part, more fields]. */
const DECIDE = ['Decide on these holdings', '/decision', 'holdings_file', {include_guardian: 'true'}];
const REVIEW = ['Review these trades', '/trade-journal', 'trades_file', {}];
const USES = {
  positions: [DECIDE], holdings: [DECIDE], closed_trades: [REVIEW], journal: [REVIEW],
  prices: [['Decide on these prices', '/decision', 'prices_file', {include_guardian: 'true'}]],
  trades: [['Judge these trades by the current plan', '/execution-discipline', 'trades_file', {}], REVIEW],
};

/* A history may leave positions open, have closed trades, or both. */
const usesOf = (kind, answer) => (kind !== 'transactions' ? USES[kind] || []
  : [listOf(answer.holdings).length > 0 ? DECIDE : null, listOf(answer.trades).length > 0 ? REVIEW : null].filter(Boolean));

function form(file, part, answers, more) {
  const made = new FormData();
  made.append(part, file, file.name);
  Object.entries({...answers, ...more}).forEach(([name, value]) => made.append(name, value));
  return made;
}

const shownValue = value => (value === null || value === undefined || value === '' ? null : told(value));
const isAmount = value => isNumber(value) || (isText(value) && /^-?\d+(\.\d+)?$/.test(value));

/** Any list of rows as a table: the columns are the fields that some row has. */
function rowsTable(title, rows) {
  const named = rows.map(partsOf);
  const columns = [...new Set(named.flatMap(Object.keys))].filter(name =>
    named.some(row => shownValue(row[name]) !== null));
  if (columns.length === 0) {
    return null;
  }
  return element('div', null, element('h3', null, title + ' (' + words.count(rows.length) + ')'),
    table(title, columns.map((name, i) => ({title: titled(name), heads: i === 0,
      kind: named.some(row => isAmount(row[name])) && i > 0 ? 'number' : null, of: row => shownValue(row[name])})),
    named.slice(0, PREVIEWED)),
    rows.length > PREVIEWED ? sentence('The first ' + PREVIEWED + ' are shown.', 'note') : null);
}

function counted(counts) {
  return Object.entries(partsOf(counts)).filter(([, value]) => isNumber(value))
    .map(([name, value]) => [titled(name), words.count(value)]);
}

function leftOut(rows) {
  return folded('left-out', words.count(rows.length) + (rows.length === 1 ? ' row was' : ' rows were') + ' left out, with the reason',
    table('Rows left out', [
      {title: 'Line', heads: true, kind: 'number', of: row => words.count(row.line)},
      {title: 'Row', kind: 'prose', of: row => row.text},
      {title: 'Why', kind: 'prose', of: row => row.why},
    ], rows.map(partsOf)));
}

/* A word of the file is answered together with it, as in Bonus=dividend; the question shows the word so. */
function askedWord(question) {
  const found = question.field === 'import_words' ? /words='(.+)=[a-z_]+'/.exec(question.sentence) : null;
  return found === null ? null : found[1];
}

function questionField(question) {
  const choices = listOf(question.choices).filter(isText);
  const word = askedWord(question);
  const value = choice => (word === null ? choice : word + '=' + choice);
  const control = choices.length === 0 || (question.field === 'import_words' && word === null)
    ? input(question.field, {autocomplete: 'off', required: true})
    : element('select', {name: question.field, required: true}, element('option', {value: ''}, 'Please choose'),
      choices.map(choice => element('option', {value: value(choice)}, plain(choice))));
  return field(word === null ? titled(question.field.replace(/^import_/, '')) : 'What ' + word + ' means', control, question.sentence);
}

/* Words are answered one after the other, and all of them are sent; anything else has one answer. */
const joined = (name, before, value) => (name === 'import_words' && isText(before) ? before + ';' + value : value);

function understood(file, preview) {
  const format = partsOf(preview.format);
  return [
    element('p', {class: 'lead'}, isText(format.title) ? format.title.replace(/^./, letter => letter.toUpperCase())
      : 'It is not yet clear what this file is'),
    sentence(file.name + (isText(format.kind) ? ': ' + (KINDS[format.kind] || plain(format.kind)) + '.' : '.'), 'note tight'),
    isText(format.title) ? facts(counted(preview.counts), 'grid') : null,
    listOf(preview.warnings).length === 0 ? null : element('div', {class: 'unsure notice-box'},
      element('ul', {class: 'warnings'}, preview.warnings.map(text => element('li', null, text)))),
  ];
}

const LISTS = [['holdings', 'Holdings a decision would be made on'], ['positions', 'Positions as the file states them'],
  ['trades', 'Closed trades'], ['transactions', 'Transactions'], ['totals', 'Totals the file states, beside ours']];

function firstRows(given) {
  const {columns, rows} = partsOf(given);
  return listOf(rows).length === 0 ? null : element('div', null, element('h3', null, 'Its first rows'),
    table('The first rows', listOf(columns).map((name, i) => ({title: name, heads: i === 0, kind: i > 0 ? 'number' : null,
      of: row => shownValue(row[i])})), rows.slice(0, PREVIEWED)));
}

const preview = (file, answers) => post('/imports/preview', form(file, 'file', answers, {}));

/** A few states of one panel: waiting for a file, shown, used. */
class Desk {
  constructor() {
    this.shown = element('div', {class: 'stack', 'aria-live': 'polite'});
    this.answers = {};
  }

  async take(file) {
    this.file = file;
    this.answers = {};
    await this.look();
  }

  say(...nodes) {
    this.shown.replaceChildren(...nodes.flat().filter(Boolean));
    drawAll();
  }

  async look() {
    this.say(panel('preview', 'Preview', sentence('Reading ' + this.file.name + ' …', 'note')));
    try {
      const answer = await preview(this.file, this.answers);
      this.say(this.previewPanel(answer));
    } catch (problem) {
      this.say(panel('preview', 'Preview', problemBox(problem)));
    }
  }

  previewPanel(answer) {
    const questions = listOf(answer.questions);
    return panel('preview', 'Preview', ...understood(this.file, answer),
      questions.length > 0 ? this.questionForm(questions) : this.useButtons(answer),
      LISTS.map(([name, title]) => (listOf(answer[name]).length === 0 ? null : rowsTable(title, answer[name]))),
      firstRows(answer.table),
      listOf(answer.left_out).length === 0 ? null : leftOut(answer.left_out));
  }

  questionForm(questions) {
    const made = element('form', {class: 'form'},
      sentence('Before it can be read without guessing:', 'because'),
      element('div', {class: 'fields'}, questions.map(partsOf).map(questionField)),
      element('p', null, element('button', {type: 'submit', class: 'primary'}, 'Read it so')));
    made.addEventListener('submit', event => {
      event.preventDefault();
      for (const [name, value] of new FormData(made)) {
        if (value !== '') {
          this.answers[name] = joined(name, this.answers[name], value);
        }
      }
      this.look();
    });
    return made;
  }

  useButtons(answer) {
    const kind = partsOf(answer.format).kind;
    if (kind === 'bars') {
      return element('p', {class: 'actions'}, button('Test a strategy on these bars', () => offerBars(this.file), 'primary'));
    }
    const uses = usesOf(kind, answer);
    return element('div', null, element('p', {class: 'actions'}, uses.map(([name, path, part, more], i) =>
      button(name, pressed => busy(pressed, 'Working …', () => this.use(path, part, more)), i === 0 ? 'primary' : 'quiet'))),
    uses.length === 0 ? sentence('Nothing on this page takes it.', 'note') : null,
    isText(answer.next) ? element('p', {class: 'note'}, 'This page changes no current holdings or prices. The inbox folder does: ',
      answer.next) : null);
  }

  async use(path, part, more) {
    try {
      const answer = await post(path, form(this.file, part, this.answers, more));
      const id = answer.run_id;
      this.say(element('p', {class: 'pass notice-box', role: 'status'}, 'Done and recorded',
        isText(id) ? element('span', null, ' as ', runLink(id), '.') : '.'), ...answerPanels(answer));
    } catch (problem) {
      this.shown.querySelectorAll('.problem').forEach(one => one.remove());
      this.shown.firstElementChild.append(problemBox(problem));
    }
  }
}

function dropZone(taken) {
  const chooser = element('input', {type: 'file', id: 'import-file', class: 'hidden-input', accept: '.csv,.tsv,.txt,.xlsx,.json'});
  const zone = element('label', {class: 'drop', for: 'import-file'},
    element('span', {class: 'drop-lead'}, 'Drop a file here, or choose one'),
    element('span', {class: 'about'}, "A broker's export of positions, transactions or closed trades; prices or bars. Nothing is kept until you say so."));
  chooser.addEventListener('change', () => chooser.files.length > 0 && taken(chooser.files[0]));
  const mark = on => event => {
    event.preventDefault();
    zone.classList.toggle('over', on);
  };
  zone.addEventListener('dragover', mark(true));
  zone.addEventListener('dragleave', mark(false));
  zone.addEventListener('drop', event => {
    mark(false)(event);
    if (event.dataTransfer.files.length > 0) {
      taken(event.dataTransfer.files[0]);
    }
  });
  return element('div', {class: 'drop-host'}, chooser, zone);
}

export const imports = {
  title: 'Import',
  follows: false,
  async show() {
    const desk = new Desk();
    return [heading('Import'), panel('file', 'Your file', dropZone(file => desk.take(file))), desk.shown];
  },
};
