import { h, replace, zh } from './dom.js';
import { at } from './api.js';
import { clock, known, t } from './language.js';
import { named } from './parts.js';

const STREAM = '/api/notify/v1/events';
const TRY_AGAIN = 10_000;
const KEPT = 40;
const CASE_ID = /^case-[a-z0-9]+$/i;
const TYPES = [
  'document.published', 'document.rejected', 'case.published', 'case.revised', 'case.withdrawn', 'task.published',
  'task.revised', 'task.withdrawn', 'evidence.adoption-found', 'evidence.milestone-found', 'evidence.indicator-found',
  'evidence.withdrawn', 'link.proposed', 'link.confirmed', 'link.rejected', 'obligation.derived', 'obligation.moved',
  'obligation.assurance-changed', 'obligation.due-set', 'obligation.due-soon', 'obligation.overdue', 'obligation.lapsed',
  'obligation.noted',
  'delivery.delivered', 'delivery.delayed', 'delivery.abandoned', 'delivery.receipted',
].map((name) => `casewire.${name}.v1`);

/** What happens, as it happens. The browser takes a broken stream up again where it stopped. */
export function eventPanel(target, signal, onEvent) {
  const list = h('ol', { class: 'events', role: 'log', 'aria-label': t('events.title'), tabindex: '0' });
  const empty = h('p', { class: 'empty' }, t('events.empty'));
  const state = h('span', { class: 'stream-state' });
  const pause = h('button', { type: 'button', class: 'quiet' }, t('events.pause'));
  let source = null;
  let paused = false;
  let last = null;
  let retry = null;

  const say = (name) => {
    state.className = `stream-state stream-${name}`;
    replace(state, h('span', { class: 'dot', 'aria-hidden': 'true' }), t(`events.${name}`));
  };

  function receive(message) {
    const event = read(message);
    if (!event) return;
    empty.remove();
    if (last && last.type === event.type && last.group !== '' && last.group === event.group) {
      last.times += 1;
      last.at = event.at;
      list.firstElementChild.replaceWith(row(last));
    } else {
      last = { ...event, times: 1 };
      list.prepend(row(last));
      while (list.childElementCount > KEPT) list.lastElementChild.remove();
    }
    onEvent();
  }

  // between what was shown and what follows
  function gap() {
    empty.remove();
    last = null;
    list.prepend(h('li', { class: 'event event-gap' }, h('span', { class: 'event-text' }, t('events.gap'))));
  }

  function open() {
    clearTimeout(retry);
    say('connecting');
    source = new EventSource(at(STREAM));
    source.onopen = () => say('open');
    source.onmessage = receive;
    TYPES.forEach((type) => source.addEventListener(type, receive));
    source.addEventListener('gap', gap);
    source.onerror = () => {
      say('lost');
      // after a refusal the browser does not try again by itself
      if (source.readyState === EventSource.CLOSED && !paused && !signal.aborted) retry = setTimeout(open, TRY_AGAIN);
    };
  }

  pause.addEventListener('click', () => {
    paused = !paused;
    pause.textContent = t(paused ? 'events.resume' : 'events.pause');
    if (paused) {
      clearTimeout(retry);
      source.close();
      say('paused');
    } else {
      open();
    }
  });
  signal.addEventListener('abort', () => {
    clearTimeout(retry);
    source.close();
  });
  replace(target, h('div', { class: 'panel-head' }, h('h2', {}, t('events.title')), state, pause), empty, list);
  open();
}

function read(message) {
  let data;
  try {
    data = JSON.parse(message.data);
  } catch {
    return null; // not one of ours
  }
  const type = data.type ?? (message.type === 'message' ? null : message.type);
  if (typeof type !== 'string') return null;
  const about = { ...data, ...(data.data ?? {}) };
  const thing = about.obligation ?? about.case ?? about.task ?? about.document ?? about.delivery ?? about.adoption
    ?? about.milestone ?? about.indicator ?? about.link ?? {};
  const of = (...names) => {
    for (const place of [about, thing]) {
      for (const name of names) if (typeof place[name] === 'string' && place[name]) return place[name];
    }
    return '';
  };
  const kind = type.split('.')[1] ?? 'other';
  const line = of('caseTitle', 'title', 'resultName', 'name', 'text');
  // an obligation's line says "region：case" where the two are not told apart
  const split = kind === 'obligation' && !of('regionName') ? line.indexOf('：') : -1;
  const title = split < 0 ? line : line.slice(split + 1);
  return {
    type,
    kind: known(`kind.${kind}`) ? kind : 'other',
    at: about.recordedTime ?? about.recordedtime ?? about.time ?? new Date().toISOString(),
    backfill: about.backfill === true,
    title,
    region: split < 0 ? of('regionName', 'region') : line.slice(0, split),
    state: thing.outcome ?? thing.status ?? '',
    caseId: [of('caseId'), of('subject'), of('key'), thing.id].find((id) => CASE_ID.test(id ?? '')) ?? '',
    group: kind === 'obligation' ? title : '',
  };
}

function row(event) {
  const region = event.times > 1 ? t('event.many', event.times) : event.region || t('event.region');
  const state = known(`state.${event.state}`) ? t(`state.${event.state}`) : named('status', event.state);
  const sentence = known(`event.${event.type}`)
    ? parts(t(`event.${event.type}`, '\u0000', region, event.state ? `（${state}）` : ''), event)
    : t('event.other', event.type);
  return h('li', { class: `event event-${event.kind}` },
    h('time', { datetime: event.at }, clock(event.at)),
    h('span', { class: 'event-kind' }, t(`kind.${event.kind}`)),
    h('span', { class: 'event-text' }, sentence,
      event.backfill ? h('span', { class: 'tag tag-weak' }, t('events.history')) : null));
}

function parts(sentence, event) {
  const title = event.caseId
    ? zh('a', { href: `#/case/${event.caseId}` }, event.title)
    : zh('span', {}, event.title);
  return sentence.split('\u0000').flatMap((text, i) => (i === 0 ? [text] : [title, text]));
}
