import { h, replace, zh } from './dom.js';
import { get } from './api.js';
import { day, moment, number, percent, t } from './language.js';
import { load, named } from './parts.js';

/** In the order of the legend; the sign tells them apart without colour. */
const STATES = {
  ORIGIN: '★', ADOPTED: '●', PARTIAL: '◐', EVIDENCED: '◇', OPEN: '○', NOT_APPLICABLE: '–', SUPERSEDED: '↺', UNKNOWN: '?', OUTSIDE: '',
};

/** Who has adopted the case, on a map of equal tiles and in a table. */
export function adoption(target, id, signal) {
  load(target, signal,
    () => Promise.all([
      get(`/api/replication/v1/cases/${id}/adoption`, signal),
      get('/api/replication/v1/regions', signal),
    ]),
    ([answer, regions]) => show(target, id, answer, regions.items));
}

function stateOf(region) {
  if (!region) return 'OUTSIDE';
  if (region.role === 'ORIGIN') return 'ORIGIN';
  if (region.status === 'CLOSED') return region.outcome in STATES ? region.outcome : 'OPEN';
  // only a document says that it adopted: neither closed nor without news
  if (region.evidenced) return 'EVIDENCED';
  return region.status === 'UNKNOWN' ? 'UNKNOWN' : 'OPEN';
}

function show(target, id, answer, places) {
  const title = h('h2', {}, t('adoption.title'));
  if (!answer.regions.length) {
    replace(target, title, h('p', { class: 'empty' }, t('adoption.notpromoted')));
    return;
  }
  const byTile = tileRegions(answer.regions);
  const drawn = new Set(places.map((place) => byTile.get(place.code)));
  const offMap = answer.regions.filter((region) => !drawn.has(region));
  replace(target, title, summary(answer),
    h('div', { class: 'map-body' },
      map(places, byTile),
      legend(answer.regions, places, byTile)),
    offMap.length
      ? h('p', { class: 'note' }, t('adoption.offmap', offMap.map((region) =>
        `${region.name}（${t(`state.${stateOf(region)}`)}）`).join('、')))
      : null,
    answer.undecided?.length
      ? h('p', { class: 'note' }, t('adoption.undecided', answer.undecided.map((region) => region.name).join('、'))) : null,
    answer.unresolved?.length ? h('p', { class: 'note' }, t('adoption.unresolved', answer.unresolved.join('、'))) : null,
    h('p', { class: 'leaving' },
      h('a', { href: `#/ledger?case=${encodeURIComponent(id)}&all=true` }, t('adoption.lines')),
      h('a', { href: `#/ledger?case=${encodeURIComponent(id)}&all=true&overdue=true` }, t('adoption.lagging'))),
    table(answer.regions));
}

// a zone is drawn on its province, which owes nothing itself where the zones are addressed; what lies below a province has no tile
function tileRegions(regions) {
  const byTile = new Map(regions.filter((region) => region.level === 'ZONE').map((region) => [region.provinceCode, region]));
  regions.filter((region) => region.level !== 'ZONE').forEach((region) => byTile.set(region.code, region));
  return byTile;
}

/** One sentence a level: rates of provinces, zones and prefectures are never counted together. */
function summary({ rate, byLevel, asOf }) {
  const levels = byLevel?.length ? byLevel : [rate];
  return h('p', { class: 'map-summary' },
    levels.map((one) => [
      one.level && one.level !== 'PROVINCE' ? `${named('level', one.level)} ` : '',
      t('adoption.sentence', number(one.inScope), number(one.known), number(one.unknown)), ' ',
      one.rate === undefined || one.rate === null
        ? t('adoption.norate')
        : t('adoption.rate', percent(one.rate), number(one.numerator), number(one.denominator)), ' ',
    ]),
    asOf ? h('small', {}, t('adoption.asof', day(asOf))) : null);
}

function map(places, byTile) {
  const detail = h('div', { class: 'map-detail', role: 'status' }, h('p', { class: 'empty' }, t('adoption.pick')));
  const tiles = places.map((place) => {
    const region = byTile.get(place.code);
    const state = stateOf(region);
    const tile = h('button', {
      type: 'button', class: `tile tile-${state}`, tabindex: '-1', 'data-code': place.code,
      'aria-label': `${place.name}：${t(`state.${state}`)}`, 'aria-pressed': 'false',
      css: { 'grid-row': String(place.row + 1), 'grid-column': String(place.column + 1) },
      onclick: () => choose(tile),
      onfocus: () => rove(tile),
    }, zh('span', { class: 'tile-name' }, place.shortName), h('span', { class: 'tile-sign', 'aria-hidden': 'true' }, STATES[state]));
    return Object.assign(tile, { place, region });
  });

  function rove(tile) {
    tiles.forEach((other) => other.setAttribute('tabindex', other === tile ? '0' : '-1'));
  }

  function choose(tile) {
    tiles.forEach((other) => other.setAttribute('aria-pressed', String(other === tile)));
    replace(detail, details(tile.place, tile.region));
  }

  function move(event) {
    const from = tiles.find((tile) => tile === document.activeElement);
    const [rows, columns] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key] ?? [];
    if (!from || rows === undefined) return;
    event.preventDefault();
    nearest(tiles, from, rows, columns)?.focus();
  }

  tiles[0]?.setAttribute('tabindex', '0');
  return h('div', { class: 'map-column' },
    h('div', { class: 'map', role: 'group', 'aria-label': t('adoption.map'), onkeydown: move }, tiles), detail);
}

// the map has holes: the next tile is the one least far off in that direction, straight ahead before aslant
function nearest(tiles, from, rows, columns) {
  let best = null;
  let least = Infinity;
  for (const tile of tiles) {
    const down = tile.place.row - from.place.row;
    const right = tile.place.column - from.place.column;
    const ahead = down * rows + right * columns;
    const aside = Math.abs(down * columns) + Math.abs(right * rows);
    const far = ahead + 3 * aside;
    if (ahead > 0 && far < least) [best, least] = [tile, far];
  }
  return best;
}

function details(place, region) {
  const state = stateOf(region);
  return [
    h('h3', {}, zh('span', {}, place.name), h('span', { class: `swatch tile-${state}`, 'aria-hidden': 'true' }, STATES[state]),
      h('span', {}, t(`state.${state}`))),
    region ? h('dl', { class: 'facts facts-row' }, rows(region).map(([name, value]) =>
      h('div', {}, h('dt', {}, t(`adoption.${name}`)), h('dd', {}, value)))) : null,
  ];
}

function lineLink(region) {
  return region.obligation ? h('a', { href: `#/ledger/${region.obligation}` }, named('status', region.status)) : named('status', region.status);
}

function rows(region) {
  if (stateOf(region) === 'ORIGIN') return [['assurance', named('assurance', region.assurance)]];
  return [
    ['step', lineLink(region)],
    ['assurance', named('assurance', region.assurance)],
    ['evidence', number(region.evidence?.length ?? 0)],
    ...(region.dueOn ? [['due', day(region.dueOn)]] : []),
    ['updated', moment(region.updatedAt)],
  ];
}

function legend(regions, places, byTile) {
  const counts = Object.fromEntries(Object.keys(STATES).map((state) => [state, 0]));
  regions.forEach((region) => { counts[stateOf(region)] += 1; });
  counts.OUTSIDE = places.filter((place) => !byTile.has(place.code)).length;
  const shown = Object.keys(STATES).filter((state) => counts[state] || ['ADOPTED', 'OPEN', 'UNKNOWN'].includes(state));
  return h('section', { class: 'legend', 'aria-label': t('adoption.legend') },
    h('ul', {}, shown.map((state) => h('li', {},
      h('span', { class: `swatch tile-${state}`, 'aria-hidden': 'true' }, STATES[state]),
      h('span', {}, t(`state.${state}`)), h('strong', {}, number(counts[state]))))));
}

function table(regions) {
  const columns = ['region', 'state', 'step', 'assurance', 'evidence', 'due', 'updated'];
  return h('details', { class: 'map-table' }, h('summary', {}, t('adoption.table')),
    h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('adoption.title') },
      h('table', {},
        h('thead', {}, h('tr', {}, columns.map((name) => h('th', { scope: 'col' }, t(`adoption.${name}`))))),
        h('tbody', {}, regions.map((region) => h('tr', {},
          zh('th', { scope: 'row' }, region.name),
          h('td', {}, t(`state.${stateOf(region)}`)),
          h('td', {}, lineLink(region)),
          h('td', {}, named('assurance', region.assurance)),
          h('td', { class: 'numeric' }, number(region.evidence?.length ?? 0)),
          h('td', {}, day(region.dueOn)),
          h('td', {}, moment(region.updatedAt))))))));
}
