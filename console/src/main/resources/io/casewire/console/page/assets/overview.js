import { h, replace } from './dom.js';
import { get } from './api.js';
import { number, t } from './language.js';
import { caseItem, load, named } from './parts.js';
import { eventPanel } from './events.js';
import { searchForm } from './search.js';

const AGAIN_AFTER = 1_500;

/** How much there is, what is newest, and what is happening now. */
export function overview(target, query, signal) {
  const figures = h('div', { class: 'figures' });
  const domains = h('section', { class: 'panel' });
  const latest = h('section', { class: 'panel' });
  const events = h('section', { class: 'panel panel-events' });
  replace(target,
    h('section', { class: 'opening' },
      h('h1', {}, t('overview.title')),
      h('p', {}, t('overview.lead')),
      searchForm('')),
    figures,
    h('div', { class: 'columns' }, h('div', { class: 'column-main' }, domains, latest), events));

  load(domains, signal, () => get('/api/catalog/v1/counts', signal), (counts) => {
    showDomains(domains, counts);
    showLatest(latest, counts);
  });
  const count = figureBoard(figures, signal);
  count();
  eventPanel(events, signal, later(signal, () => {
    count();
    get('/api/catalog/v1/counts', signal).then((counts) => {
      showDomains(domains, counts);
      showLatest(latest, counts);
    }).catch(() => {}); // the next event brings the next try
  }));
}

// many events come at once; the numbers are asked for once they have come
function later(signal, action) {
  let timer = null;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return () => {
    timer ??= setTimeout(() => { timer = null; action(); }, AGAIN_AFTER);
  };
}

function figureBoard(target, signal) {
  const figures = {};
  for (const name of ['cases', 'documents', 'obligations', 'adopted']) {
    figures[name] = { value: h('dd', {}, '–'), note: h('dd', { class: 'note' }) };
  }
  replace(target, h('dl', {}, Object.entries(figures).map(([name, parts]) =>
    h('div', { class: 'figure' }, h('dt', {}, t(`overview.${name}`)), parts.value, parts.note))));
  const set = (name, value, note) => {
    figures[name].value.textContent = value === undefined || value === null ? '–' : number(value);
    figures[name].note.textContent = note ?? '';
  };
  return () => {
    get('/api/catalog/v1/counts', signal).then((counts) => {
      set('cases', counts.cases);
      set('documents', counts.documents);
    }).catch(() => {}); // the panel below says what is wrong
    get('/api/replication/v1/statistics', signal).then(({ overall, byLevel }) => {
      const sum = (name) => (byLevel ?? [overall]).reduce((all, level) => all + level[name], 0);
      set('obligations', sum('inScope'), t('overview.obligations.note', number(sum('unknown'))));
      set('adopted', sum('numerator'), t('overview.adopted.note', number(sum('denominator'))));
    }).catch(() => {}); // a dash says that the number is not known
  };
}

function showDomains(target, counts) {
  const most = Math.max(1, ...counts.domains.map((domain) => domain.count));
  replace(target,
    h('h2', {}, t('overview.bydomain'), h('small', {}, t('overview.bydomain.note'))),
    counts.domains.length === 0
      ? h('p', { class: 'empty' }, t('overview.empty'))
      : h('ul', { class: 'bars' }, counts.domains.map((domain) => h('li', {},
        h('a', { href: `#/search?${new URLSearchParams({ domain: domain.value })}` },
          h('span', { class: 'bar-name' }, named('domain', domain.value)),
          h('span', { class: 'bar-track' },
            h('span', { class: 'bar-fill', css: { width: `${(100 * domain.count) / most}%` } })),
          h('span', { class: 'bar-value' }, number(domain.count)))))));
}

function showLatest(target, counts) {
  replace(target,
    h('h2', {}, t('overview.latest')),
    h('ol', { class: 'case-list' }, (counts.latest ?? []).map(caseItem)));
  target.hidden = !counts.latest?.length;
}
