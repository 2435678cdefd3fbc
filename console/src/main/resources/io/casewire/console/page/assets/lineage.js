import { h, replace, zh } from './dom.js';
import { get } from './api.js';
import { day, percent, t } from './language.js';
import { caseItem, load, named } from './parts.js';

/** The tellings of the innovation in the order of time, the case itself among them. */
export function lineage(target, id, signal) {
  load(target, signal, () => get(`/api/catalog/v1/cases/${id}/lineage`, signal),
    (answer) => replace(target, h('h2', {}, t('lineage.title')), timeline(answer, id)));
}

function timeline(answer, id) {
  const members = answer.members ?? [];
  return members.length > 1
    ? h('ol', { class: 'timeline' }, members.map((member) => telling(member, member.id === id, member.id === answer.head)))
    : h('p', { class: 'empty' }, t('lineage.alone'));
}

function telling(member, here, head) {
  const source = member.document ?? {};
  return h('li', { class: `telling telling-${member.state}`, 'aria-current': here ? 'true' : null },
    h('p', { class: 'telling-since' }, day(member.since) || t('lineage.undated')),
    h('div', {},
      zh('p', { class: 'telling-title' },
        here ? h('strong', {}, member.title) : h('a', { href: `#/case/${member.id}` }, member.title)),
      h('p', { class: 'meta' },
        source.id
          ? zh('a', { href: `#/search?${new URLSearchParams({ document: source.id })}` }, source.title || source.number || source.id)
          : null,
        source.title && source.number ? zh('span', {}, source.number) : null,
        source.genre ? h('span', {}, named('genre', source.genre)) : null),
      h('p', { class: 'meta' },
        here ? h('span', { class: 'tag' }, t('lineage.here')) : null,
        head ? h('span', { class: 'tag tag-first' }, t('lineage.head')) : null,
        here ? null : h('span', { class: 'telling-state' }, named('link', member.state)),
        here ? null : h('span', {}, t('lineage.confidence', percent(member.confidence ?? 0))))));
}

/** What else there is about the same things; nothing where nothing is near. */
export function related(target, id, signal) {
  load(target, signal, () => get(`/api/catalog/v1/cases/${id}/related`, signal), (answer) => {
    const items = answer.items ?? [];
    target.hidden = items.length === 0;
    replace(target, h('h2', {}, t('related.title')), h('ol', { class: 'case-list' }, items.map(caseItem)));
  });
}
