import { h, replace, zh } from './dom.js';
import { get, send } from './api.js';
import { day, moment, number, t } from './language.js';
import { may } from './session.js';
import { field, form, say, showRefusal } from './forms.js';
import { meter } from './ledger-words.js';
import { place } from './leaving.js';

const TASKS = '/api/replication/v1/tasks';

/** The tasks of a plan in its order, each opening to its measures and what was reported of it. */
export function taskRows(tasks, behind, signal, again) {
  if (!tasks.length) return h('p', { class: 'empty' }, t('plans.tasks.none'));
  return h('div', { class: 'tasks' }, tasks.map((task) => {
    const body = h('div', { class: 'task-body' });
    const details = h('details', { class: 'panel task' },
      h('summary', {}, h('span', { class: 'task-title' }, task.number ? `${task.number}. ` : '', zh('span', {}, task.title)),
        h('span', { class: behind.has(task.id) ? 'late' : 'note' }, task.due ? [day(task.due), behind.has(task.id) ? ` · ${t('plans.isBehind')}` : '']
          : task.ongoing ? t('plans.ongoing') : t('plans.undated'))),
      body);
    details.addEventListener('toggle', () => { if (details.open && !body.firstChild) open(body, task, signal, again); });
    return details;
  }));
}

function open(target, task, signal, again) {
  const progress = h('div', {});
  replace(target,
    h('dl', { class: 'facts' }, [
      ['lead', zh('span', {}, task.leadUnits.join('、'))], ['supporting', zh('span', {}, task.supportingUnits.join('、'))],
      ['responsible', task.leadUnits.length || task.supportingUnits.length ? null : zh('span', {}, task.responsibleUnits.join('、'))],
      ['target', task.target ? zh('span', {}, task.target) : null],
    ].filter(([, value]) => value?.textContent).map(([name, value]) => h('div', {}, h('dt', {}, t(`plans.task.${name}`)), h('dd', {}, value)))),
    task.measures.length ? zh('ol', { class: 'parts' }, task.measures.map((measure) => h('li', {}, h('p', {}, measure.text),
      h('p', { class: 'note' }, [measure.leadUnits.join('、'), ...measure.deadlines.map((one) => one.text)].filter(Boolean).join(' · '))))) : null,
    h('p', {}, h('a', { href: place(task.document, task.lines[0]), target: '_blank', rel: 'noopener' }, t('line.evidence.open'))),
    progress);
  read(progress, task, signal, again);
}

function read(target, task, signal, again) {
  get(`${TASKS}/${task.id}/progress`, signal).then((progress) => {
    replace(target, h('h3', {}, t('plans.progress')), h('p', {}, meter(progress.percent)),
      progress.reports.length ? h('ol', { class: 'revisions' }, progress.reports.map((report) => h('li', {},
        h('span', {}, report.measure ? t('plans.measure', number(report.measure)) : t('plans.whole'), ' ', meter(report.percent),
          report.finishedOn ? ` ${t('plans.finishedOn', day(report.finishedOn))}` : null),
        h('time', { datetime: report.at }, moment(report.at), report.actor ? ` · ${report.actor}` : null),
        report.note ? zh('p', { class: 'kept-lines' }, report.note) : null))) : h('p', { class: 'empty' }, t('plans.progress.none')),
      may('coordinator', 'operator') ? report(task, progress, () => { read(target, task, signal, again); }, signal) : null);
  }).catch((problem) => { if (!signal.aborted) showRefusal(target, problem); });
}

/** Reporting in place; who comes second is told what was reported meanwhile and keeps what was typed. */
function report(task, progress, done, signal) {
  let revision = progress.revision;
  const measure = field({ name: 'measure', label: t('plans.of'), kind: 'select',
    options: [['', t('plans.whole')], ...task.measures.map((one, i) => [String(i + 1), t('plans.measure', number(i + 1))])] });
  const percent = field({ name: 'percent', label: t('work.percent'), kind: 'number', needed: true, more: { min: '0', max: '100', step: '1', inputmode: 'numeric' } });
  const finishedOn = field({ name: 'finishedOn', label: t('plans.finished'), kind: 'date', hint: t('plans.finished.hint') });
  const note = field({ name: 'note', label: t('plans.note'), kind: 'area', more: { maxlength: '4000', rows: '2', lang: 'zh-CN' } });
  const made = form([measure, percent, finishedOn, note], {
    submit: t('plans.report'), check: (values) => (values.finishedOn && values.percent !== '100' ? { finishedOn: t('plans.finished.only') } : {}),
  }, async (values) => {
    const body = Object.fromEntries(Object.entries({ measure: values.measure ? Number(values.measure) : null, percent: Number(values.percent),
      finishedOn: values.finishedOn, note: values.note }).filter(([, value]) => value !== null && value !== ''));
    try {
      await send('PUT', `${TASKS}/${task.id}/progress`, body, { 'If-Match': `"${revision}"` }, signal);
    } catch (problem) {
      if (problem.status !== 412 && problem.status !== 409) throw problem;
      const now = await get(`${TASKS}/${task.id}/progress`, signal);
      revision = now.revision;
      const latest = now.reports.reduce((last, one) => (!last || one.at > last.at ? one : last), null);
      throw Object.assign(problem, { title: t('plans.changed'), detail: latest
        ? t('plans.changed.by', latest.actor ?? '', latest.measure ? t('plans.measure', number(latest.measure)) : t('plans.whole'), number(latest.percent)) : '' });
    }
    say(t('plans.reported'));
    done();
  });
  return h('div', { class: 'report' }, h('h3', {}, t('plans.report')), made.element);
}
