/* Asks the service, and says what it answered: a value, or a problem in its own words. */

const TOKEN = 'qtos-token';

/** What the service refused, or that it did not answer (status 0). */
export class Problem extends Error {
  constructor(status, told) {
    super(told.detail || told.title || 'The service answered ' + status + '.');
    this.status = status;
    this.errors = Array.isArray(told.errors) ? told.errors : [];
  }
}

export const keepToken = token => sessionStorage.setItem(TOKEN, token);
export const hasToken = () => sessionStorage.getItem(TOKEN) !== null;

function headers(more) {
  const token = sessionStorage.getItem(TOKEN);
  return token === null ? {...more} : {...more, Authorization: 'Bearer ' + token};
}

async function send(path, options) {
  let answer;
  try {
    answer = await fetch(path, {cache: 'no-store', credentials: 'omit', redirect: 'error', ...options,
      headers: headers(options && options.headers)});
  } catch {
    throw new Problem(0, {detail: options && options.body instanceof FormData
      ? 'No answer came: either the service has stopped, or the file cannot be read any more.'
      : 'The service does not answer. Is it running?'});
  }
  if (answer.ok || answer.status === 304) {
    return answer;
  }
  let told = {};
  try {
    told = await answer.json();
  } catch {
    // a proxy in between may answer anything
  }
  throw new Problem(answer.status, told);
}

export const get = async path => (await send(path)).json();
export const text = async (path, options) => (await send(path, options)).text();

export async function post(path, body) {
  return (await send(path, posting(body))).json();
}

/** An object goes as JSON, a form as it is. */
export function posting(body) {
  return body instanceof FormData
    ? {method: 'POST', body}
    : {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)};
}

/** Tells of every change of the newest run while the page is seen, and of whether the service answers. */
export function follow(everyMillis, changed, state) {
  let tag = null;
  let waiting = null;
  const look = async () => {
    waiting = null;
    if (document.visibilityState !== 'visible') {
      return;
    }
    let pause = everyMillis;
    try {
      const answer = await send('/runs?limit=1', {headers: tag === null ? {} : {'If-None-Match': tag}});
      state(null);
      if (answer.status !== 304) {
        const first = tag === null;
        tag = answer.headers.get('ETag');
        const page = await answer.json();
        if (!first) {
          changed(page.runs[0] || null);
        }
      }
    } catch (problem) {
      state(problem);
      pause = everyMillis * 5;
    }
    again(pause);
  };
  const again = pause => {
    clearTimeout(waiting);
    waiting = setTimeout(look, pause);
  };
  document.addEventListener('visibilitychange', () => again(0));
  again(0);
  return () => again(0);
}
