import { h, replace } from './dom.js';
import { get } from './api.js';
import { number, t } from './language.js';
import { named, problemView } from './parts.js';
import { filterBar } from './lines.js';
import { statisticsTabs } from './statistics.js';
import { DOMAINS, levelName, LEVELS } from './ledger-words.js';
import { grid, SIGNS } from './matrix-grid.js';

const SIZE = 100;

/** Cases against regions, a sign and a colour a cell. Rows come page by page. */
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
    replace(place, rows.length ? grid(rows, regions, signal) : h('div', { class: 'notice' }, h('h2', {}, t('ledger.empty')), h('p', {}, t('ledger.empty.filters'))));
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
