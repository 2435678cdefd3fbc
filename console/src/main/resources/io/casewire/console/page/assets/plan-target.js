import { h, zh } from './dom.js';
import { number, t } from './language.js';
import { lineTable } from './lines.js';

/** What a plan itself wants done by the end of each year, against what was done. */
export function targetLine(line) {
  const title = line.column ? `${line.indicator}（${line.column}）` : line.indicator;
  return h('section', { class: 'panel' }, zh('h2', {}, title), lineTable([
    { label: t('plans.year'), head: true, show: (point) => String(point.year) },
    { label: t('plans.wanted'), show: (point) => zh('span', {}, point.text) },
    { label: t('plans.actual'), show: bars },
    { label: t('plans.done'), numeric: true, show: (point) => `${number(point.done)}/${number(point.of)}` },
    { label: t('plans.met'), show: (point) => (point.met === null || point.met === undefined ? t('plans.notYet')
      : h('span', { class: point.met ? 'good' : 'late' }, point.met ? `✓ ${t('plans.reached')}` : `✕ ${t('plans.missed')}`)) },
  ], line.points, { caption: t('plans.target.caption') }));
}

function bars({ wanted, actual }) {
  if (actual === null || actual === undefined) return '–';
  const share = (value) => `${Math.min(100, Math.max(0, Number(value)))}%`;
  return [h('span', { class: 'target-bar', 'aria-hidden': 'true' },
    h('span', { class: 'target-actual', css: { width: share(actual) } }), h('span', { class: 'target-wanted', css: { left: share(wanted) } })),
  ` ${number(actual)}%`];
}
