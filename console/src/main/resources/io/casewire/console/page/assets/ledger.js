import { h, replace, zh } from './dom.js';
import { at, get } from './api.js';
import { day, number, percent, t } from './language.js';
import { load, named } from './parts.js';
import { may, session } from './session.js';
import { address, asked, filterBar, lineTable, pager, tabs } from './lines.js';
import { caseTitle } from './case-title.js';
import { bulkBar } from './ledger-bulk.js';
import { BEHIND, COUNTED_AS, DOMAINS, dueWords, instrumentName, levelName, LEVELS, meter, reportsFor, state, STATUSES } from './ledger-words.js';

const PATH = '/ledger';
const API = '/api/replication/v1';
const FILTERS = ['case', 'region', 'province', 'level', 'status', 'domain', 'strength', 'instrument', 'title', 'due_before', 'due_after',
  'overdue', 'lapsed', 'asOf', 'outcome', 'evidenced', 'counted', 'without'];
const COUNTED = ['case', 'region', 'province', 'level', 'domain', 'strength', 'instrument'];
const SORTS = ['due', 'title', 'status', 'instrument'];
const SIZE = 50;

/** Who owes what, and how far each has come. A region's people begin with their own region. */
export function ledgerView(target, query, signal) {
  if (may('region') && session().regionCode && query.size === 0) {
    query.set('region', session().regionCode);
    history.replaceState(null, '', address(PATH, query));
  }
  const counts = h('div', {});
  const list = h('div', {});
  const bar = h('div', {});
  replace(target, h('div', { class: 'work' },
    h('div', { class: 'work-head' }, h('h1', {}, t('ledger.title')), ways(query), h('p', {}, t('ledger.lead'))),
    scopes(query), bar, counts, list));
  replace(bar, filterBar(PATH, query, specs([])));
  places(signal).then((regions) => {
    if (!signal.aborted) nameRegions(bar, filterBar(PATH, query, specs(regions)));
  }).catch(() => {}); // codes alone do as well
  load(counts, signal, () => get(`${API}/statistics?${only(query, COUNTED, { by: 'level' })}`, signal), (answer) => showCounts(counts, query, answer));
  load(list, signal, () => get(`${API}/obligations?${only(query, [...FILTERS, 'sort', 'cursor'], { size: SIZE })}`, signal),
    (answer) => showLines(list, query, answer));
}

/** The parts of an address that the service is asked with. */
export function only(query, names, more = {}) {
  const sent = new URLSearchParams();
  names.filter((name) => query.get(name)).forEach((name) => sent.set(name, query.get(name)));
  Object.entries(more).forEach(([name, value]) => sent.set(name, String(value)));
  return sent;
}

let kept = null;

async function places(signal) {
  kept ??= await Promise.all([get(`${API}/regions`, signal), get(`${API}/regions?level=ZONE`, signal)])
    .then((answers) => answers.flatMap((answer) => answer.items));
  return kept;
}

// names of regions come later than the filters, in which somebody may have chosen something by then
function nameRegions(bar, [drawn, chips]) {
  for (const name of ['region', 'province']) {
    const select = bar.querySelector(`select[name="${name}"]`);
    const { value } = select;
    select.replaceChildren(...drawn.querySelector(`select[name="${name}"]`).children);
    select.value = value;
  }
  if (chips) bar.querySelector('.filter-chosen').replaceWith(chips);
}

function specs(regions) {
  const any = ['', t('form.any')];
  const names = new Map(regions.map((place) => [place.code, place.name]));
  const provinces = regions.filter((place) => place.level === 'PROVINCE').map((place) => [place.code, place.name]);
  const listed = (prefix, values) => [any, ...values.map((value) => [value, named(prefix, value)])];
  const place = (code) => names.get(code) ?? code;
  return [
    { name: 'title', label: t('ledger.case'), kind: 'search', more: { maxlength: '100', lang: 'zh-CN' } },
    { name: 'region', label: t('ledger.region'), kind: 'select', options: [any, ...regions.map(({ code, name }) => [code, name])], words: place },
    { name: 'province', label: t('ledger.province'), kind: 'select', options: [any, ...provinces], words: place },
    { name: 'level', label: t('ledger.level'), kind: 'select', options: [any, ...LEVELS.map((level) => [level, levelName(level)])] },
    { name: 'status', label: t('ledger.status'), kind: 'select', options: listed('status', STATUSES) },
    { name: 'outcome', label: t('ledger.outcome'), kind: 'select', options: [any, ...COUNTED_AS.map((one) => [one, t(`ledger.outcome.${one}`)])],
      words: (chosen) => chosen.split(',').map((one) => named('ledger.outcome', one)).join('、') },
    { name: 'evidenced', label: t('statistics.evidenced'), kind: 'select', options: [any, ['true', t('yes')], ['false', t('no')]] },
    { name: 'domain', label: t('ledger.domain'), kind: 'select', options: listed('domain', DOMAINS) },
    { name: 'strength', label: t('ledger.strength'), kind: 'select', options: listed('strength', ['MANDATED', 'ENCOURAGED']) },
    { name: 'instrument', label: t('ledger.instrument'), more: { maxlength: '100', lang: 'zh-CN' } },
    { name: 'due_after', label: t('ledger.dueAfter'), kind: 'date', words: day },
    { name: 'due_before', label: t('ledger.dueBefore'), kind: 'date', words: day },
    { name: 'sort', label: t('ledger.sort'), kind: 'select', options: [['', t('ledger.sort.id')], ...SORTS.map((name) => [name, t(`ledger.sort.${name}`)])] },
    { name: 'case', label: t('ledger.oneCase'), chipOnly: true, naming: caseTitle },
    { name: 'without', label: t('statistics.without'), chipOnly: true, words: (one) => named('statistics.by', one) },
    { name: 'counted', label: t('ledger.countedOnly'), kind: 'check' },
    { name: 'overdue', label: t('ledger.overdueOnly'), kind: 'check' },
    { name: 'lapsed', label: t('ledger.withLapsed'), kind: 'check' },
  ];
}

function scopes(query) {
  if (!may('region') || !session().regionCode) return null;
  const own = session().regionCode;
  const province = /^\d\d0000$/.test(own);
  const rest = (changes) => address(PATH, asked(query, { region: null, province: null, all: null, ...changes }));
  return tabs(t('ledger.whose'), [
    [rest({ region: own }), session().regionName ?? own, query.get('region') === own],
    ...(province ? [[rest({ province: own }), t('ledger.below', session().regionName ?? own), query.get('province') === own]] : []),
    [rest({ all: 'true' }), t('ledger.everyRegion'), !query.get('region') && !query.get('province')],
  ]);
}

function ways(query) {
  const file = (format) => h('a', {
    class: 'quiet', download: true, href: at(`${API}/ledger/export?${only(query, FILTERS, { format })}`),
  }, t('ledger.export', format.toUpperCase()));
  return h('div', { class: 'actions' }, file('xlsx'), file('csv'),
    may('region', 'coordinator', 'operator') ? h('a', { class: 'quiet', href: '#/ledger/import' }, t('ledger.import')) : null);
}

/** Numbers of each level apart: a rate of provinces and zones together says nothing. */
function showCounts(target, query, { items, day: counted }) {
  if (!items.length) {
    replace(target);
    return;
  }
  const left = FILTERS.filter((name) => query.get(name) && !COUNTED.includes(name));
  const to = (level, number) => address(PATH, asked(query, { level, status: null, outcome: null, evidenced: null, ...BEHIND[number] }));
  const order = (level) => LEVELS.indexOf(level);
  replace(target, h('ul', { class: 'counts', 'aria-label': t('ledger.counts') },
    [...items].sort((a, b) => order(a.key) - order(b.key)).map(({ key, rate }) => h('li', { class: 'figures-row' },
      h('strong', {}, levelName(key)),
      h('a', { href: to(key, 'inScope') }, t('ledger.count.all', number(rate.inScope))),
      h('a', { href: to(key, 'unknown') }, t('ledger.count.unknown', number(rate.unknown))),
      h('a', { href: to(key, 'open') }, t('ledger.count.open', number(rate.open))),
      h('a', { href: to(key, 'closed') }, t('ledger.count.closed', number(rate.inScope - rate.unknown - rate.open))),
      rate.rate === null || rate.rate === undefined ? h('span', {}, t('ledger.count.norate'))
        : h('a', { href: to(key, 'numerator') }, t('ledger.count.rate', percent(rate.rate), number(rate.numerator), number(rate.denominator)))))),
  h('p', { class: 'note' }, t('ledger.count.day', day(counted)), left.length ? t('ledger.count.wider') : null));
}

function showLines(target, query, answer) {
  if (!answer.items.length) {
    replace(target, h('div', { class: 'notice' }, h('h2', {}, t('ledger.empty')),
      h('p', {}, query.size ? t('ledger.empty.filters') : t('ledger.empty.all'))));
    return;
  }
  const page = Number(query.get('page')) || 1;
  const bulk = answer.items.some(reportsFor) ? bulkBar(answer.items, () => dispatchEvent(new HashChangeEvent('hashchange'))) : null;
  replace(target,
    bulk?.element,
    lineTable(columns(), answer.items, {
      caption: t('ledger.caption', number(answer.items.length), number(page)),
      select: bulk ? { id: (line) => line.id, label: (line) => t('bulk.mark', line.caseTitle, line.regionName), changed: bulk.changed } : null,
    }),
    pager(PATH, query, answer.next));
}

function columns() {
  const knows = may('region', 'coordinator', 'operator', 'auditor');
  return [
    { label: t('ledger.case'), head: true, show: (line) => zh('a', { href: `#/case/${line.caseId}` }, line.caseTitle) },
    { label: t('ledger.region'), show: (line) => [zh('span', { class: 'nowrap' }, line.regionName), h('small', {}, levelName(line.level))] },
    { label: t('ledger.status'), show: (line) => {
      const shown = state(line);
      const label = t('ledger.open', line.caseTitle, line.regionName, shown.lastChild.textContent);
      return h('a', { href: `#/ledger/${line.id}`, 'aria-label': label }, shown);
    } },
    { label: t('ledger.due'), show: dueWords },
    { label: t('ledger.domain'), show: (line) => line.domains.map((slug) => named('domain', slug)).join('、') },
    { label: t('ledger.instrument'), show: (line) => instrumentName(line.basis?.instrument) },
    { label: t('ledger.strength'), show: (line) => (line.strength ? named('strength', line.strength) : null) },
    ...(knows ? [
      { label: t('ledger.responsible'), show: (line) => [line.work?.department, line.work?.person].filter(Boolean).join(' ') || null },
      { label: t('ledger.percent'), numeric: true, show: (line) => meter(line.work?.percent) },
    ] : []),
  ];
}
