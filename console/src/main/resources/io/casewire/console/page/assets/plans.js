import { h, replace, zh } from './dom.js';
import { get } from './api.js';
import { day, number, t } from './language.js';
import { load } from './parts.js';
import { filterBar, lineTable, pager, tabs } from './lines.js';
import { only } from './ledger.js';
import { meter } from './ledger-words.js';
import { targetLine } from './plan-target.js';
import { taskRows } from './plan-tasks.js';

const API = '/api/replication/v1';
const VIEWS = ['units', 'behind', 'tasks'];

/** Plans that were read, each with how many tasks stand. */
export function plansView(target, query, signal) {
  const list = h('div', {});
  replace(target, h('div', { class: 'work' },
    h('div', { class: 'work-head' }, h('h1', {}, t('plans.title')), h('p', {}, t('plans.lead'))), list));
  load(list, signal, () => get(`${API}/plans?${only(query, ['cursor'], { size: 50 })}`, signal), (answer) => replace(list,
    answer.items.length ? lineTable([
      { label: t('plans.plan'), head: true, show: ({ document }) => zh('a', { href: `#/plans/${document.id}` }, document.title || document.number || document.id) },
      { label: t('case.number'), show: ({ document }) => (document.number ? zh('span', {}, document.number) : null) },
      { label: t('case.issuer'), show: ({ document }) => (document.issuer ? zh('span', {}, document.issuer) : null) },
      { label: t('case.issued'), show: ({ document }) => day(document.issuedOn) },
      { label: t('plans.tasks'), numeric: true, show: ({ document, tasks }) => h('a', { href: `#/plans/${document.id}?view=tasks` }, number(tasks)) },
    ], answer.items, { caption: t('plans.caption', number(answer.items.length)) })
      : h('div', { class: 'notice' }, h('h2', {}, t('plans.empty')), h('p', {}, t('plans.empty.hint'))),
    pager('/plans', query, answer.next)));
}

/** How far a plan had come on a day: its sums, its own target line, who is behind, and what was reported. */
export function planView(target, id, query, signal) {
  const path = `/plans/${id}`;
  const view = VIEWS.find((name) => name === query.get('view')) ?? 'units';
  const again = () => load(target, signal, () => get(`${API}/plans/${id}?${only(query, ['asOf'])}`, signal), (board) => {
    const body = h('section', {});
    const to = (name) => `#${path}?${new URLSearchParams([...only(query, ['asOf']), ['view', name]])}`;
    document.title = `${board.document.title} · Casewire`;
    replace(target, h('article', { class: 'work' },
      h('header', { class: 'work-head' }, h('p', {}, h('a', { href: '#/plans' }, t('plans.back'))), zh('h1', {}, board.document.title),
        h('p', { class: 'meta' }, board.document.number ? zh('span', {}, board.document.number) : null, h('span', {}, day(board.document.issuedOn)),
          h('span', {}, t('plans.asOf', day(board.asOf))))),
      filterBar(path, query, [{ name: 'asOf', label: t('plans.day'), kind: 'date', words: day }], { open: query.has('asOf') }),
      sums(board.total, to), board.targets.map(targetLine),
      tabs(t('plans.title'), VIEWS.map((name) => [to(name), t(`plans.${name}`), name === view])), body));
    ({ units, behind, tasks: allTasks })[view](body, board, signal, again, id);
  });
  again();
}

function sums(total, to) {
  const shown = [['tasks', 'tasks'], ['parts', 'tasks'], ['finished', null], ['late', null], ['overdue', 'behind'], ['ongoing', null], ['undated', null]];
  return h('ul', { class: 'figures-row panel', 'aria-label': t('plans.sums') }, shown.map(([name, view]) => h('li', {},
    `${t(`plans.total.${name}`)} `, h('strong', { class: name === 'overdue' && total.overdue ? 'late' : null },
      view ? h('a', { href: to(view) }, number(total[name])) : number(total[name])))),
  h('li', {}, `${t('plans.total.percent')} `, total.percent === null || total.percent === undefined ? t('none') : meter(total.percent)));
}

function units(target, board) {
  const side = (name, key) => ({ label: t(`plans.${name}.${key}`), numeric: true, show: (unit) => {
    const value = unit[name][key];
    return key === 'overdue' && value ? h('strong', { class: 'late' }, number(value)) : number(value);
  } });
  replace(target, board.units.length ? lineTable([
    { label: t('plans.unit'), head: true, show: ({ unit }) => zh('span', {}, unit) },
    side('lead', 'tasks'), side('lead', 'finished'), side('lead', 'overdue'),
    { label: t('plans.lead.percent'), show: ({ lead }) => (lead.tasks ? meter(lead.percent) : null) },
    side('supporting', 'tasks'), side('supporting', 'finished'), side('supporting', 'overdue'),
  ], board.units, { caption: t('plans.units.caption', number(board.units.length)) }) : h('p', { class: 'empty' }, t('plans.units.none')));
}

function behind(target, board) {
  replace(target, board.behind.length ? lineTable([
    { label: t('plans.task'), head: true, show: (task) => [task.number ? `${task.number}. ` : '', zh('span', {}, task.title)] },
    { label: t('ledger.due'), show: (task) => h('span', { class: 'late' }, day(task.due)) },
    { label: t('plans.measures'), show: (task) => (task.measures.length ? task.measures.join('、') : null) },
    { label: t('plans.unit'), show: (task) => (task.units.length ? zh('span', {}, task.units.join('、')) : null) },
    { label: t('ledger.percent'), show: (task) => meter(task.percent) },
  ], board.behind, { caption: t('plans.behind.caption', number(board.behind.length)) }) : h('p', { class: 'empty' }, t('plans.behind.none')));
}

function allTasks(target, board, signal, again, id) {
  load(target, signal, () => tasksOf(id, board.asOf, signal), (tasks) => replace(target,
    taskRows(tasks, new Map(board.behind.map((task) => [task.id, task])), signal, again)));
}

// the service lists the tasks of all plans; those of one are picked out
async function tasksOf(id, asOf, signal) {
  const tasks = [];
  let cursor = null;
  do {
    const page = await get(`${API}/tasks?${new URLSearchParams({ asOf, size: '500', ...(cursor ? { cursor } : {}) })}`, signal);
    tasks.push(...page.items.filter((task) => task.document.id === id));
    cursor = page.next;
  } while (cursor && !signal.aborted);
  return tasks.sort((a, b) => a.lines[0] - b.lines[0]);
}
