import { h, zh } from './dom.js';
import { day, number, t } from './language.js';
import { named } from './parts.js';

/** How long a unit of time is, in seconds; what a document calls a working day is compared with its like only. */
const SECONDS = {
  秒: 1, 秒钟: 1, 分: 60, 分钟: 60, 小时: 3600, 个小时: 3600, 天: 86400, 日: 86400, 周: 604800,
  月: 2592000, 个月: 2592000, 年: 31536000,
};

/** The quantified effects of a case, each with the words it was read from. */
export function metricList(metrics) {
  return h('ul', { class: 'metrics' }, metrics.map((metric) => h('li', { class: 'metric' },
    h('p', { class: 'metric-head' },
      zh('span', { class: 'metric-name' }, metric.indicator || t('metric.unnamed')),
      h('span', { class: 'metric-value' }, headline(metric))),
    picture(metric),
    h('p', { class: 'metric-quote' },
      metric.asOf ? h('span', {}, t('metric.asof', day(metric.asOf))) : null,
      zh('q', {}, metric.quote)))));
}

function amount(value, unit) {
  return `${number(value)}${unit ? ` ${unit}` : ''}`;
}

function bounded(metric, text) {
  return t(`bound.${metric.bound ?? 'EXACT'}`, text);
}

function headline(metric) {
  const direction = metric.direction ? `${t(`metric.${metric.direction}`)} ` : '';
  switch (metric.kind) {
    case 'BEFORE_AFTER':
      return `${quantity(metric.before)} → ${quantity(metric.after)}`;
    case 'RELATIVE_CHANGE':
      return direction + bounded(metric, range(metric, metric.percent, '%'));
    case 'SHARE':
      return bounded(metric, range(metric, metric.percent, '%'));
    case 'ABSOLUTE':
      return direction + bounded(metric, range(metric, metric.value, metric.unit));
    default:
      return bounded(metric, range(metric, metric.value, metric.unit));
  }
}

function range(metric, value, unit) {
  if (value === undefined || value === null) return named('metric', metric.kind);
  const shown = unit === '%' ? `${number(value)}%` : amount(value, unit);
  return metric.valueMax === undefined || metric.valueMax === null ? shown : `${number(value)}–${amount(metric.valueMax, unit)}`;
}

function quantity(of) {
  return of ? amount(of.value, of.unit) : '–';
}

function picture(metric) {
  switch (metric.kind) {
    case 'BEFORE_AFTER':
      return comparable(metric.before, metric.after);
    case 'RELATIVE_CHANGE':
      return change(metric);
    case 'SHARE':
      return metric.percent >= 0 && metric.percent <= 100 ? single(metric.percent) : null;
    default:
      return null; // a number alone has nothing to be long or short against
  }
}

function comparable(before, after) {
  if (!before || !after || before.value < 0 || after.value < 0) return null;
  const factor = (unit) => (before.unit === after.unit ? 1 : SECONDS[unit]);
  const [from, to] = [before, after].map((of) => of.value * (factor(of.unit) ?? NaN));
  return Number.isFinite(from) && Number.isFinite(to) ? pair(from, to, quantity(before), quantity(after)) : null;
}

function change(metric) {
  if (metric.percent === undefined || metric.percent < 0 || !metric.direction) return null;
  if (metric.direction === 'DOWN' && metric.percent > 100) return null;
  const to = metric.direction === 'DOWN' ? 100 - metric.percent : 100 + metric.percent;
  return pair(100, to, '100%', `${number(to)}%`);
}

// the headline says it in words: for a screen reader the picture adds nothing
function pair(from, to, fromText, toText) {
  const most = Math.max(from, to) || 1;
  const line = (name, value, text, tone) => [
    h('span', { class: 'pair-name' }, t(`metric.${name}`)),
    h('span', { class: 'pair-track' },
      h('span', { class: `pair-fill pair-${tone}`, css: { width: `${Math.max((100 * value) / most, 0.6)}%` } }),
      h('span', { class: 'pair-text' }, text)),
  ];
  return h('div', { class: 'pair', 'aria-hidden': 'true' },
    line('before', from, fromText, 'before'), line('after', to, toText, 'after'));
}

function single(percent) {
  return h('div', { class: 'share', 'aria-hidden': 'true' },
    h('span', { class: 'share-fill', css: { width: `${percent}%` } }));
}
