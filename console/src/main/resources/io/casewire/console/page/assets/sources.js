import { h, outside, replace, zh } from './dom.js';
import { get, send } from './api.js';
import { moment, number, t } from './language.js';
import { busy, say } from './forms.js';
import { lineTable } from './lines.js';
import { load } from './parts.js';
import { may } from './session.js';
import { duration, pauseOrResume, removeSource, sourceForm } from './source-form.js';

const SOURCES = '/api/ingest/v1/sources';

/** The pages that new documents are fetched from, and how each does; operators keep them. */
export function sources(target, signal) {
  const list = h('div', { class: 'work' });
  const again = () => load(list, signal, () => get(`${SOURCES}?size=200`, signal), ({ items }) => replace(list, items.length === 0
    ? h('div', { class: 'notice' }, h('h2', {}, t('sources.empty')), h('p', {}, t('sources.empty.hint')))
    : lineTable(columns(again, signal), items, { caption: t('sources.caption', number(items.length)) })));
  replace(target, may('operator') ? h('div', { class: 'actions' },
    h('button', { type: 'button', class: 'button', onclick: () => sourceForm(null, again) }, t('sources.add'))) : null, list);
  again();
}

/** Those that lead to nothing: they fail or have been silent for too long. */
export function troubled(items) {
  return items.filter((source) => ['FAILING', 'SILENT'].includes(source.status));
}

function columns(again, signal) {
  return [
    { label: t('sources.name'), head: true, show: (source) => [zh('span', {}, source.name), h('small', {}, outside(source.url, source.url))] },
    { label: t('sources.status'), show: (source) => [
      h('span', { class: `doc-state source-${source.status}` }, t(`source.${source.status}`)),
      source.error ? h('small', {}, source.error) : null, problems(source, signal)] },
    { label: t('sources.every'), show: (source) => duration(source.every) },
    { label: t('sources.lastSuccess'), show: (source) => when(source.lastSuccess) },
    { label: t('sources.lastNewDocument'), show: (source) => when(source.lastNewDocument) },
    { label: t('sources.next'), show: (source) => (source.nextDue ? when(source.nextDue) : '') },
    { label: t('sources.links'), show: (source) => ['taken', 'pending', 'refused', 'failed']
      .filter((name) => source.links[name]).map((name) => t(`sources.${name}`, number(source.links[name]))).join('，') },
    ...(may('operator') ? [{ label: t('sources.ways'), show: (source) => ways(source, again) }] : []),
  ];
}

/** Links that could not be taken, with the reasons, once somebody wants to know. */
function problems(source, signal) {
  if (!source.links.failed && !source.links.refused) return null;
  const body = h('div', {});
  const box = h('details', {}, h('summary', {}, t('sources.problems')), body);
  box.addEventListener('toggle', () => {
    if (!box.open || body.childElementCount) return;
    load(body, signal, () => get(`${SOURCES}/${source.id}`, signal), (whole) => replace(body, whole.problems?.length
      ? h('ul', { class: 'plain' }, whole.problems.map((one) => h('li', {}, outside(one.url, one.url), h('small', {}, one.reason ?? ''))))
      : h('p', { class: 'empty' }, t('sources.problems.none'))));
  });
  return box;
}

function when(iso) {
  return iso ? h('time', { datetime: iso }, moment(iso)) : t('sources.never');
}

function ways(source, again) {
  const way = (name, act) => {
    const button = h('button', {
      type: 'button', class: 'quiet', 'aria-label': t(`sources.${name}.of`, source.name),
      onclick: async () => {
        busy(button, true);
        await Promise.resolve(act()).catch((problem) => say(problem.detail || problem.title));
        busy(button, false);
      },
    }, t(`sources.${name}`));
    return button;
  };
  return h('span', { class: 'ways' },
    source.active ? way('look', async () => {
      await send('POST', `${SOURCES}/${source.id}/look`);
      say(t('sources.looked', source.name));
      again();
    }) : null,
    way('change', () => sourceForm(source, again)),
    way(source.active ? 'pause' : 'resume', () => pauseOrResume(source, again)),
    way('remove', () => removeSource(source, again)));
}
