import { h, replace, zh } from './dom.js';
import { at, get } from './api.js';
import { moment, number, t } from './language.js';
import { counts, documentName, refusalWords, stateTag, unsettled } from './document-words.js';
import { decisions } from './document-decisions.js';
import { differences } from './document-differences.js';
import { records } from './document-records.js';
import { reading } from './document-text.js';
import { load } from './parts.js';

/** One document: how far it has come, what was read in it beside its text, what publishing it changes, and who corrects what. */
export function documentView(target, query, signal, id) {
  const path = `/api/ingest/v1/documents/${id}`;
  // as the address says by then: which line or record is looked at stands in it
  const again = () => { if (!signal.aborted) documentView(target, new URLSearchParams(location.hash.split('?')[1] ?? ''), signal, id); };
  load(target, signal, () => get(path, signal), (found) => {
    document.title = `${found.title || found.name} · Casewire`;
    const stages = h('ol', { class: 'stages', 'aria-label': t('document.stages') });
    const state = h('div', { class: 'doc-now', role: 'status' });
    const places = { reading: h('section', { class: 'panel' }), differences: h('section', { class: 'panel' }), records: h('section', { class: 'panel' }) };
    replace(target,
      h('header', { class: 'doc-head' },
        h('p', { class: 'meta' }, h('a', { href: '#/documents' }, t('documents.back'))),
        zh('h1', {}, documentName(found)),
        facts(found), state, stages, contents(found)),
      h('div', { class: 'work' }, found.counts ? [places.reading, places.differences, places.records] : null));
    const draw = (now) => {
      replace(state, stateTag(now), refusalWords(now), held(now), decisions(now, again));
      replace(stages, (now.steps ?? []).map(stage));
    };
    draw(found);
    if (unsettled(found)) watch(path, signal, found, draw, again);
    if (found.counts) readAll(found, path, places, query, signal, again);
  });
}

function readAll(found, path, places, query, signal, again) {
  load(places.reading, signal,
    () => Promise.all([get(`${path}/text`, signal), get(`${path}/records`, signal)]),
    ([text, read]) => {
      const desk = reading(places.reading, found, text, read, Number(query.get('line')) || null);
      records(places.records, found, read, { go: desk.go, open: query.get('record'), again, signal });
    });
  load(places.differences, signal, () => get(`${path}/preview`, signal),
    (answer) => differences(places.differences, found, answer.preview, again));
}

/** Its steps as they happen; drawn anew as a whole once it is through. */
function watch(path, signal, before, draw, again) {
  const stream = new EventSource(at(`${path}/progress`));
  signal.addEventListener('abort', () => stream.close());
  stream.addEventListener('status', (event) => {
    const now = JSON.parse(event.data);
    draw(now);
    if (unsettled(now)) return;
    stream.close();
    if (now.state !== before.state) setTimeout(again, 300);
  });
}

function stage(step) {
  return h('li', { class: `stage doc-${step.state}` },
    h('span', {}, t(`docstate.${step.state}`)), h('time', { datetime: step.at }, moment(step.at)),
    step.millis ? h('small', {}, t('document.millis', number(step.millis))) : null,
    step.note ? h('small', {}, step.note) : null);
}

function held(document) {
  if (!document.held?.waits) return null;
  const { asked, every, codes, reread } = document.held;
  return h('p', {},
    t(asked ? 'document.held.asked' : every ? 'document.held.every' : 'document.held.codes', (codes ?? []).join('、')),
    reread ? h('span', {}, ` ${t('document.held.reread')}`) : null);
}

function facts(document) {
  const original = at(`/api/ingest/v1/documents/${document.id}/original`);
  return h('p', { class: 'meta' },
    document.title ? zh('span', {}, document.name) : null,
    document.documentNumber ? zh('span', {}, document.documentNumber) : null,
    document.genre ? h('span', {}, t(`genre.${document.genre}`)) : null,
    counts(document),
    h('span', {}, t('document.received', moment(document.receivedAt))),
    document.backfill ? h('span', { class: 'tag tag-weak' }, t('events.history')) : null,
    h('a', { href: original, download: true }, t('document.original')),
    document.archive
      ? h('a', { href: `#/documents/${document.archive.id}` }, t('document.archive', document.archive.member)) : null,
    document.documentId && ['PUBLISHED', 'SUPERSEDED'].includes(document.state)
      ? h('a', { href: `#/search?${new URLSearchParams({ document: document.documentId })}` }, t('document.cases')) : null);
}

function contents(document) {
  const inside = document.contents;
  if (!inside) return null;
  return h('section', { class: 'panel' }, h('h2', {}, t('document.contents', number(inside.members.length))),
    h('ul', { class: 'plain' }, inside.members.map((member) =>
      h('li', {}, zh('a', { href: `#/documents/${member.id}` }, member.name)))),
    inside.leftOut.length
      ? [h('h3', {}, t('document.leftOut')), h('ul', { class: 'plain' }, inside.leftOut.map((file) =>
        h('li', {}, zh('span', {}, file.name), h('small', {}, ` ${file.message}`))))]
      : null);
}
