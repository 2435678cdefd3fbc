import { h, replace } from './dom.js';
import { get } from './api.js';
import { known, number, t } from './language.js';
import { caseItem, load, named } from './parts.js';
import { leaving } from './leaving.js';

const FACETS = ['domain', 'zone', 'originality', 'scope', 'adoption', 'year', 'area', 'unit', 'document', 'hasMetrics'];
/** What an effect is asked by: words of what is measured, and how much it changed, in per cent. */
const EFFECT = ['indicator', 'change'];
const CHANGES = ['', '..-10', '..-30', '..-50', '..-80', '10..', '50..'];
const SHOWN_AT_FIRST = 8;
const NARROW = '(max-width: 52rem)';

function address(query) {
  const text = query.toString();
  return text ? `#/search?${text}` : '#/search';
}

/** The box; a search is an address, so it can be sent on and gone back to. */
export function searchForm(words, filters = new URLSearchParams()) {
  const input = h('input', {
    type: 'search', name: 'q', id: 'q', value: words, maxlength: '100', autocomplete: 'off', enterkeyhint: 'search',
    placeholder: t('search.placeholder'), lang: 'zh-CN',
  });
  return h('form', {
    class: 'search-form', role: 'search',
    onsubmit: (event) => {
      event.preventDefault();
      const query = new URLSearchParams(filters);
      query.delete('cursor');
      query.delete('page');
      query.delete('q');
      const asked = input.value.trim();
      location.hash = address(asked ? new URLSearchParams([['q', asked], ...query]) : query);
    },
  },
  h('label', { for: 'q', class: 'unseen' }, t('search.label')), input,
  h('button', { type: 'submit', class: 'button' }, t('search.submit')));
}

/** Results, facets with their counts, pages by cursor. */
export function searchView(target, query, signal) {
  const words = query.get('q') ?? '';
  const results = h('div', { class: 'results' });
  const filters = h('div', { class: 'filters' });
  replace(target,
    h('h1', { class: 'unseen' }, t('search.title')),
    searchForm(words, query),
    h('div', { class: 'search-body' }, filters, results));
  const asked = new URLSearchParams(query);
  asked.delete('page');
  load(results, signal, () => get(`/api/catalog/v1/cases?${asked}`, signal), (answer) => {
    showFilters(filters, query, answer.facets ?? {});
    showResults(results, query, answer);
  });
}

function showFilters(target, query, facets) {
  const chosen = [...FACETS, ...EFFECT].flatMap((facet) => query.getAll(facet).map((value) => [facet, value]));
  const groups = FACETS.filter((facet) => facets[facet]?.length || query.getAll(facet).length);
  replace(target, h('details', { class: 'filter-box', open: !matchMedia(NARROW).matches },
    h('summary', {}, t('search.filters'),
      chosen.length ? h('span', { class: 'chosen' }, t('search.chosen', chosen.length)) : null),
    chosen.length ? h('a', { class: 'clear', href: address(without(query, [...FACETS, ...EFFECT])) }, t('search.clear')) : null,
    effect(query),
    groups.map((facet) => group(facet, query, facets[facet] ?? []))));
}

/** Cases with one effect that is both: of what is measured so, and changed by so much. */
function effect(query) {
  const indicator = h('input', { type: 'search', id: 'indicator', value: query.get('indicator') ?? '', lang: 'zh-CN', maxlength: '100', placeholder: t('effect.example') });
  const present = query.get('change') ?? '';
  const change = h('select', { id: 'change' }, (CHANGES.includes(present) ? CHANGES : [...CHANGES, present]).map((value) =>
    h('option', { value, selected: value === present }, known(`effect.change.${value}`) ? t(`effect.change.${value}`) : value)));
  return h('form', {
    class: 'effect',
    onsubmit: (event) => {
      event.preventDefault();
      const next = without(query, EFFECT);
      if (indicator.value.trim()) next.set('indicator', indicator.value.trim());
      if (change.value) next.set('change', change.value);
      location.hash = address(next);
    },
  }, h('fieldset', {}, h('legend', {}, t('effect.title')),
    h('label', { for: 'indicator' }, t('effect.indicator')), indicator,
    h('label', { for: 'change' }, t('effect.change')), change,
    h('button', { type: 'submit', class: 'quiet' }, t('effect.find'))));
}

function group(facet, query, counts) {
  const selected = new Set(query.getAll(facet));
  const listed = [
    ...[...selected].filter((value) => !counts.some((count) => count.value === value)).map((value) => ({ value })),
    ...counts,
  ];
  const chips = listed.map((count) => chip(facet, query, count, selected.has(count.value)));
  const box = h('ul', { class: 'chips' }, chips.slice(0, SHOWN_AT_FIRST));
  const rest = chips.slice(SHOWN_AT_FIRST);
  const more = rest.length
    ? h('button', { type: 'button', class: 'quiet', onclick: () => { box.append(...rest); more.remove(); } },
      t('search.more', listed.length))
    : null;
  return h('fieldset', {}, h('legend', {}, t(`facet.${facet}`)), box, more);
}

function chip(facet, query, { value, count }, on) {
  const next = without(query, []);
  if (on) {
    next.delete(facet);
    query.getAll(facet).filter((other) => other !== value).forEach((other) => next.append(facet, other));
  } else {
    next.append(facet, value);
  }
  return h('li', {}, h('button', {
    type: 'button', class: 'chip', 'aria-pressed': on ? 'true' : 'false',
    onclick: () => { location.hash = address(next); },
  }, h('span', {}, named(facet, value)), count === undefined ? null : h('span', { class: 'chip-count' }, number(count))));
}

function without(query, names) {
  const rest = new URLSearchParams(query);
  ['cursor', 'page', ...names].forEach((name) => rest.delete(name));
  return rest;
}

function showResults(target, query, answer) {
  const words = query.get('q') ?? '';
  const page = Number(query.get('page')) || 1;
  replace(target,
    h('p', { class: 'total', role: 'status' },
      words ? t('search.total.q', number(answer.total), words) : t('search.total', number(answer.total)),
      page > 1 ? h('span', {}, t('search.page', page)) : null),
    answer.total ? leaving(query) : null,
    understood(answer.query ?? {}),
    answer.items.length === 0
      ? h('div', { class: 'notice' }, h('h2', {}, t('search.empty')), h('p', {}, t('search.empty.hint')))
      : h('ol', { class: 'case-list', 'aria-label': t('search.results') }, answer.items.map(caseItem)),
    pages(query, answer.next, page));
}

/** Where something else was looked for than was typed. */
function understood({ didYouMean, unknown }) {
  return [
    didYouMean ? h('p', { class: 'understood' }, t('search.corrected', didYouMean)) : null,
    unknown?.length ? h('p', { class: 'understood' }, t('search.unknown', unknown.join('、'))) : null,
  ];
}

function pages(query, next, page) {
  if (!next && page <= 1 && !query.has('cursor')) return null;
  const onward = without(query, []);
  if (next) {
    onward.set('cursor', next);
    onward.set('page', String(page + 1));
  }
  return h('nav', { class: 'pages', 'aria-label': t('search.pages') },
    query.has('cursor') ? h('a', { class: 'button button-weak', href: address(without(query, [])) }, t('search.first')) : null,
    next ? h('a', { class: 'button', href: address(onward), rel: 'next' }, t('search.next')) : null);
}
