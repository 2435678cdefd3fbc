import { h } from './dom.js';
import { number, t } from './language.js';
import { field } from './forms.js';

const OF_A_PAGE = ['cursor', 'page'];
const NARROW = '(max-width: 52rem)';

let refocus = null;

/** `#PATH?QUERY`, without a question mark where nothing is asked. */
export function address(path, query) {
  const text = query.toString();
  return text ? `#${path}?${text}` : `#${path}`;
}

/** The query with these set (null: left out), back on its first page. */
export function asked(query, changes = {}) {
  const next = new URLSearchParams(query);
  [...OF_A_PAGE, ...Object.keys(changes)].forEach((name) => next.delete(name));
  Object.entries(changes).forEach(([name, value]) => {
    if (value !== null && value !== undefined && value !== '') next.set(name, value);
  });
  return next;
}

/**
 * Filters that stand in the address. Applying them goes to a new address; the view is then drawn anew from that.
 *
 * @param path of the view, such as /ledger
 * @param specs as of `field`, with `words(value)` for how a chosen value is named (else that of its option, else itself); `chipOnly` for one
 *     that is only taken away here; `naming(value)` for a promise of what an id is called, which takes the place of the id
 */
export function filterBar(path, query, specs, { open = null } = {}) {
  const chosen = specs.filter((spec) => query.get(spec.name));
  const fields = specs.filter((spec) => !spec.chipOnly).map((spec) => fieldOf(spec, query));
  const apply = h('button', { type: 'submit', class: 'button' }, t('filter.apply'));
  const go = (next) => { refocus = path; location.hash = address(path, next); };
  const bar = h('details', { class: 'filter-bar', open: open ?? !matchMedia(NARROW).matches },
    h('summary', {}, t('filter.title'), chosen.length ? h('span', { class: 'chosen' }, t('filter.chosen', number(chosen.length))) : null),
    h('form', {
      role: 'search',
      onsubmit: (event) => {
        event.preventDefault();
        go(asked(query, Object.fromEntries(fields.map((one) => [one.name, one.value() === true ? 'true' : one.value() || null]))));
      },
    },
    h('div', { class: 'filter-fields' }, fields.map((one) => one.element)),
    h('div', { class: 'actions' }, apply,
      chosen.length ? h('a', { class: 'clear', href: address(path, asked(query, Object.fromEntries(specs.map(({ name }) => [name, null])))) },
        t('filter.clear')) : null)));
  const chips = chosen.length
    ? h('p', { class: 'filter-chosen', 'aria-label': t('filter.chosen', number(chosen.length)) }, chosen.map((spec) => chip(path, query, spec)))
    : null;
  if (refocus === path) setTimeout(() => apply.focus({ preventScroll: true }));
  refocus = null;
  return [bar, chips];
}

function chip(path, query, spec) {
  const value = query.get(spec.name);
  const element = h('a', { class: 'chip', href: address(path, asked(query, { [spec.name]: null })), title: spec.naming ? value : null });
  const say = (words) => {
    element.textContent = `${spec.label}：${words}`;
    element.setAttribute('aria-label', t('filter.without', spec.label, words));
  };
  say(worded(spec, value));
  spec.naming?.(value).then(say).catch(() => {}); // the id does as well
  return element;
}

// a value that no option names is still what is asked for
function fieldOf(spec, query) {
  const value = query.get(spec.name) ?? '';
  if (spec.kind === 'check') return field({ ...spec, value: query.has(spec.name) });
  const stray = spec.kind === 'select' && !spec.options.some(([key]) => key === value);
  return field({ ...spec, value, options: stray ? [...spec.options, [value, worded(spec, value)]] : spec.options });
}

function worded(spec, value) {
  if (spec.kind === 'check') return t('yes');
  return spec.words?.(value) ?? spec.options?.find(([key]) => key === value)?.[1] ?? value;
}

/**
 * A table of lines: its head stays in sight, and on a phone each line is a card.
 *
 * @param columns [{ label, show(row) -> what goes into the cell, head: whether it names the row, numeric }]
 * @param select null, or { id(row), changed(ids), label(row) }: lines may then be marked
 */
export function lineTable(columns, rows, { caption, select = null }) {
  const marked = new Set();
  const boxes = [];
  const all = select ? mark(t('lines.all'), (on) => {
    boxes.forEach(([box, id]) => { box.checked = on; if (on) marked.add(id); else marked.delete(id); });
    select.changed([...marked]);
  }) : null;
  const box = (row) => {
    const id = select.id(row);
    const one = mark(select.label(row), (on) => {
      if (on) marked.add(id);
      else marked.delete(id);
      all.checked = marked.size === rows.length;
      select.changed([...marked]);
    });
    boxes.push([one, id]);
    return h('td', { class: 'select' }, one);
  };
  return h('div', { class: 'table-box', role: 'region', tabindex: '0', 'aria-label': caption },
    h('table', { class: 'lines' }, h('caption', {}, caption),
      h('thead', {}, h('tr', {}, all ? h('th', { class: 'select', scope: 'col' }, all) : null,
        columns.map((column) => h('th', { scope: 'col', class: column.numeric ? 'numeric' : null }, column.label)))),
      h('tbody', {}, rows.map((row) => h('tr', {}, select ? box(row) : null, columns.map((column) => cell(column, row)))))));
}

function cell(column, row) {
  const shown = column.show(row);
  if (column.head) return h('th', { scope: 'row' }, shown);
  const blank = shown === null || shown === undefined || shown === '';
  return h('td', {
    'data-label': column.label, class: [column.numeric ? 'numeric' : '', blank ? 'blank' : ''].join(' ').trim() || null,
  }, h('span', {}, shown));
}

function mark(label, changed) {
  return h('input', { type: 'checkbox', 'aria-label': label, onchange: (event) => changed(event.target.checked) });
}

/** Ways to the first and the next page of an answer with `next`. */
export function pager(path, query, next, note = null) {
  if (!next && !query.has('cursor') && !note) return null;
  const page = Number(query.get('page')) || 1;
  const onward = asked(query, next ? { cursor: next, page: String(page + 1) } : {});
  return h('nav', { class: 'pager', 'aria-label': t('search.pages') },
    note ? h('span', { class: 'note' }, note) : null,
    query.has('cursor') ? h('a', { class: 'button button-weak', href: address(path, asked(query)) }, t('search.first')) : null,
    next ? h('a', { class: 'button', href: address(path, onward), rel: 'next' }, t('search.next')) : null);
}

/** @param items [[address, words, whether it is shown now]] */
export function tabs(label, items) {
  return h('nav', { class: 'tabs', 'aria-label': label }, items.map(([href, words, now]) =>
    h('a', { href, 'aria-current': now ? 'page' : null }, words)));
}
