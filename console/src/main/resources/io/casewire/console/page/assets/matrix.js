import { h, replace, zh } from './dom.js';
import { get } from './api.js';
import { number, t } from './language.js';
import { named, problemView } from './parts.js';
import { filterBar } from './lines.js';
import { statisticsTabs } from './statistics.js';
import { DOMAINS, levelName, LEVELS } from './ledger-words.js';

const SIZE = 100;
const NEAR = '800px';
const SIGNS = { ORIGIN: '★', ADOPTED: '●', PARTIAL: '◐', EVIDENCED: '◇', OPEN: '○', NOT_APPLICABLE: '–', SUPERSEDED: '↺', UNKNOWN: '?' };
const KEYS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0] };

function stateOf(cell) {
  if (cell.role === 'ORIGIN') return 'ORIGIN';
  if (cell.status === 'CLOSED') return cell.outcome in SIGNS ? cell.outcome : 'OPEN';
  if (cell.evidenced) return 'EVIDENCED';
  return cell.status === 'UNKNOWN' ? 'UNKNOWN' : 'OPEN';
}

/**
 * Cases against regions, a sign and a colour a cell. Rows come page by page; the cells of a row are made
 * when it comes near the part that is looked at, so that hundreds of rows are no burden.
 */
export function matrixView(target, query, signal) {
  const any = ['', t('form.any')];
  const level = LEVELS.includes(query.get('level')) ? query.get('level') : 'PROVINCE';
  const status = h('p', { class: 'note', role: 'status' }, t('loading'));
  const place = h('div', {});
  replace(target, h('div', { class: 'work' },
    h('div', { class: 'work-head' }, h('h1', {}, t('matrix.title')), h('p', {}, t('matrix.lead'))),
    statisticsTabs('matrix'),
    filterBar('/matrix', query, [
      { name: 'level', label: t('ledger.level'), kind: 'select', options: [['', levelName('PROVINCE')], ...LEVELS.slice(1).map((one) => [one, levelName(one)])] },
      { name: 'domain', label: t('ledger.domain'), kind: 'select', options: [any, ...DOMAINS.map((slug) => [slug, named('domain', slug)])] },
    ], { open: false }),
    h('p', { class: 'note legend-row' }, Object.entries(SIGNS).map(([name, sign]) =>
      h('span', {}, h('span', { class: `swatch tile-${name}`, 'aria-hidden': 'true' }, sign), t(`state.${name}`)))),
    status, place));
  read(level, query.get('domain'), signal, status).then(({ rows, regions }) => {
    if (signal.aborted) return;
    status.textContent = t('matrix.size', number(rows.length), number(regions.length));
    replace(place, rows.length ? grid(rows, regions) : h('div', { class: 'notice' }, h('h2', {}, t('ledger.empty')), h('p', {}, t('ledger.empty.filters'))));
  }).catch((problem) => {
    if (signal.aborted) return;
    status.textContent = '';
    problemView(place, problem, () => matrixView(target, query, signal));
  });
}

async function read(level, domain, signal, status) {
  const rows = [];
  const regions = new Map();
  let cursor = null;
  do {
    const asked = new URLSearchParams({ level, size: String(SIZE), ...(domain ? { domain } : {}), ...(cursor ? { cursor } : {}) });
    const page = await get(`/api/replication/v1/matrix?${asked}`, signal);
    // a case that asks nothing of this level has no cell here
    rows.push(...page.rows.filter((row) => Object.keys(row.cells).length));
    page.regions.forEach((region) => regions.set(region.code, region));
    cursor = page.next;
    status.textContent = t('matrix.reading', number(rows.length));
  } while (cursor && !signal.aborted);
  return { rows, regions: [...regions.values()].sort((a, b) => (a.code < b.code ? -1 : 1)) };
}

function grid(rows, regions) {
  const columns = `var(--names) repeat(${regions.length}, 2.1rem)`;
  const body = rows.map((row, i) => h('div', { role: 'row', class: 'matrix-row', 'aria-rowindex': i + 2, 'data-row': i, css: { 'grid-template-columns': columns } },
    zh('div', { role: 'rowheader', class: 'matrix-name' }, h('a', { href: `#/case/${row.id}`, tabindex: '-1', title: row.title }, row.title))));
  const element = h('div', {
    class: 'matrix', role: 'grid', 'aria-label': t('matrix.label'), 'aria-rowcount': rows.length + 1, 'aria-colcount': regions.length + 1, onkeydown: move, onfocusin: rove,
  },
  h('div', { role: 'row', class: 'matrix-row matrix-head', 'aria-rowindex': 1, css: { 'grid-template-columns': columns } },
    h('div', { role: 'columnheader', class: 'matrix-name' }, t('ledger.case')),
    regions.map((region) => h('div', { role: 'columnheader', class: 'matrix-region', title: region.name }, zh('span', {}, region.name)))), body);
  const fill = (i) => {
    if (body[i].children.length === 1) body[i].append(...regions.map((region, j) => cell(rows[i], region, i, j)));
  };
  const at = (i, j) => {
    fill(i);
    return body[i].children[j + 1].firstElementChild;
  };
  const near = new IntersectionObserver((seen) => seen.forEach((one) => {
    if (!one.isIntersecting) return;
    fill(Number(one.target.dataset.row));
    near.unobserve(one.target);
  }), { rootMargin: NEAR });
  body.forEach((row) => near.observe(row));
  let tabbed = at(0, 0);
  tabbed.setAttribute('tabindex', '0');

  function rove({ target }) {
    if (!target.dataset.i) return;
    tabbed.setAttribute('tabindex', '-1');
    tabbed = target;
    tabbed.setAttribute('tabindex', '0');
  }

  function move(event) {
    const from = event.target.closest('[data-i]');
    if (!from) return;
    let i = Number(from.dataset.i);
    let j = Number(from.dataset.j);
    if (event.key === 'Home') j = 0;
    else if (event.key === 'End') j = regions.length - 1;
    else if (KEYS[event.key]) {
      i = Math.min(rows.length - 1, Math.max(0, i + KEYS[event.key][0]));
      j = Math.min(regions.length - 1, Math.max(0, j + KEYS[event.key][1]));
    } else return;
    event.preventDefault();
    at(i, j).focus();
  }

  return element;
}

function cell(row, region, i, j) {
  const found = row.cells[region.code];
  const state = found ? stateOf(found) : 'OUTSIDE';
  const words = `${region.name}，${row.title}：${t(`state.${state}`)}`;
  const props = { class: `matrix-cell tile-${state}`, tabindex: '-1', 'data-i': i, 'data-j': j, 'aria-label': words, title: words };
  return h('div', { role: 'gridcell' }, found ? h('a', { href: `#/ledger/${found.obligation}`, ...props }, SIGNS[state]) : h('span', props));
}
