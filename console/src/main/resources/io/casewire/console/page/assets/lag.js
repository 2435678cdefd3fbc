import { h, replace } from './dom.js';
import { get } from './api.js';
import { number, t } from './language.js';
import { LISTENING } from './dead-letters.js';
import { lineTable } from './lines.js';
import { waiting } from './parts.js';

/** How far the listeners have come, topic by topic; those that are behind first. */
export async function lagPanel(target, signal) {
  waiting(target);
  const answers = await Promise.all(LISTENING.map((service) => get(`/api/${service}/v1/consumer-groups`, signal)
    .then(({ items }) => ({ service, rows: byTopic(service, items) })).catch(() => ({ service, rows: null }))));
  if (signal.aborted) return;
  const rows = answers.flatMap((answer) => answer.rows ?? []).sort((a, b) => b.lag - a.lag);
  const behind = rows.filter((row) => row.lag > 0);
  const away = answers.filter((answer) => answer.rows === null).map((answer) => t(`service.${answer.service}`));
  replace(target, h('div', { class: 'panel-head' }, h('h2', {}, t('lag.title')),
    h('button', { type: 'button', class: 'quiet', onclick: () => lagPanel(target, signal) }, t('lag.again'))),
  away.length ? h('p', { class: 'notice problem' }, t('lag.unknown', away.join('、'))) : null,
  behind.length ? lineTable(columns(), behind, { caption: t('lag.caption', number(behind.length)) })
    : rows.length ? h('p', { class: 'empty' }, t('lag.none')) : null,
  rows.length ? h('details', {}, h('summary', {}, t('lag.all', number(rows.length))),
    lineTable(columns(), rows, { caption: t('lag.all', number(rows.length)) })) : null);
}

function byTopic(service, items) {
  const found = new Map();
  for (const item of items) {
    const key = `${item.group} ${item.topic}`;
    const one = found.get(key) ?? { service, group: item.group, topic: item.topic, read: 0, end: 0, lag: 0 };
    one.read += item.committedOffset ?? 0;
    one.end += item.endOffset;
    one.lag += item.lag;
    found.set(key, one);
  }
  return [...found.values()];
}

function columns() {
  return [
    { label: t('operations.service'), head: true, show: (row) => t(`service.${row.service}`) },
    { label: t('letters.listener'), show: (row) => row.group },
    { label: t('lag.topic'), show: (row) => h('code', {}, row.topic) },
    { label: t('lag.read'), numeric: true, show: (row) => number(row.read) },
    { label: t('lag.end'), numeric: true, show: (row) => number(row.end) },
    { label: t('lag.lag'), numeric: true, show: (row) => h('strong', {}, number(row.lag)) },
  ];
}
