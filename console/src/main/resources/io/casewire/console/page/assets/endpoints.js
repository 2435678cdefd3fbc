import { h, replace } from './dom.js';
import { get } from './api.js';
import { moment, number, t } from './language.js';
import { lineTable } from './lines.js';
import { load } from './parts.js';

const MOST = 200;

/** Endpoints that messages were given up for or are tried again at, as far as the latest of the log tell. */
export function failingEndpoints(target, signal) {
  const read = (status) => get(`/api/notify/v1/deliveries?status=${status}&size=${MOST}`, signal);
  load(target, signal, () => Promise.all([read('ABANDONED'), read('PENDING')]), ([abandoned, pending]) => {
    const troubles = byEndpoint([...abandoned.items, ...pending.items.filter((item) => item.attempts > 0 && item.lastFailure)]);
    replace(target, h('h2', {}, t('endpoints.title')), troubles.length
      ? lineTable(columns(), troubles, { caption: t('endpoints.caption', number(MOST)) })
      : h('p', { class: 'empty' }, t('endpoints.none')));
  });
}

function byEndpoint(items) {
  const found = new Map();
  for (const item of items) {
    const key = `${item.endpoint} ${item.subscription}`;
    const one = found.get(key) ?? { endpoint: item.endpoint, subscription: item.subscription, agency: item.agency, waiting: 0, abandoned: 0, last: item };
    one[item.status === 'ABANDONED' ? 'abandoned' : 'waiting'] += 1;
    if (item.updatedAt > one.last.updatedAt) one.last = item;
    found.set(key, one);
  }
  return [...found.values()].sort((a, b) => (a.last.updatedAt < b.last.updatedAt ? 1 : -1));
}

function columns() {
  return [
    { label: t('endpoints.endpoint'), head: true, show: (one) => [
      h('a', { href: `#/subscriptions/${one.subscription}` }, one.endpoint), h('small', { lang: 'zh-CN' }, one.agency)] },
    { label: t('endpoints.waiting'), numeric: true, show: (one) => number(one.waiting) },
    { label: t('endpoints.abandoned'), numeric: true, show: (one) => number(one.abandoned) },
    { label: t('endpoints.last'), show: (one) => [moment(one.last.updatedAt), h('small', {}, one.last.lastFailure ?? one.last.note ?? '')] },
  ];
}
