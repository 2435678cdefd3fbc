import { h, replace, zh } from './dom.js';
import { send } from './api.js';
import { number, t } from './language.js';
import { named } from './parts.js';
import { dialog, field, form, say } from './forms.js';
import { lineTable } from './lines.js';
import { bodyOf, fieldsOf, stepsOf, wrong } from './ledger-steps.js';
import { ruleWords } from './ledger-words.js';

const MOVES = '/api/replication/v1/obligations/transitions';

/** One step for several lines: marked in the table, tried first line by line, then taken all or those that may be. */
export function bulkBar(items, done) {
  const element = h('div', { class: 'actions bulk' });
  const byId = new Map(items.map((line) => [line.id, line]));
  const changed = (ids) => {
    const lines = ids.map((id) => byId.get(id));
    const offered = shared(lines);
    replace(element, h('span', { role: 'status' }, t('bulk.marked', number(lines.length))),
      lines.length === 0 ? null : offered.map((step) => h('button', { type: 'button', class: 'quiet', onclick: () => ask(step, lines, done) },
        t(`step.${step.name}`))),
      lines.length && !offered.length ? h('span', { class: 'note' }, t('bulk.none')) : null);
  };
  changed([]);
  return { element, changed };
}

// offered is what some of them may do; the service says for each whether it may
function shared(lines) {
  const names = new Map();
  lines.flatMap(stepsOf).forEach((step) => names.set(step.name, step));
  return [...names.values()];
}

function ask(step, lines, done) {
  const { fields, shown } = fieldsOf(step, lines[0], {});
  const results = h('div', {}, preview(step, lines));
  const partial = field({ name: 'partial', label: t('bulk.partial'), kind: 'check' });
  fields.forEach((one) => one.control.addEventListener('input', shown));
  shown();
  const made = form([...fields, partial], {
    submit: t('bulk.try'), danger: step.danger,
    cancel: [t('form.close'), () => box.close()], check: (values) => wrong(step, values), wide: true,
  }, async (values) => {
    const { partial: some, ...said } = values;
    const body = { steps: lines.map((line) => ({ id: line.id, ...bodyOf(step, said), ifMatch: `"${line.revision}"` })) };
    if (tried?.said !== JSON.stringify(said)) {
      await tryFirst(said, body);
      return;
    }
    if (tried.refused && !some) {
      partial.fail(t('bulk.tried.partial', number(tried.refused)));
      partial.control.focus();
      return;
    }
    let answer;
    try {
      answer = (await send('POST', `${MOVES}${some ? '?partial=true' : ''}`, body)).body;
    } catch (problem) {
      if (!problem.said?.results) throw problem;
      replace(results, h('div', { role: 'alert' }, h('h3', {}, t('bulk.refused'))), table(problem.said.results, lines));
      return;
    }
    forget();
    const changed = answer.taken;
    say(t('bulk.done', number(changed), number(answer.refused)));
    took ||= changed > 0;
    if (!answer.refused) box.close();
    else replace(results, h('div', { role: 'alert' }, h('h3', {}, t('bulk.some', number(changed), number(answer.refused)))), table(answer.results, lines));
  });
  const forget = () => {
    tried = null;
    made.button.textContent = t('bulk.try');
  };
  async function tryFirst(said, body) {
    const { body: answer } = await send('POST', `${MOVES}?dryRun=true`, body);
    replace(results, h('div', { role: 'status' }, h('h3', {}, t('bulk.tried', number(answer.wouldBeTaken), number(answer.refused)))), table(answer.results, lines));
    if (!answer.wouldBeTaken) return;
    tried = { said: JSON.stringify(said), refused: answer.refused };
    made.button.textContent = t('bulk.take', t(`step.${step.name}`), number(answer.wouldBeTaken));
  }
  let tried = null;
  fields.forEach((one) => ['input', 'change'].forEach((event) => one.element.addEventListener(event, forget)));
  let took = false;
  const box = dialog(t('bulk.title', t(`step.${step.name}`), number(lines.length)), [h('p', { class: 'note' }, t(`step.${step.name}.hint`)), made.element, results],
    { wide: true, closed: () => { if (took) done(); } });
}

/** What the rules of the ledger lead to expect of each line; the service judges. */
function preview(step, lines) {
  return table(lines.map((line) => {
    const fits = stepsOf(line).some((one) => one.name === step.name);
    return { id: line.id, result: fits ? 'LIKELY' : 'UNLIKELY', status: line.status };
  }), lines);
}

/** What would become, or became, of each line. */
function table(results, lines) {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return lineTable([
    { label: t('ledger.case'), head: true, show: (result) => zh('span', {}, byId.get(result.id)?.caseTitle ?? result.id) },
    { label: t('ledger.region'), show: (result) => zh('span', {}, byId.get(result.id)?.regionName ?? '') },
    { label: t('bulk.result'), show: (result) => h('span', { class: ['REFUSED', 'UNLIKELY'].includes(result.result) ? 'late' : null }, t(`bulk.${result.result}`)) },
    { label: t('bulk.why'), show: (result) => (result.problem ? ruleWords({ said: { rule: result.problem }, detail: result.detail }) : null) },
    { label: t('ledger.status'), show: (result) => (result.status ? named('status', result.status) : null) },
  ], results, { caption: t('bulk.results') });
}
