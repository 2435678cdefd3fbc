import { h, outside, replace, zh } from './dom.js';
import { get, send } from './api.js';
import { moment, number, t } from './language.js';
import { busy, say } from './forms.js';
import { lineTable } from './lines.js';
import { load } from './parts.js';
import { may } from './session.js';

/** The pages that new documents are fetched from, and how each does. */
export function sources(target, signal) {
  load(target, signal, () => get('/api/ingest/v1/sources?size=200', signal), ({ items }) => {
    replace(target, items.length === 0
      ? h('div', { class: 'notice' }, h('h2', {}, t('sources.empty')), h('p', {}, t('sources.empty.hint')))
      : lineTable(columns(), items, { caption: t('sources.caption', number(items.length)) }));
  });
}

/** Those that lead to nothing: they fail or have been silent for too long. */
export function troubled(items) {
  return items.filter((source) => ['FAILING', 'SILENT'].includes(source.status));
}

function columns() {
  return [
    { label: t('sources.name'), head: true, show: (source) => [zh('span', {}, source.name), h('small', {}, outside(source.url, source.url))] },
    { label: t('sources.status'), show: (source) => [
      h('span', { class: `doc-state source-${source.status}` }, t(`source.${source.status}`)),
      source.error ? h('small', {}, source.error) : null] },
    { label: t('sources.lastSuccess'), show: (source) => when(source.lastSuccess) },
    { label: t('sources.lastNewDocument'), show: (source) => when(source.lastNewDocument) },
    { label: t('sources.next'), show: (source) => (source.nextDue ? when(source.nextDue) : '') },
    { label: t('sources.links'), show: (source) => ['taken', 'pending', 'refused', 'failed']
      .filter((name) => source.links[name]).map((name) => t(`sources.${name}`, number(source.links[name]))).join('，') },
    { label: t('sources.look'), show: (source) => (may('operator') ? lookNow(source) : '') },
  ];
}

function when(iso) {
  return iso ? h('time', { datetime: iso }, moment(iso)) : t('sources.never');
}

function lookNow(source) {
  const button = h('button', {
    type: 'button', class: 'quiet', 'aria-label': t('sources.look.of', source.name),
    onclick: async () => {
      busy(button, true);
      try {
        await send('POST', `/api/ingest/v1/sources/${source.id}/look`);
        say(t('sources.looked', source.name));
      } catch (problem) {
        say(problem.detail || problem.title);
      }
      busy(button, false);
    },
  }, t('sources.look'));
  return button;
}
