/* What the pages are put together from. Elements, tables and numbers as words are those of the tear sheet. */

/** A section with its heading. */
export function panel(id, title, ...content) {
  return element('section', {id, 'aria-labelledby': id + '-title', class: 'panel'},
    element('h2', {id: id + '-title'}, title), ...content);
}

export const heading = text => element('h1', {class: 'title'}, text);
export const sentence = (text, kind) => element('p', {class: kind}, text);

/** The problem's sentences, announced at once. */
export function problemBox(problem) {
  const errors = problem.errors || [];
  return element('div', {class: 'problem fail', role: 'alert'},
    element('p', {class: 'lead'}, problem.message),
    errors.length < 2 ? null : element('ul', null, errors.slice(0, 20).map(one => element('li', null,
      [one.source, isNumber(one.line) ? 'line ' + one.line : null, one.column].filter(isText).join(', ')
        + ': ' + (one.message || '')))),
    errors.length > 20 ? sentence('And ' + (errors.length - 20) + ' more.') : null);
}

const two = number => String(number).padStart(2, '0');

/** A moment in the reader's own time zone. */
export function when(instant) {
  const date = new Date(instant);
  if (!isText(instant) || Number.isNaN(date.getTime())) {
    return unknown();
  }
  const day = date.getFullYear() + '-' + two(date.getMonth() + 1) + '-' + two(date.getDate());
  return element('time', {datetime: instant, title: instant, class: 'time'},
    day + ' ' + two(date.getHours()) + ':' + two(date.getMinutes()));
}

export const runLink = (id, name) => element('a', {href: '#/runs/' + encodeURIComponent(id)}, name || id);

/** A figure that is unknown, with the reason where there is one. */
export const unknownFor = why => element('span', {class: 'unknown', title: why, 'aria-label': 'unknown: ' + why, role: 'img'},
  UNKNOWN);

export function tile(label, value, below) {
  return element('div', {class: 'tile'},
    element('p', {class: 'label'}, label),
    element('p', {class: 'figure'}, value instanceof Node ? value : orUnknown(value)),
    element('p', {class: 'below'}, below || '\u00a0'));
}

/** A bar whose length is a part of one. */
export function bar(part, kind) {
  const made = element('span', {class: 'length ' + (kind || ''), 'aria-hidden': 'true'});
  made.style.width = Math.max(0, Math.min(1, part)) * 100 + '%';
  return made;
}

/** Something that is looked at only where it is wanted; stays open when the page is drawn anew. */
export const folded = (id, name, ...content) => element('details', {id, class: 'fold'},
  element('summary', null, name), ...content);

export function button(text, act, kind) {
  const made = element('button', {type: 'button', class: kind || 'quiet'}, text);
  made.addEventListener('click', () => act(made));
  return made;
}

/** Runs something that takes time; the button says so, and cannot be pressed twice. */
export async function busy(pressed, doing, work) {
  const before = pressed.textContent;
  pressed.disabled = true;
  pressed.textContent = doing;
  try {
    return await work();
  } finally {
    pressed.disabled = false;
    pressed.textContent = before;
  }
}

let fields = 0;

/** A labelled control; [label, control, what it means]. */
export function field(label, control, about) {
  control.id = control.id || 'field-' + (++fields);
  const help = about ? element('span', {class: 'about', id: control.id + '-about'}, about) : null;
  if (help) {
    control.setAttribute('aria-describedby', help.id);
  }
  return element('div', {class: 'field'}, element('label', {for: control.id}, label), control, help);
}

export function select(name, options, chosen) {
  return element('select', {name}, options.map(([value, text]) =>
    element('option', {value, selected: value === chosen}, text)));
}

export const input = (name, attributes) => element('input', {name, ...attributes});
export const check = (name, label, attributes) => element('label', {class: 'check'},
  element('input', {type: 'checkbox', name, ...attributes}), element('span', null, label));

const ENDINGS = {rest: 'API', inbox: 'drop folder', timer: 'timer', command: 'command', replay: 'replay'};
export const doorName = door => ENDINGS[door] || door;
export const kindName = kind => (isText(kind) ? titled(kind) : null);
