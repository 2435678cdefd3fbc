import { h, replace, zh } from './dom.js';
import { get, send } from './api.js';
import { day, moment, t } from './language.js';
import { named } from './parts.js';
import { session } from './session.js';
import { attached, evidenceOf } from './attachments.js';
import { field, form, say, showRefusal } from './forms.js';
import { onceKey, OUTCOMES, reportsFor, reviews, ruleWords } from './ledger-words.js';

const LINES = '/api/replication/v1/obligations';
const STALE = /:(revision-outdated|changed-meanwhile|no-such-step)$/;

/* The steps of the ledger as replication-service's README lists them: where from, what each has to say, and whose it is. */
const STEPS = [
  { name: 'acknowledge', from: ['UNKNOWN'], to: 'NOT_STARTED', says: [] },
  { name: 'start', from: ['UNKNOWN', 'NOT_STARTED', 'RETURNED', 'REOPENED'], to: 'IN_PROGRESS', says: ['explanation'] },
  { name: 'submit', from: ['IN_PROGRESS', 'RETURNED', 'REOPENED'], to: 'SUBMITTED', says: ['outcome', 'explanation', 'evidence', 'reason'] },
  { name: 'decline', from: ['UNKNOWN', 'NOT_STARTED'], to: 'SUBMITTED', outcome: 'NOT_APPLICABLE', says: ['explanation', 'needed reason'] },
  { name: 'recall', from: ['SUBMITTED'], to: 'IN_PROGRESS', says: ['needed reason'] },
  { name: 'close', from: ['SUBMITTED'], to: 'CLOSED', says: ['outcome', 'explanation?', 'evidence', 'reason'], review: true },
  { name: 'return', from: ['SUBMITTED'], to: 'RETURNED', says: ['needed reason'], review: true, danger: true },
  { name: 'reopen', from: ['CLOSED'], to: 'REOPENED', says: ['needed reason'], review: true, danger: true },
];

/** Steps that who is signed in may take on a line as it is; for what is offered only, the service decides. */
export function stepsOf(line) {
  if (line.lapsed || line.role === 'ORIGIN') return [];
  const part = Boolean(line.basis?.delegation);
  return STEPS.filter((step) => step.from.includes(line.status)
    && (step.review ? reviews() : reportsFor(line))
    && (!part || ['acknowledge', 'start'].includes(step.name)));
}

/** What may be done next, each with the fields it needs; what was typed for one stays for the others. */
export function steps(line, signal, again) {
  const target = h('section', { class: 'panel', id: 'next' });
  const typed = {};
  let current = line;
  let drawn = null;

  function draw(opened, focus = false) {
    drawn = opened;
    const offered = stepsOf(current);
    const own = reviewsOwn(current);
    const place = h('div', {});
    const buttons = offered.map((step) => h('button', {
      type: 'button', class: step === opened ? 'button' : 'button button-weak', 'aria-expanded': String(step === opened),
      disabled: step.review && own && step.name !== 'reopen', onclick: () => draw(step, true),
    }, t(`step.${step.name}`)));
    replace(target, h('h2', {}, t('step.title')),
      offered.length ? h('div', { class: 'actions' }, buttons) : h('p', { class: 'empty' }, idle(current)),
      offered.some((step) => step.review) && own ? h('p', { class: 'note' }, t('step.own')) : null, place);
    if (!opened || !offered.includes(opened)) return;
    open(place, opened);
    if (focus) place.querySelector('textarea, select, input, button')?.focus();
  }

  function open(place, step) {
    const key = onceKey();
    const { fields, shown } = fieldsOf(step, current, typed);
    const news = h('div', { class: 'notice', role: 'alert', hidden: true });
    const take = async (values, revision = current.revision) => {
      keep(typed, values);
      const body = bodyOf(step, values);
      try {
        await send('POST', `${LINES}/${current.id}/transitions`, body, { 'If-Match': `"${revision}"`, 'Idempotency-Key': key(body) }, signal);
      } catch (problem) {
        if (!STALE.test(problem.type ?? '')) throw Object.assign(problem, { detail: ruleWords(problem) });
        const before = current;
        current = await get(`${LINES}/${current.id}`, signal);
        changedView(news, before, current, stepsOf(current).includes(step) ? () => take(values, current.revision).catch((next) =>
          showRefusal(news, next)) : null, () => draw(null));
        return;
      }
      say(t('step.done', t(`step.${step.name}`), current.regionName));
      again(true);
    };
    const made = form(fields, { submit: t(`step.${step.name}.do`), danger: step.danger, cancel: [t('form.cancel'), () => draw(null)],
      check: (values) => wrong(step, values) }, take);
    fields.forEach((one) => one.control.addEventListener('input', () => { keep(typed, { [one.name]: one.value() }); shown(); }));
    shown();
    replace(place, h('p', { class: 'note' }, t(`step.${step.name}.hint`)), news, made.element);
  }

  draw(null);
  return { element: target, refresh: () => draw(drawn) };
}

function keep(typed, values) {
  Object.assign(typed, values);
}

function idle(line) {
  if (line.role === 'ORIGIN') return t('step.idle.origin');
  if (line.lapsed) return t('step.idle.lapsed');
  if (!session().signedIn) return t('step.idle.nobody');
  return reportsFor(line) ? t('step.idle.reviewer') : t('step.idle.other');
}

function reviewsOwn(line) {
  const last = [...(line.steps ?? [])].reverse().find((step) => step.to === 'SUBMITTED');
  return Boolean(last?.actor) && last.actor === session().subject;
}

/** Fields of a step, and what shows those that the chosen outcome asks for. */
export function fieldsOf(step, line, typed) {
  const outcomes = OUTCOMES.map((value) => [value, t(`state.${value}`)]);
  const fields = step.says.flatMap((say) => {
    const name = say.replace(/^needed |\?$/g, '');
    const needed = say.startsWith('needed') || say === 'explanation';
    if (name === 'outcome') {
      return field({ name, label: t('step.outcome'), kind: 'select', needed: step.name === 'submit', value: typed.outcome ?? '',
        options: [['', step.name === 'close' ? t('step.outcome.asSubmitted') : t('step.outcome.choose')], ...outcomes] });
    }
    const area = field({ name, label: t(`step.${name}`), kind: 'area', needed, value: typed[name] ?? '', hint: t(`step.${name}.hint`),
      more: { maxlength: name === 'evidence' ? '20000' : '4000', lang: 'zh-CN' } });
    return name === 'evidence' && attached(line).length ? [filesField(line, typed), area] : area;
  });
  const shown = () => {
    const outcome = fields.find((one) => one.name === 'outcome')?.value();
    if (outcome === undefined) return;
    fields.forEach((one) => {
      if (one.name === 'reason') one.element.hidden = outcome !== 'NOT_APPLICABLE';
      if (['evidence', 'files'].includes(one.name)) one.element.hidden = !['ADOPTED', 'PARTIAL'].includes(outcome);
    });
  };
  return { fields, shown };
}

/** Attached files to be named as evidence; all of them, until somebody chooses. */
function filesField(line, typed) {
  const files = attached(line);
  const chosen = typed.files ?? files.map(evidenceOf);
  const boxes = files.map((file) => [h('input', { type: 'checkbox', checked: chosen.includes(evidenceOf(file)), value: evidenceOf(file) }), file]);
  const element = h('fieldset', { class: 'field' }, h('legend', { class: 'label' }, t('attach.asEvidence')),
    boxes.map(([box, file]) => h('label', { class: 'pick-one' }, box, ' ', zh('span', {}, file.title || file.name))));
  return {
    element, control: element, name: 'files', needed: false, fail: () => {},
    value: () => boxes.filter(([box]) => box.checked).map(([box]) => box.value),
  };
}

export function bodyOf(step, { outcome, explanation, reason, evidence, files }) {
  const ended = step.outcome ?? outcome;
  const proofs = [...(files ?? []), ...(evidence ?? '').split('\n').map((line) => line.trim()).filter(Boolean)];
  return Object.fromEntries(Object.entries({
    to: step.to,
    outcome: ended,
    explanation,
    reason: step.says.includes('needed reason') || ended === 'NOT_APPLICABLE' ? reason : null,
    evidence: ['ADOPTED', 'PARTIAL'].includes(ended) ? proofs : [],
  }).filter(([, value]) => value && value.length));
}

export function wrong(step, values) {
  const said = {};
  if (step.name === 'submit' && ['ADOPTED', 'PARTIAL'].includes(values.outcome) && !values.evidence && !values.files?.length) said.evidence = t('step.evidence.missing');
  if (step.name === 'submit' && values.outcome === 'NOT_APPLICABLE' && !values.reason) said.reason = t('step.reason.missing');
  return said;
}

/** Says what somebody else changed meanwhile, and how to go on with what was typed. */
function changedView(target, before, now, goOn, leave) {
  const steps = (now.steps ?? []).filter((step) => step.revision > before.revision);
  const differ = [
    before.status === now.status ? null : `${named('status', before.status)} → ${named('status', now.status)}`,
    before.dueOn === now.dueOn ? null : t('changed.due', day(now.dueOn) || t('none')),
    JSON.stringify(before.work ?? {}) === JSON.stringify(now.work ?? {}) ? null : t('changed.work'),
    (before.notes ?? []).length === (now.notes ?? []).length ? null : t('changed.notes'),
    before.evidence.length === now.evidence.length ? null : t('changed.evidence'),
  ].filter(Boolean);
  replace(target, h('h2', {}, t('changed.title')),
    h('ul', { class: 'changes' }, differ.map((one) => h('li', {}, one)), steps.map((step) => h('li', {}, moment(step.at), ' ',
      step.actor ? zh('span', {}, step.actor) : null, ' ', `${named('status', step.from)} → ${named('status', step.to)}`,
      step.explanation || step.reason ? ['：', zh('span', {}, step.explanation ?? step.reason)] : null))),
    h('p', {}, goOn ? t('changed.goOn.hint') : t('changed.impossible', named('status', now.status))),
    h('div', { class: 'actions' },
      goOn ? h('button', { type: 'button', class: 'button', onclick: goOn }, t('changed.goOn')) : null,
      h('button', { type: 'button', class: 'button button-weak', onclick: leave }, t('changed.leave'))));
  target.hidden = false;
  target.setAttribute('tabindex', '-1');
  target.focus();
}
