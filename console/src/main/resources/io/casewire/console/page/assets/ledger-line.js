import { h, outside, replace, zh } from './dom.js';
import { get } from './api.js';
import { day, moment, number, t } from './language.js';
import { load, named } from './parts.js';
import { attachments, fileLink } from './attachments.js';
import { place } from './leaving.js';
import { steps } from './ledger-steps.js';
import { decisions, notes, parts, work } from './ledger-work.js';
import { dueWords, levelName, meter, state } from './ledger-words.js';

export const LINES = '/api/replication/v1/obligations';

/** One line of the ledger, whole: why it is owed, how far it is, what speaks for it, and what may be done next. */
export function lineView(target, id, signal) {
  const again = (focus) => load(target, signal, () => get(`${LINES}/${id}`, signal), (line) => {
    show(target, line, signal, again);
    if (focus) target.querySelector('h1')?.focus({ preventScroll: true });
  });
  again(false);
}

function show(target, line, signal, again) {
  const proofs = h('section', { class: 'panel' });
  const handed = h('section', { class: 'panel' });
  const files = h('section', { class: 'panel' });
  const past = h('section', { class: 'panel' });
  const next = steps(line, signal, again);
  document.title = `${line.caseTitle} · ${line.regionName} · Casewire`;
  replace(target, h('article', { class: 'work' },
    h('header', { class: 'work-head' },
      h('p', {}, h('a', { href: `#/ledger?region=${line.regionCode}` }, t('line.back', line.regionName))),
      zh('h1', { tabindex: '-1' }, line.caseTitle),
      h('p', { class: 'meta' }, zh('strong', {}, line.regionName), h('span', {}, levelName(line.level)), state(line),
        line.strength ? h('span', {}, named('strength', line.strength)) : null,
        h('a', { href: `#/case/${line.caseId}` }, t('line.case')),
        h('a', { href: `#/ledger?case=${line.caseId}&all=true` }, t('line.others')))),
    line.lapsed ? h('p', { class: 'notice problem' }, t('line.lapsed', line.lapsed)) : null,
    h('div', { class: 'columns' },
      h('div', { class: 'column-main' }, next.element, files, proofs, handed, past, notes(line, again)),
      h('aside', { class: 'column-side' }, standing(line), work(line, again), basis(line), decisions(line, again)))));
  evidence(proofs, line, signal);
  history(past, line);
  attachments(files, line, signal, () => {
    // a file that was on its way while a step was taken belongs to the view that was drawn since
    if (!files.isConnected) {
      again(false);
      return;
    }
    history(past, line);
    next.refresh();
  });
  parts(handed, line, signal, again);
}

function facts(rows) {
  return h('dl', { class: 'facts' }, rows.filter(([, value]) => value !== null && value !== undefined && value !== '').map(([name, value]) =>
    h('div', {}, h('dt', {}, t(`line.${name}`)), h('dd', {}, value))));
}

function standing(line) {
  return h('section', { class: 'panel' }, h('h2', {}, t('line.standing')), facts([
    ['status', state(line)],
    ['assurance', named('assurance', line.assurance)],
    ['due', line.dueOn ? [dueWords(line), dueFrom(line.due)] : t('line.due.none')],
    ['parts', line.parts ? [t('line.parts.of', number(line.parts.number)), meter(line.parts.percent)] : null],
    ['closedAt', line.closedAt ? moment(line.closedAt) : null],
    ['updated', moment(line.updatedAt)],
    ['revision', number(line.revision)],
  ]));
}

function dueFrom(due) {
  if (!due) return null;
  return h('small', {}, named('line.due.source', due.source).replace(/^line\.due\.source\./, ''),
    due.workingDays ? ` · ${t('line.due.counted', day(due.countedFrom), number(due.workingDays))}` : null,
    due.actor ? [' · ', zh('span', {}, due.actor)] : null, due.reason ? ['：', zh('span', {}, due.reason)] : null);
}

/** In words why this region owes this. */
function basis(line) {
  const why = line.basis;
  if (!why) return null;
  const instrument = why.instrument;
  const later = why.supersededBy;
  return h('section', { class: 'panel' }, h('h2', {}, t('line.basis')),
    h('p', {}, line.role === 'ORIGIN' ? t('line.basis.origin') : ruleOf(why, line)),
    facts([
      ['instrument', instrument ? [outside(instrument.url, instrument.title || instrument.number),
        instrument.title && instrument.number ? zh('small', {}, instrument.number) : null] : null],
      ['scope', why.scopeText ? zh('span', {}, why.scopeText) : null],
      ['since', day(line.since)],
      ['counted', why.day ? [day(why.day.counted), h('small', {}, t(`line.day.${why.day.known}`))] : null],
      ['origin', why.origin?.length ? zh('span', {}, why.origin.join('、')) : null],
      ['originCase', why.originCase ? h('a', { href: `#/case/${why.originCase}` }, t('line.case')) : null],
      ['supersededBy', later ? [h('a', { href: `#/case/${later.caseId}` }, t('line.later', day(later.day))),
        later.instrument ? zh('small', {}, later.instrument.number || later.instrument.title) : null] : null],
      ['byHand', why.byHand ? [t(`line.byHand.${why.byHand.kind}`), h('small', {}, moment(why.byHand.at),
        why.byHand.actor ? [' · ', zh('span', {}, why.byHand.actor)] : null, why.byHand.reason ? ['：', zh('span', {}, why.byHand.reason)] : null)] : null],
      ['parent', why.delegation ? h('a', { href: `#/ledger/${why.delegation.parent}` }, t('line.parent.open')) : null],
    ]));
}

function ruleOf(why, line) {
  const set = why.set?.name ?? why.scopeText ?? '';
  const text = t(`line.rule.${why.rule}`, set, line.regionName, number(why.set?.codes?.length ?? 0));
  return zh('span', {}, text.startsWith('line.rule.') ? t('line.rule.OTHER') : text);
}

/** Each opens with its sentence and the document it stands in. */
function evidence(target, line, signal) {
  const title = h('h2', {}, t('line.evidence'));
  if (!line.evidence.length) {
    replace(target, title, h('p', { class: 'empty' }, t('line.evidence.none')));
    return;
  }
  load(target, signal, () => get(`${LINES}/${line.id}/evidence`, signal), (answer) => replace(target, title,
    h('div', { class: 'proofs' }, answer.items.map((fact, i) => h('details', { open: i === 0 },
      h('summary', {}, zh('span', {}, fact.document.title || fact.document.number || fact.resultName),
        fact.document.issuedOn ? ` · ${day(fact.document.issuedOn)}` : null, fact.withdrawn ? ` · ${t('line.evidence.withdrawn')}` : null),
      zh('blockquote', {}, fact.quote),
      h('p', { class: 'note' }, zh('span', {}, fact.resultName), ' · ', zh('span', {}, fact.region), ' · ',
        h('a', { href: place(fact.document, fact.lines[0]), target: '_blank', rel: 'noopener' }, t('line.evidence.open')))))),
    answer.unread?.length ? h('p', { class: 'note' }, t('line.evidence.unread', number(answer.unread.length))) : null));
}

/** Steps and files, the latest first. */
function history(target, line) {
  const taken = [...(line.steps ?? []).map((step) => ({ step, revision: step.revision })),
    ...(line.attachments ?? []).map((file) => ({ file, revision: file.revision }))].sort((a, b) => b.revision - a.revision);
  replace(target, h('h2', {}, t('line.history')),
    line.outline ? h('p', { class: 'note' }, t('line.outline')) : null,
    h('ol', { class: 'revisions' }, taken.map(({ step, file }) => (step ? stepItem(line, step) : fileItem(line, file))),
      h('li', {}, h('span', {}, t('line.derived')), h('time', { datetime: line.derivedAt }, moment(line.derivedAt)))));
}

function stepItem(line, step) {
  return h('li', {},
    h('span', {}, `${named('status', step.from)} → ${named('status', step.to)}`,
      step.outcome ? `（${t(`state.${step.outcome}`)}）` : null, step.actor ? [' · ', zh('span', {}, step.actor)] : null),
    h('time', { datetime: step.at }, moment(step.at)),
    said('explanation', step.explanation), said('reason', step.reason),
    (step.evidence ?? []).map((item) => h('p', {}, t('line.evidenceItem'), fileLink(line, item) ?? outside(item, item))));
}

function fileItem(line, file) {
  return h('li', {},
    h('span', {}, t(`attach.history.${{ REMOVED: 'removed', PURGED: 'purged' }[file.act] ?? 'added'}`), zh('span', {}, file.name), ' · ', zh('span', {}, file.actor)),
    h('time', { datetime: file.at }, moment(file.at)), said('reason', file.reason));
}

function said(name, text) {
  return text ? h('p', {}, `${t(`step.${name}`)}：`, zh('span', { class: 'kept-lines' }, text)) : null;
}
