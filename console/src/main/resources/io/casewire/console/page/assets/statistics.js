import { h, replace, zh } from './dom.js';
import { get } from './api.js';
import { day, number, percent, t } from './language.js';
import { load, named } from './parts.js';
import { address, asked, filterBar, lineTable, pager, tabs } from './lines.js';
import { caseTitle } from './case-title.js';
import { curve } from './curve.js';
import { comparison, gaps } from './gaps.js';
import { only } from './ledger.js';
import { BEHIND, DOMAINS, levelName, LEVELS } from './ledger-words.js';

const PATH = '/statistics';
const API = '/api/replication/v1';
export const ASKED = ['domain', 'region', 'province', 'level', 'instrument', 'strength', 'case'];
const VIEWS = ['curve', 'gaps', 'comparison'];
const GROUPS = ['domain', 'instrument', 'region', 'level'];
const STRENGTHS = ['MANDATED', 'ENCOURAGED'];

/** How far adoption has come: each number with what it is a share of, and the lines behind it. */
export function statisticsView(target, query, signal) {
  const view = VIEWS.find((name) => name === query.get('view')) ?? 'map';
  const body = h('div', {});
  replace(target, h('div', { class: 'work' },
    h('div', { class: 'work-head' }, h('h1', {}, t('statistics.title')), h('p', {}, t('statistics.lead'))),
    statisticsTabs(view), body));
  if (view === 'gaps') gaps(body, query, signal);
  else {
    const place = h('div', {});
    replace(body, filterBar(PATH, query, specs(view), { open: view !== 'map' ? null : false }), place);
    ({ map: overview, curve, comparison })[view](place, query, signal);
  }
}

export function statisticsTabs(now) {
  return tabs(t('statistics.title'), [
    ['#/statistics', t('statistics.map'), now === 'map'],
    ...VIEWS.map((view) => [`#/statistics?view=${view}`, t(`statistics.${view}`), now === view]),
    ['#/matrix', t('matrix.title'), now === 'matrix'],
  ]);
}

function specs(view) {
  const any = ['', t('form.any')];
  return [
    { name: 'level', label: t('ledger.level'), kind: 'select', options: [['', t('statistics.provinces')], ...LEVELS.slice(1).map((level) => [level, levelName(level)])] },
    { name: 'domain', label: t('ledger.domain'), kind: 'select', options: [any, ...DOMAINS.map((slug) => [slug, named('domain', slug)])] },
    { name: 'instrument', label: t('ledger.instrument'), more: { maxlength: '100', lang: 'zh-CN' } },
    ...(view === 'map' ? [] : [{ name: 'strength', label: t('ledger.strength'), kind: 'select', options: [any, ...STRENGTHS.map((one) => [one, named('strength', one)])] }]),
    { name: 'province', label: t('ledger.province'), chipOnly: true },
    { name: 'region', label: t('ledger.region'), chipOnly: true },
    { name: 'case', label: t('ledger.oneCase'), chipOnly: true, naming: caseTitle },
  ];
}

function overview(target, query, signal) {
  const maps = h('div', { class: 'maps' });
  const groups = h('section', { class: 'panel' });
  replace(target, maps, groups);
  const filters = ASKED.filter((name) => !['strength', 'level'].includes(name));
  load(maps, signal, () => Promise.all([
    get(`${API}/regions`, signal),
    ...STRENGTHS.map((strength) => get(`${API}/statistics?${only(query, filters, { strength })}`, signal)),
  ]), ([regions, ...answers]) => replace(maps, STRENGTHS.map((strength, i) => tileMap(regions.items, answers[i], strength, query))));
  grouping(groups, query, signal);
}

// signs and percentages tell the bands apart without colour
function bandOf(rate) {
  if (!rate || rate.inScope === 0) return ['OUTSIDE', ''];
  if (rate.known === 0) return ['UNKNOWN', '?'];
  if (rate.rate === null || rate.rate === undefined) return ['NOT_APPLICABLE', '–'];
  return [rate.rate >= 1 ? 'ADOPTED' : rate.rate >= 0.5 ? 'PARTIAL' : 'OPEN', percent(rate.rate)];
}

/** Provinces on a map of equal tiles; each opens its lines. */
function tileMap(places, answer, strength, query) {
  const rates = new Map(answer.byRegion.map((region) => [region.code, region.rate]));
  const lines = (more) => address('/ledger', new URLSearchParams([...only(query, ['domain', 'instrument', 'case']), ['strength', strength], ...Object.entries(more)]));
  const tiles = places.map((place) => {
    const rate = rates.get(place.code);
    const [band, words] = bandOf(rate);
    return h('a', {
      class: `tile tile-${band}`, href: lines({ region: place.code }), css: { 'grid-row': String(place.row + 1), 'grid-column': String(place.column + 1) },
      'aria-label': `${place.name}：${rate ? sentence(rate) : t('state.OUTSIDE')}`, title: rate ? sentence(rate) : t('state.OUTSIDE'),
    }, zh('span', { class: 'tile-name' }, place.shortName), h('span', { class: 'tile-sign', 'aria-hidden': 'true' }, words));
  });
  const all = answer.byLevel.find((rate) => rate.level === 'PROVINCE');
  return h('section', { class: 'panel' }, h('h2', {}, t(`statistics.${strength}`), h('small', {}, t('statistics.day', day(answer.day)))),
    all ? h('p', {}, h('a', { href: lines({ level: 'PROVINCE', all: 'true', counted: 'true' }) }, sentence(all))) : h('p', { class: 'empty' }, t('statistics.nothing')),
    h('div', { class: 'map', role: 'group', 'aria-label': t('statistics.mapLabel', t(`statistics.${strength}`)) }, tiles),
    h('p', { class: 'note legend-row' }, ['ADOPTED', 'PARTIAL', 'OPEN', 'UNKNOWN', 'OUTSIDE'].map((band) =>
      h('span', {}, h('span', { class: `swatch tile-${band}`, 'aria-hidden': 'true' }, band === 'UNKNOWN' ? '?' : ''), t(`statistics.band.${band}`)))));
}

export function sentence(rate) {
  const heard = t('statistics.heard', number(rate.known), number(rate.inScope));
  return rate.rate === null || rate.rate === undefined ? `${heard}${t('statistics.norate')}`
    : `${heard}${t('statistics.rate', percent(rate.rate), number(rate.numerator), number(rate.denominator))}`;
}

function grouping(target, query, signal) {
  const by = GROUPS.find((name) => name === query.get('by')) ?? 'domain';
  const list = h('div', {});
  replace(target, h('h2', {}, t('statistics.groups')), tabs(t('statistics.groups'), GROUPS.map((name) =>
    [address(PATH, asked(query, { by: name })), t(`statistics.by.${name}`), name === by])), list);
  const sent = only(query, [...ASKED.filter((name) => name !== 'strength' && !(by === 'level' && name === 'level')), 'cursor'], { by, size: 50 });
  load(list, signal, () => get(`${API}/statistics?${sent}`, signal), (answer) => {
    const level = by === 'level' ? null : answer.level;
    const base = only(query, ASKED.filter((name) => name !== 'strength'));
    const link = (group, more) => address('/ledger', new URLSearchParams([...base, [group === null ? 'without' : by, group ?? by], ...(level ? [['level', level]] : []),
      ['all', 'true'], ...Object.entries(more)].reduce((all, [name, value]) => all.set(name, value), new Map())));
    replace(list,
      h('p', { class: 'note' }, t('statistics.day', day(answer.day)), level ? ` ${levelName(level)}。` : null,
        by === 'domain' ? t('statistics.domain.note') : null),
      lineTable(rateColumns(t(`statistics.by.${by}`), by, link),
        [...answer.items, ...(answer.without ? [{ key: null, name: t('statistics.without'), rate: answer.without }] : [])],
        { caption: t('statistics.caption', number(answer.items.length)) }),
      pager(PATH, query, answer.next));
  });
}

function rateColumns(title, by, link) {
  const name = (group) => (group.key === null ? group.name : by === 'level' ? levelName(group.key) : by === 'domain' ? named('domain', group.key) : group.name);
  const linked = (key, behind, value, label) => h('a', { href: link(key, BEHIND[behind]), 'aria-label': `${label} ${number(value)}` }, number(value));
  const count = (behind, value = (rate) => rate[behind]) => ({
    label: t(`statistics.${behind}`), numeric: true, show: ({ key, rate }) => linked(key, behind, value(rate), t(`statistics.${behind}`)),
  });
  const share = (label, value, part, whole) => ({
    label, numeric: true, show: ({ key, rate }) => (rate[value] === null || rate[value] === undefined ? '–'
      : [percent(rate[value]), h('small', {}, linked(key, part, rate[part], t(`statistics.${part}`)), '/', linked(key, whole, rate[whole], t(`statistics.${whole}`)))]),
  });
  return [
    { label: title, head: true, show: (group) => (group.key === null ? group.name : zh('a', { href: link(group.key, {}) }, name(group))) },
    count('inScope'),
    count('unknown'),
    count('open'),
    count('closed', (rate) => rate.adopted + rate.partial + rate.notApplicable + rate.superseded),
    share(t('statistics.rateOf'), 'rate', 'numerator', 'denominator'),
    share(t('statistics.coverage'), 'coverage', 'known', 'inScope'),
    count('evidenced'),
  ];
}
