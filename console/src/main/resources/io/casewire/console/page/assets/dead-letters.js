import { h, replace, zh } from './dom.js';
import { get, send } from './api.js';
import { known, moment, number, t } from './language.js';
import { confirmed, busy, say, showRefusal } from './forms.js';
import { address, lineTable, pager, tabs } from './lines.js';
import { load } from './parts.js';

/** The services that listen; ingest reads no topic. */
export const LISTENING = ['catalog', 'replication', 'notify'];

const PATH = '/operations/dead-letters';
const PAGE = '50';
const MOST = 200;
/** What the page may ask for before a person has to look: a hundred times a few hundred events. */
const MOST_ROUNDS = 100;
const ROUND_PATIENCE = 55_000;

const api = (service) => `/api/${service}/v1/dead-letters`;
const path = (letter) => `${encodeURIComponent(letter.topic)}/${letter.partition}/${letter.offset}`;
const place = (letter) => `${letter.topic}/${letter.partition}@${letter.offset}`;

/** How many there are, service by service; one that does not answer is a dash. */
export function deadLetterPanel(target, signal) {
  replace(target, h('h2', {}, t('letters.title')), h('ul', { class: 'work-list' }, LISTENING.map((service) => {
    const count = h('strong', {}, '–');
    const note = h('small', {});
    get(`${api(service)}?size=${MOST}`, signal).then(({ items, next }) => {
      const open = items.filter((letter) => letter.replay?.outcome !== 'HANDLED');
      count.textContent = next ? t('operations.ormore', number(open.length)) : number(open.length);
      note.textContent = open.length ? t('letters.latest', moment(latest(open))) : t('letters.none.open');
    }).catch(() => { note.textContent = t('letters.unknown'); });
    return h('li', {}, h('a', { href: `#${PATH}?service=${service}` }, count, ' ', t('letters.of', t(`service.${service}`))), note);
  })));
}

function latest(letters) {
  return letters.map((letter) => letter.time).reduce((a, b) => (a > b ? a : b));
}

/** What the listeners of a service put aside, to be looked at and handled again. */
export function deadLettersView(target, query, signal) {
  const service = LISTENING.includes(query.get('service')) ? query.get('service') : LISTENING[0];
  const ask = new URLSearchParams({ size: PAGE });
  ['cursor', 'topic'].filter((name) => query.get(name)).forEach((name) => ask.set(name, query.get(name)));
  const list = h('div', { class: 'work' });
  const read = () => load(list, signal, () => get(`${api(service)}?${ask}`, signal), ({ items, next }) => replace(list,
    items.length
      ? [topicsOf(items).map((topic) => allOf(service, topic, read)), lineTable(columns(service, read), items, { caption: t('letters.caption', number(items.length)) })]
      : h('div', { class: 'notice' }, h('h2', {}, t('letters.none')), h('p', {}, t('letters.none.hint'))),
    pager(PATH, query, next)));
  replace(target, h('p', { class: 'meta' }, h('a', { href: '#/operations' }, t('missing.back'))),
    h('h1', {}, t('letters.title')), h('p', { class: 'lead' }, t('letters.lead')),
    tabs(t('letters.services'), LISTENING.map((name) => [address(PATH, new URLSearchParams({ service: name })), t(`service.${name}`), name === service])),
    list);
  read();
}

function topicsOf(items) {
  return [...new Set(items.map((letter) => letter.topic))];
}

function columns(service, again) {
  return [
    { label: t('letters.time'), head: true, show: (letter) => [
      h('a', { href: `#${PATH}/${service}/${path(letter)}` }, moment(letter.time)), h('small', {}, h('code', {}, place(letter)))] },
    { label: t('letters.event'), show: (letter) => [h('span', {}, letter.type ?? t('letters.noType')), h('small', {}, h('code', {}, letter.key ?? ''))] },
    { label: t('letters.reason'), show: (letter) => [zh('span', {}, letter.reason), h('small', {}, shortName(letter.exception))] },
    { label: t('letters.listener'), show: (letter) => letter.group },
    { label: t('letters.replay.last'), show: (letter) => outcome(letter.replay) },
    { label: t('letters.replay'), show: (letter) => (letter.replayable ? replayButton(service, letter, again) : t('letters.noValue')) },
  ];
}

function shortName(exception) {
  return exception.split('.').pop();
}

function outcome(replay) {
  if (!replay) return '';
  const key = replay.outcome ?? 'NONE';
  return [h('span', { class: `doc-state letter-${key}` }, t(`letters.outcome.${key}`)), h('small', {}, moment(replay.at), ' · ', zh('span', {}, replay.by))];
}

/** Asked before, as what the listener does then may be seen by others: it may tell subscribers. */
function replayButton(service, letter, again) {
  const button = h('button', {
    type: 'button', class: 'quiet', 'aria-label': t('letters.replay.of', place(letter)),
    onclick: async () => {
      if (!await confirmed(t('letters.replay'), t('letters.replay.ask', letter.group, place(letter)), { yes: t('letters.replay') })) return;
      busy(button, true);
      try {
        const { body } = await send('POST', `${api(service)}/${path(letter)}/replay`);
        say([t(`letters.outcome.${body.outcome}`), body.detail].filter(Boolean).join('：'));
        again();
      } catch (problem) {
        say(words(problem));
        busy(button, false);
      }
    },
  }, t('letters.replay'));
  return button;
}

/** All of a topic, part by part until none is left; what came of it stays to be read. */
function allOf(service, topic, again) {
  const result = h('div', { class: 'notice', role: 'status', hidden: true });
  const button = h('button', {
    type: 'button', class: 'button button-weak',
    onclick: async () => {
      if (!await confirmed(t('letters.all.title'), t('letters.all.ask', topic), { yes: t('letters.replay') })) return;
      busy(button, true);
      try {
        const sum = await everything(service, topic, (so) => { result.hidden = false; replace(result, h('p', {}, said(so))); });
        replace(result, h('p', {}, said(sum)), sum.failed.length ? h('ul', { class: 'plain' }, sum.failed.slice(0, MOST).map((letter) => h('li', {},
          h('a', { href: `#${PATH}/${service}/${path(letter)}` }, place(letter)), ' · ', t(`letters.outcome.${letter.replay.outcome}`),
          h('small', {}, letter.replay.detail ?? '')))) : null,
        h('p', {}, h('button', { type: 'button', class: 'quiet', onclick: again }, t('letters.refresh'))));
      } catch (problem) {
        showRefusal(result, Object.assign(problem, { detail: words(problem) }));
      }
      busy(button, false);
    },
  }, t('letters.all', topic));
  return h('div', { class: 'bulk' }, h('div', { class: 'actions' }, button), result);
}

async function everything(service, topic, soFar) {
  const sum = { handled: 0, skipped: 0, failed: [] };
  let cursor = null;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { body } = await send('POST', `${api(service)}/replay`, cursor ? { topic, cursor } : { topic }, {}, null, ROUND_PATIENCE);
    sum.handled += body.handled;
    sum.skipped += body.skipped;
    sum.failed.push(...body.failed);
    soFar(sum);
    cursor = body.next;
    if (!cursor) return sum;
  }
  return sum;
}

function said(sum) {
  return t('letters.all.done', number(sum.handled), number(sum.failed.length), number(sum.skipped));
}

function words(problem) {
  const key = `letters.problem.${String(problem.type ?? '').split(':').pop()}`;
  return known(key) ? `${t(key)} ${problem.detail ?? ''}` : problem.detail || problem.title;
}

/** One of them, whole: where it came from, why it was put aside, what it holds, and who had it handled again. */
export function deadLetterView(target, query, signal, service, topic, partition, offset) {
  const one = `${api(service)}/${encodeURIComponent(topic)}/${partition}/${offset}`;
  const read = () => load(target, signal, () => get(one, signal), (whole) => show(target, service, whole, read));
  read();
}

function show(target, service, { letter, headers, value, replays }, again) {
  const facts = [
    ['reason', zh('span', {}, letter.reason)], ['exception', h('code', {}, letter.exception)], ['time', moment(letter.time)],
    ['listener', letter.group], ['from', h('code', {}, `${letter.from.topic}/${letter.from.partition}@${letter.from.offset}`)],
    ['event', letter.type ?? t('letters.noType')], ['key', h('code', {}, letter.key ?? '')], ['size', t('letters.bytes', number(letter.size))],
  ];
  replace(target, h('article', { class: 'work' },
    h('p', { class: 'meta' }, h('a', { href: `#${PATH}?service=${service}` }, t('letters.back', t(`service.${service}`)))),
    h('h1', {}, t('letters.one', place(letter))),
    h('section', { class: 'panel' }, h('h2', {}, t('letters.why')),
      h('dl', { class: 'facts' }, facts.map(([name, shown]) => h('div', {}, h('dt', {}, t(`letters.${name}`)), h('dd', {}, shown)))),
      letter.replayable ? h('div', { class: 'actions' }, replayButton(service, letter, again))
        : h('p', { class: 'notice' }, t('letters.noValue.hint', place(letter)))),
    h('section', { class: 'panel' }, h('h2', {}, t('letters.replays')), replays.length
      ? h('ol', { class: 'revisions' }, replays.map((replay) => h('li', {}, h('span', {}, outcome(replay)), replay.detail ? h('p', {}, replay.detail) : null)))
      : h('p', { class: 'empty' }, t('letters.replays.none'))),
    h('section', { class: 'panel' }, h('h2', {}, t('letters.value')), contentView(value)),
    h('section', { class: 'panel' }, h('h2', {}, t('letters.headers')),
      lineTable([
        { label: t('letters.header'), head: true, show: (header) => h('code', {}, header.name) },
        { label: t('letters.headerValue'), show: (header) => zh('span', {}, header.value.text ?? header.value.base64 ?? '') },
      ], headers, { caption: t('letters.headers.caption', number(headers.length)) }))));
}

function contentView(value) {
  const shown = value.text ?? value.base64;
  if (shown === null || shown === undefined) return h('p', { class: 'empty' }, t('letters.noValue'));
  return [value.base64 ? h('p', { class: 'note' }, t('letters.binary')) : null,
    h('pre', { class: 'payload', tabindex: '0', dir: 'ltr', lang: 'zh-CN' }, shown),
    value.truncated ? h('p', { class: 'note' }, t('letters.truncated')) : null];
}
