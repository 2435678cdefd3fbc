import { h, replace, zh } from './dom.js';
import { send } from './api.js';
import { day, moment, number, t } from './language.js';
import { named } from './parts.js';

const AFTER = 700;
const CASE_ID = /^case-[a-z0-9]+$/i;

/**
 * What such a subscription would have been told of, asked for once typing stops.
 *
 * @param asked gives the request, or null where nothing is asked yet
 * @param refused is given the problem, or null where all is in order
 */
export function preview(target, signal, asked, refused) {
  let timer = null;
  let underWay = null;
  const waiting = () => replace(target, h('h2', {}, t('preview.title')), h('p', { class: 'waiting', role: 'status' }, t('preview.counting')));
  const ask = async () => {
    const body = asked();
    underWay?.abort();
    if (body === null) {
      refused(null);
      replace(target, h('h2', {}, t('preview.title')), h('p', { class: 'empty' }, t('preview.nothing')));
      return;
    }
    underWay = new AbortController();
    const mine = underWay;
    waiting();
    try {
      const { body: answer } = await send('POST', '/api/notify/v1/subscriptions/preview', body, {}, AbortSignal.any([signal, mine.signal]));
      if (mine.signal.aborted || signal.aborted) return;
      refused(null);
      show(target, answer);
    } catch (problem) {
      if (mine.signal.aborted || signal.aborted) return;
      refused(problem);
      replace(target, h('h2', {}, t('preview.title')),
        h('p', { class: 'note', role: 'status' }, t(problem.status === 422 ? 'preview.wrong' : 'preview.failed'), problem.status === 422 ? '' : ` ${problem.detail}`));
    }
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    soon: () => { clearTimeout(timer); timer = setTimeout(ask, AFTER); },
    now: ask,
  };
}

function show(target, answer) {
  const most = Math.max(1, ...answer.weeks.map((week) => week.count));
  replace(target,
    h('h2', {}, t('preview.title')),
    h('p', { role: 'status' }, t('preview.total', day(answer.from.slice(0, 10)), day(answer.until.slice(0, 10))), ' ',
      h('strong', { class: 'preview-total' }, number(answer.total))),
    h('ol', { class: 'weeks', 'aria-label': t('preview.weeks') }, answer.weeks.map((week) => h('li', {},
      h('span', { class: 'week-name' }, t('preview.week', week.from.slice(5, 10), week.until.slice(5, 10))),
      h('span', { class: 'bar-track' }, h('span', { class: 'bar-fill', css: { width: `${(100 * week.count) / most}%` } })),
      h('span', { class: 'bar-value' }, number(week.count))))),
    answer.latest.length === 0
      ? h('p', { class: 'empty' }, t('preview.empty'))
      : [h('h3', {}, t('preview.latest', number(answer.latest.length))), h('ol', { class: 'preview-latest' }, answer.latest.map(line))]);
}

function line(told) {
  const title = told.title || told.subject;
  return h('li', {}, h('span', { class: 'tag tag-weak' }, kindWords(told.type)), ' ',
    CASE_ID.test(told.subject) ? zh('a', { href: `#/case/${told.subject}` }, title) : zh('span', {}, title),
    h('small', {}, ' ', moment(told.recordedTime)));
}

/** What happened, by the wire name of the event. */
export function kindWords(type) {
  return named('kindname', type.replace(/^casewire\./, '').replace(/\.v\d+$/, ''));
}
