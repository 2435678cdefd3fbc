import { h, replace, zh } from './dom.js';
import { get, send } from './api.js';
import { day, moment, t } from './language.js';
import { dialog, field, form, say, showRefusal } from './forms.js';
import { levelName, meter, onceKey, reportsFor, reviews, ruleWords, state } from './ledger-words.js';

const LINES = '/api/replication/v1/obligations';
const WORK = ['department', 'person', 'plannedFinish', 'percent', 'remark'];

function worded(problem) {
  return Object.assign(problem, { detail: ruleWords(problem) });
}

/** Runs a change against the revision that was shown; where that is outdated, the next try is against the present one. */
async function guarded(line, change) {
  try {
    return await change({ 'If-Match': `"${line.revision}"` });
  } catch (problem) {
    if (problem.status !== 412) throw worded(problem);
    const now = await get(`${LINES}/${line.id}`);
    line.revision = now.revision;
    const due = now.dueOn === line.dueOn ? '' : `${t('changed.due', day(now.dueOn) || t('none'))} `;
    throw Object.assign(problem, { title: t('changed.title'), detail: due + t('changed.look'), type: '', said: {} });
  }
}

function live(line) {
  return !line.lapsed && line.role !== 'ORIGIN';
}

/** What the region says of its own work: shown, and changed in place by whoever reports. */
export function work(line, again) {
  if (line.outline) return null;
  const target = h('section', { class: 'panel' });
  const shown = () => replace(target,
    h('div', { class: 'panel-head' }, h('h2', {}, t('work.title')),
      live(line) && reportsFor(line) ? h('button', { type: 'button', class: 'quiet', onclick: change }, t('work.change')) : null),
    WORK.some((name) => line.work?.[name] !== undefined && line.work?.[name] !== null)
      ? h('dl', { class: 'facts' }, WORK.filter((name) => line.work[name] !== undefined && line.work[name] !== null).map((name) =>
        h('div', {}, h('dt', {}, t(`work.${name}`)), h('dd', {}, valueOf(name, line.work[name])))))
      : h('p', { class: 'empty' }, t('work.none')));
  const change = () => {
    const fields = WORK.map((name) => field({
      name, label: t(`work.${name}`), value: String(line.work?.[name] ?? ''), ...WORK_FIELDS[name],
    }));
    const send1 = patcher(line, again);
    replace(target, h('h2', {}, t('work.title')), form(fields, { submit: t('form.save'), cancel: [t('form.cancel'), shown] }, send1).element);
    fields[0].control.focus();
  };
  shown();
  return target;
}

const WORK_FIELDS = {
  department: { more: { maxlength: '200', lang: 'zh-CN' } },
  person: { more: { maxlength: '100', lang: 'zh-CN' } },
  plannedFinish: { kind: 'date' },
  percent: { kind: 'number', more: { min: '0', max: '100', step: '1', inputmode: 'numeric' } },
  remark: { kind: 'area', more: { maxlength: '2000', lang: 'zh-CN' } },
};

function valueOf(name, value) {
  if (name === 'percent') return meter(value);
  return name === 'plannedFinish' ? day(value) : zh('span', { class: 'kept-lines' }, value);
}

// only what was changed is sent, so that two people may fill in different fields at once
function patcher(line, again) {
  const key = onceKey();
  return async (values) => {
    const changes = {};
    WORK.forEach((name) => {
      const before = String(line.work?.[name] ?? '');
      if (values[name] !== before) changes[name] = values[name] === '' ? null : name === 'percent' ? Number(values[name]) : values[name];
    });
    if (Object.keys(changes).length) {
      await send('PATCH', `${LINES}/${line.id}/work`, changes, { 'Idempotency-Key': key(changes) }).catch((problem) => { throw worded(problem); });
      say(t('work.saved'));
    }
    again(true);
  };
}

/** News that moves nothing, the latest first. */
export function notes(line, again) {
  if (line.outline) return null;
  const key = onceKey();
  const text = field({ name: 'text', label: t('notes.text'), kind: 'area', needed: true, more: { maxlength: '2000', rows: '3', lang: 'zh-CN' } });
  const box = live(line) && reportsFor(line)
    ? form([text], { submit: t('notes.add') }, async (values) => {
      await send('POST', `${LINES}/${line.id}/notes`, values, { 'Idempotency-Key': key(values) }).catch((problem) => { throw worded(problem); });
      say(t('notes.added'));
      again(false);
    }).element : null;
  return h('section', { class: 'panel' }, h('h2', {}, t('notes.title')),
    line.notes?.length
      ? h('ol', { class: 'revisions' }, [...line.notes].reverse().map((note) => h('li', {},
        zh('span', { class: 'kept-lines' }, note.text), h('time', { datetime: note.at }, moment(note.at), ' · ', note.actor))))
      : h('p', { class: 'empty' }, t('notes.none')),
    box);
}

/** Whom the line was handed down to, and handing it down. */
export function parts(target, line, signal, again) {
  const mayHand = live(line) && reportsFor(line) && line.status !== 'CLOSED';
  if (!line.parts && !mayHand) {
    target.hidden = true;
    return;
  }
  const list = h('div', {});
  const place = h('div', {});
  replace(target, h('div', { class: 'panel-head' }, h('h2', {}, t('parts.title')),
    mayHand ? h('button', { type: 'button', class: 'quiet', onclick: () => handDown(place, line, signal, again) }, t('parts.add')) : null),
  list, place);
  if (!line.parts) {
    replace(list, h('p', { class: 'empty' }, t('parts.none')));
    return;
  }
  get(`${LINES}/${line.id}/delegations`, signal).then(({ items }) => replace(list, h('ul', { class: 'revisions' }, items.map((part) => h('li', {},
    h('span', {}, h('a', { href: `#/ledger/${part.id}` }, zh('span', {}, part.basis?.delegation?.department ?? part.regionName)), ' · ', state(part)),
    mayHand ? h('span', {}, h('button', { type: 'button', class: 'quiet', onclick: () => takeBack(part, again) }, t('parts.withdraw'))) : null)))))
    .catch((problem) => { if (!signal.aborted) showRefusal(list, problem); });
}

async function handDown(place, line, signal, again) {
  const regions = await get(`/api/replication/v1/regions?province=${line.provinceCode}`, signal).then(({ items }) => items).catch(() => []);
  const below = regions.filter((region) => region.code !== line.regionCode);
  const to = field({ name: 'to', label: t('parts.to'), kind: 'select',
    options: [['', t('parts.office')], ...below.map((region) => [region.code, `${region.name}（${levelName(region.level)}）`])] });
  const department = field({ name: 'department', label: t('parts.department'), more: { maxlength: '200', lang: 'zh-CN' }, hint: t('parts.department.hint') });
  const reason = field({ name: 'reason', label: t('step.reason'), kind: 'area', needed: true, more: { maxlength: '2000', lang: 'zh-CN' } });
  const made = form([to, department, reason], {
    submit: t('parts.add'), cancel: [t('form.cancel'), () => replace(place)],
    check: (values) => (Boolean(values.to) === Boolean(values.department) ? { department: t('parts.one') } : {}),
  }, async (values) => {
    const body = values.to ? { to: values.to, reason: values.reason } : { department: values.department, reason: values.reason };
    await send('POST', `${LINES}/${line.id}/delegations`, body).catch((problem) => { throw worded(problem); });
    say(t('parts.added'));
    again(false);
  });
  replace(place, made.element);
  to.control.focus();
}

function takeBack(part, again) {
  withReason(t('parts.withdraw'), t('parts.withdraw.text', part.regionName), t('parts.withdraw'), async (reason) => {
    await send('POST', `${LINES}/${part.id}/withdrawal`, { reason });
    say(t('parts.withdrawn'));
    again(false);
  });
}

/** A dialog that asks why before something is done. */
export function withReason(title, text, submit, act) {
  const reason = field({ name: 'reason', label: t('step.reason'), kind: 'area', needed: true, more: { maxlength: '2000', lang: 'zh-CN', autofocus: true } });
  const made = form([reason], { submit, danger: true, cancel: [t('form.cancel'), () => box.close()] }, async (values) => {
    await act(values.reason).catch((problem) => { throw worded(problem); });
    box.close();
  });
  const box = dialog(title, [h('p', {}, text), made.element]);
}

/** What only a coordinator decides: the deadline, and that nothing is owed. */
export function decisions(line, again) {
  if (!reviews() || !live(line)) return null;
  const place = h('div', {});
  const closed = line.status === 'CLOSED';
  return h('section', { class: 'panel' }, h('h2', {}, t('decide.title')),
    h('div', { class: 'actions' },
      closed ? null : h('button', { type: 'button', class: 'quiet', onclick: () => setDue(place, line, again) }, t(line.dueOn ? 'decide.due.move' : 'decide.due.set')),
      line.dueOn ? h('button', { type: 'button', class: 'quiet', onclick: () => dropDue(line, again) }, t('decide.due.drop')) : null,
      h('button', { type: 'button', class: 'quiet', onclick: () => waive(line, again) }, t('decide.waive'))), place);
}

function setDue(place, line, again) {
  const on = field({ name: 'on', label: t('decide.due.on'), kind: 'date', value: line.dueOn ?? '' });
  const days = field({ name: 'workingDays', label: t('decide.due.days'), kind: 'number', more: { min: '1', max: '2000', step: '1' }, hint: t('decide.due.days.hint') });
  const from = field({ name: 'from', label: t('decide.due.from'), kind: 'date' });
  const reason = field({ name: 'reason', label: t('step.reason'), kind: 'area', needed: true, more: { maxlength: '2000', lang: 'zh-CN' } });
  days.control.addEventListener('input', () => { if (days.value()) on.control.value = ''; });
  const made = form([on, days, from, reason], {
    submit: t('form.save'), cancel: [t('form.cancel'), () => replace(place)],
    check: (values) => (values.workingDays ? values.from ? {} : { from: t('form.absent') } : values.on ? {} : { on: t('form.absent') }),
  }, async (values) => {
    const deadline = values.workingDays ? { workingDays: Number(values.workingDays), from: values.from } : { on: values.on };
    const answer = await guarded(line, (headers) => send('PUT', `${LINES}/${line.id}/due`, { ...deadline, reason: values.reason }, headers));
    say(t('decide.due.done', day(answer.body.dueOn)));
    again(true);
  });
  replace(place, made.element);
  on.control.focus();
}

function dropDue(line, again) {
  withReason(t('decide.due.drop'), t('decide.due.drop.text', day(line.dueOn)), t('decide.due.drop'), async (reason) => {
    await guarded(line, (headers) => send('DELETE', `${LINES}/${line.id}/due?${new URLSearchParams({ reason })}`, null, headers));
    say(t('decide.due.dropped'));
    again(true);
  });
}

function waive(line, again) {
  withReason(t('decide.waive'), t('decide.waive.text', line.regionName, line.caseTitle), t('decide.waive'), async (reason) => {
    await send('POST', `${LINES}/${line.id}/waiver`, { reason });
    say(t('decide.waived'));
    again(true);
  });
}
