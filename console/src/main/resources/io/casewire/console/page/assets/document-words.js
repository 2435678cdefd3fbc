import { h, zh } from './dom.js';
import { known, number, t } from './language.js';

const ON_THEIR_WAY = ['RECEIVED', 'EXTRACTED', 'PARSED'];
const SIGNS = {
  RECEIVED: '…', EXTRACTED: '…', PARSED: '…', HELD: '◐', PUBLISHED: '●', SUPERSEDED: '↺', UNPACKED: '▤', REJECTED: '✕', FAILED: '!', QUARANTINED: '!',
};

/** Kinds of records that documents have, in the order they are counted. */
export const COUNTED = ['cases', 'tasks', 'adoptions', 'milestones', 'indicators', 'metrics', 'chapters'];

/** Whether something more happens to the document by itself. */
export function unsettled(document) {
  return ON_THEIR_WAY.includes(document.state) && !document.held?.waits;
}

/** Where a document stands, one that waits for a person told apart. */
export function stateOf(document) {
  return document.held?.waits ? 'HELD' : document.state;
}

export function stateTag(document) {
  const state = stateOf(document);
  return h('span', { class: `state doc-state doc-${state}` },
    h('span', { class: 'state-sign', 'aria-hidden': 'true' }, SIGNS[state] ?? ''), t(`docstate.${state}`));
}

/** Why nothing of it was published, in the reader's words where they are known, and in the service's. */
export function refusalWords(document) {
  const { refusal, waitingFor } = document;
  if (waitingFor) return h('p', {}, h('small', {}, t('document.waitingFor', waitingFor)));
  if (!refusal) return null;
  const words = known(`refused.${refusal.code}`);
  return [
    words ? h('p', {}, t(`refused.${refusal.code}`)) : null,
    h('p', {}, h(words ? 'small' : 'span', {}, refusal.reason)),
  ];
}

/** How many records it has, against what it says itself. */
export function counts(document) {
  const found = document.counts;
  if (!found) return null;
  const names = COUNTED.filter((name) => found[name] || document.declared?.[name]);
  return names.length === 0 ? null : names.map((name) => {
    const declared = document.declared?.[name];
    const off = declared !== undefined && declared !== null && declared !== found[name];
    return h('span', { class: off ? 'count count-off' : 'count' },
      t(`count.${name}`, number(found[name] ?? 0)),
      declared === undefined || declared === null ? null : h('small', {}, t(off ? 'count.declared.off' : 'count.declared', number(declared))));
  });
}

/** What a record is called in lists: its own title or text. */
export function recordTitle(record) {
  return record.title ?? record.text ?? record.name ?? record.resultName ?? record.indicator ?? record.id;
}

export function kindTag(kind) {
  return h('span', { class: 'tag tag-weak' }, known(`record.${kind}`) ? t(`record.${kind}`) : kind);
}

/** The title, by which a document is known to people, or else the name of its file. */
export function documentName(document) {
  return zh('span', {}, document.title || document.name);
}
