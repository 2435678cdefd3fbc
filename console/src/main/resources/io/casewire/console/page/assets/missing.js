import { h, replace, zh } from './dom.js';
import { get } from './api.js';
import { moment, t } from './language.js';
import { missingWays } from './document-differences.js';
import { kindTag } from './document-words.js';
import { lineTable, pager } from './lines.js';
import { load } from './parts.js';

/** Published records that a reissue of their document lacks, until somebody decides. */
export function missingView(target, query, signal) {
  const page = new URLSearchParams({ size: '50' });
  if (query.has('cursor')) page.set('cursor', query.get('cursor'));
  const list = h('div', { class: 'work' });
  const read = () => load(list, signal, () => get(`/api/ingest/v1/records/missing?${page}`, signal), ({ items, next }) => replace(list,
    items.length ? lineTable(columns(read), items, { caption: t('missing.caption') })
      : h('div', { class: 'notice' }, h('h2', {}, t('missing.none')), h('p', {}, t('missing.none.hint'))),
    pager('/operations/missing', query, next)));
  replace(target, h('p', { class: 'meta' }, h('a', { href: '#/operations' }, t('missing.back'))),
    h('h1', {}, t('missing.title')), h('p', { class: 'lead' }, t('missing.lead')), list);
  read();
}

function columns(again) {
  return [
    { label: t('missing.record'), head: true, show: (one) => [kindTag(one.kind), ' ', zh('span', {}, one.title || one.id)] },
    { label: t('missing.since'), show: (one) => moment(one.since) },
    { label: t('missing.by'), show: (one) => h('a', { href: `#/documents/${one.by}` }, t('missing.document')) },
    { label: t('missing.decide'), show: (one) => missingWays(one, again) },
  ];
}
