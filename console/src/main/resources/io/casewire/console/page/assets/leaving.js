import { h } from './dom.js';
import { at } from './api.js';
import { language, t } from './language.js';
import { may } from './session.js';
import { fromSearch } from './subscription-criteria.js';

const OF_A_PAGE = ['cursor', 'page', 'size', 'fold'];
const FILES = ['xlsx', 'csv', 'ndjson'];
const FEEDS = { atom: 'application/atom+xml', json: 'application/feed+json' };

/** What a search finds, as a file and as a feed. */
export function leaving(query) {
  return h('p', { class: 'leaving' },
    h('span', {}, t('leaving.file')),
    FILES.map((format) => h('a', { href: address('export', query, { format }), download: true }, t(`leaving.${format}`))),
    h('span', {}, t('leaving.feed')),
    Object.entries(FEEDS).map(([form, type]) =>
      h('a', { href: address(`feeds.${form}`, query, {}), type }, t(`leaving.${form}`))),
    may('agency', 'region', 'coordinator', 'operator') ? h('a', { href: fromSearch(query) }, t('sub.save')) : null);
}

/** A case on one page, to print or to send on. */
export function briefLinks(id) {
  const link = (format) => h('a', {
    href: at(`/api/catalog/v1/cases/${encodeURIComponent(id)}/brief?${new URLSearchParams({ format, lang: language() })}`),
    target: '_blank', rel: 'noopener',
  }, t(`leaving.${format}`));
  return h('p', { class: 'leaving' }, h('span', {}, t('leaving.brief')), link('html'), link('pdf'));
}

/** The first line of a record in its document, as it was read. */
export function place(document, line) {
  return at(`/api/ingest/v1/documents/${encodeURIComponent(document.source)}/text#L${Number(line)}`);
}

function address(what, query, more) {
  const asked = new URLSearchParams(query);
  OF_A_PAGE.forEach((name) => asked.delete(name));
  Object.entries({ ...more, lang: language() }).forEach(([name, value]) => asked.set(name, value));
  return at(`/api/catalog/v1/${what}?${asked}`);
}
