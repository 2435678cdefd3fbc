import { h, replace, zh } from './dom.js';
import { get } from './api.js';
import { moment, number, t } from './language.js';
import { counts, documentName, refusalWords, stateTag } from './document-words.js';
import { address, asked, lineTable, pager, tabs } from './lines.js';
import { load } from './parts.js';
import { may } from './session.js';
import { sources } from './sources.js';
import { uploadPanel } from './upload.js';

const PATH = '/documents';
const PAGE = '30';
const STATES = ['PUBLISHED', 'REJECTED', 'FAILED', 'QUARANTINED', 'SUPERSEDED', 'UNPACKED', 'PARSED', 'RECEIVED'];

/** Documents: sending them, how far each has come, and the pages they are fetched from. */
export function documentsView(target, query, signal) {
  const tab = query.get('tab') === 'sources' ? 'sources' : 'documents';
  const body = h('div', { class: 'work' });
  replace(target,
    h('h1', {}, t('documents.title')), h('p', { class: 'lead' }, t('documents.lead')),
    tabs(t('documents.title'), [
      [address(PATH, new URLSearchParams()), t('documents.tab.documents'), tab === 'documents'],
      [address(PATH, new URLSearchParams({ tab: 'sources' })), t('documents.tab.sources'), tab === 'sources'],
    ]), body);
  if (tab === 'sources') sources(body, signal);
  else sendAndList(body, query, signal);
}

function sendAndList(target, query, signal) {
  const list = h('section', { class: 'doc-list' });
  const read = (quiet) => {
    const page = new URLSearchParams({ size: PAGE });
    if (query.has('cursor')) page.set('cursor', query.get('cursor'));
    const held = query.get('state') === 'HELD';
    if (query.has('state') && !held) page.set('state', query.get('state'));
    const ask = () => get(`/api/ingest/v1/${held ? 'held' : 'documents'}?${page}`, signal);
    const show = (answer) => showList(list, query, answer);
    if (quiet) ask().then((answer) => { if (!signal.aborted) show(answer); }).catch(() => {}); // the list of before stays
    else load(list, signal, ask, show);
  };
  const upload = may('publisher', 'operator') ? h('section', { class: 'panel' }) : null;
  replace(target, upload, list);
  if (upload) uploadPanel(upload, signal, () => { if (!query.has('cursor')) read(true); });
  read(false);
}

function showList(target, query, answer) {
  const state = query.get('state');
  const chip = (value) => h('a', {
    class: 'chip', href: address(PATH, asked(query, { state: value })), 'aria-current': value === (state ?? null) ? 'true' : null,
  }, t(value ? `docstate.${value}` : 'documents.all'));
  replace(target,
    h('nav', { class: 'chips doc-filters', 'aria-label': t('documents.filter') }, [null, 'HELD', ...STATES].map(chip)),
    answer.items.length === 0
      ? h('div', { class: 'notice' }, h('h2', {}, t(state ? 'documents.none' : 'documents.empty')),
        h('p', {}, t(state === 'HELD' ? 'documents.none.held' : state ? 'documents.none.hint' : 'documents.empty.hint')))
      : lineTable(COLUMNS(), answer.items, { caption: t('documents.caption') }),
    pager(PATH, query, answer.next));
}

const COLUMNS = () => [
  { label: t('documents.name'), head: true, show: (document) => [
    h('a', { href: `#/documents/${document.id}` }, documentName(document)),
    document.title ? zh('small', {}, document.name) : null,
    document.archive ? zh('small', {}, t('document.archive', document.archive.member)) : null] },
  { label: t('documents.state'), show: (document) => [stateTag(document), refusalWords(document)] },
  { label: t('documents.found'), show: (document) => counts(document) },
  { label: t('documents.noticed'), numeric: true, show: (document) => (document.diagnosticCount ? number(document.diagnosticCount) : '') },
  { label: t('documents.received'), show: (document) => h('time', { datetime: document.receivedAt, class: 'nowrap' }, moment(document.receivedAt)) },
];
