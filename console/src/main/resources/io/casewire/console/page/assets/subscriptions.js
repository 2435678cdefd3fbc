import { h, replace } from './dom.js';
import { get } from './api.js';
import { moment, t } from './language.js';
import { lineTable, pager } from './lines.js';
import { load } from './parts.js';
import { regionNames } from './regions.js';
import { may } from './session.js';
import { channelWords, criteriaWords, ownerWords, stateTag, stateWhy, subscriptionName } from './subscription-words.js';

const PATH = '/subscriptions';

/** Who is told of what, how, and whether it is told at this moment. */
export function subscriptionsView(target, query, signal) {
  const list = h('div', { class: 'work' });
  replace(target,
    h('div', { class: 'work-head' }, h('h1', {}, t('sub.title')),
      h('div', { class: 'actions' }, h('a', { class: 'button', href: '#/subscriptions/new' }, t('sub.new')))),
    h('p', { class: 'lead' }, t('sub.lead')),
    list);
  const cursor = query.get('cursor');
  load(list, signal,
    () => Promise.all([get(`/api/notify/v1/subscriptions${cursor ? `?${new URLSearchParams({ cursor })}` : ''}`, signal), regionNames()]),
    ([answer, regions]) => replace(list,
      answer.items.length === 0
        ? h('div', { class: 'notice' }, h('h2', {}, t('sub.empty')), h('p', {}, t('sub.empty.hint')))
        : lineTable(columns(regions.byCode), answer.items, { caption: t('sub.caption') }),
      pager(PATH, query, answer.next)));
}

function columns(regions) {
  return [
    { label: t('sub.name'), head: true, show: (one) => h('a', { href: `#/subscriptions/${one.id}` }, subscriptionName(one)) },
    ...(may('operator', 'coordinator') ? [{ label: t('sub.owner'), show: (one) => ownerWords(one, regions) }] : []),
    { label: t('sub.asks'), show: (one) => criteriaWords(one, regions) },
    { label: t('channel.title'), show: channelWords },
    { label: t('sub.state'), show: (one) => [stateTag(one), stateWhy(one)] },
    { label: t('sub.changed'), show: (one) => h('time', { datetime: one.updatedAt }, moment(one.updatedAt)) },
  ];
}
