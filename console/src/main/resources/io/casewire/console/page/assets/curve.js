import { append, h, replace, zh } from './dom.js';
import { get } from './api.js';
import { day, number, percent, t } from './language.js';
import { load } from './parts.js';
import { only } from './ledger.js';
import { levelName } from './ledger-words.js';
import { lineTable } from './lines.js';

const SVG = 'http://www.w3.org/2000/svg';
const FILTERS = ['domain', 'region', 'province', 'level', 'instrument', 'strength', 'case'];
const BOX = { width: 720, height: 300, left: 72, right: 16, top: 20, bottom: 40 };
const TICKS = 4;
const FEW = 5;

function s(tag, props, ...children) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(props).forEach(([name, value]) => element.setAttribute(name, String(value)));
  return append(element, children);
}

/** Adopters over time against what was in scope then. */
export function curve(target, query, signal) {
  load(target, signal, () => get(`/api/replication/v1/adoption/curve?${only(query, FILTERS)}`, signal), (answer) => replace(target,
    h('section', { class: 'panel' },
      h('h2', {}, t('curve.title', levelName(answer.level)), h('small', {}, t('statistics.day', day(answer.day)))),
      answer.points.length ? [chart(answer), legend()] : h('p', { class: 'empty' }, t('curve.none')),
      answer.undated ? h('p', { class: 'note' }, t('curve.undated', number(answer.undated))) : null,
      h('dl', { class: 'facts' }, [
        ['first', adopter(answer.first)], ['last', adopter(answer.last)], ['median', median(answer.timeToAdopt)],
      ].filter(([, value]) => value).map(([name, value]) => h('div', {}, h('dt', {}, t(`curve.${name}`)), h('dd', {}, value))))),
    answer.points.length ? h('details', { class: 'map-table' }, h('summary', {}, t('adoption.table')), lineTable([
      { label: t('curve.day'), head: true, show: (point) => day(point.day) },
      { label: t('curve.closedOut'), numeric: true, show: (point) => number(point.closedOut) },
      { label: t('curve.documented'), numeric: true, show: (point) => number(point.documented) },
      { label: t('curve.inScope'), numeric: true, show: (point) => number(point.inScope) },
    ], answer.points, { caption: t('curve.title', levelName(answer.level)) })) : null));
}

function adopter(one) {
  return one ? [day(one.day), ' ', zh('a', { href: `#/ledger/${one.obligation}` }, one.name)] : null;
}

function median({ n, events, leftOut, median: reached, medianDays }) {
  const words = reached === 'REACHED' ? t('curve.reached', number(medianDays)) : t(`curve.${reached}`);
  return [words, h('small', {}, t('curve.of', number(n), number(events), number(leftOut)))];
}

function chart({ points, day: today }) {
  const time = (iso) => Date.parse(`${iso}T00:00:00Z`);
  const first = time(points[0].day);
  const last = Math.max(time(today), first + 86_400_000);
  const adopted = Math.max(1, ...points.map((point) => point.closedOut + point.documented));
  const scope = Math.max(...points.map((point) => point.inScope));
  // where few of many adopted, a scale for all of them would show a flat line
  const whole = scope <= adopted * FEW;
  const most = whole ? Math.max(adopted, scope) : Math.ceil(adopted * 1.25);
  const x = (at) => BOX.left + ((at - first) / (last - first)) * (BOX.width - BOX.left - BOX.right);
  const y = (value) => BOX.height - BOX.bottom - (value / most) * (BOX.height - BOX.top - BOX.bottom);
  // steps: nothing is adopted between two days
  const path = (value) => points.map((point, i) => `${i ? `H${x(time(point.day)).toFixed(1)}V` : `M${x(time(point.day)).toFixed(1)} `}${y(value(point)).toFixed(1)}`).join('')
    + `H${x(last).toFixed(1)}`;
  const end = points.at(-1);
  const said = t('curve.label', day(points[0].day), day(today), number(end.closedOut), number(end.documented), number(end.inScope),
    percent((end.closedOut + end.documented) / Math.max(1, end.inScope)));
  const ticks = [...new Set(Array.from({ length: TICKS + 1 }, (_, i) => Math.round((most * i) / TICKS)))];
  return [whole ? null : h('p', { class: 'note' }, t('curve.few', number(scope))), s('svg', { viewBox: `0 0 ${BOX.width} ${BOX.height}`, role: 'img', 'aria-label': said, class: 'chart' },
    ticks.map((value) => [
      s('line', { x1: BOX.left, x2: BOX.width - BOX.right, y1: y(value), y2: y(value), class: 'chart-grid' }),
      s('text', { x: BOX.left - 8, y: y(value) + 4, 'text-anchor': 'end' }, number(value))]),
    [[first, 'start'], [last, 'end']].map(([at, anchor]) =>
      s('text', { x: x(at), y: BOX.height - 10, 'text-anchor': anchor }, day(at === first ? points[0].day : today))),
    whole ? s('path', { d: path((point) => point.inScope), class: 'chart-scope' }) : null,
    s('path', { d: path((point) => point.closedOut + point.documented), class: 'chart-said' }),
    s('path', { d: path((point) => point.closedOut), class: 'chart-closed' }))];
}

function legend() {
  return h('p', { class: 'note legend-row' }, ['closed', 'said', 'scope'].map((name) => h('span', {},
    s('svg', { viewBox: '0 0 28 8', width: 28, height: 8, 'aria-hidden': 'true', class: 'chart' }, s('path', { d: 'M0 4H28', class: `chart-${name}` })),
    ' ', t(`curve.legend.${name}`))));
}
