import { h, zh } from './dom.js';
import { day, known, number, t } from './language.js';
import { named } from './parts.js';
import { may, session } from './session.js';

/* How lines of the ledger are worded wherever they are shown. Signs tell states apart without colour. */
const SIGNS = {
  UNKNOWN: '?', NOT_STARTED: '○', IN_PROGRESS: '◔', SUBMITTED: '▲', RETURNED: '↩', REOPENED: '↻',
  ADOPTED: '●', PARTIAL: '◐', NOT_APPLICABLE: '–', SUPERSEDED: '↺', CLOSED: '●', ORIGIN: '★',
};

export const STATUSES = ['UNKNOWN', 'NOT_STARTED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED', 'REOPENED', 'CLOSED'];
export const LEVELS = ['PROVINCE', 'ZONE', 'AREA', 'PREFECTURE', 'COUNTY'];
export const OUTCOMES = ['ADOPTED', 'PARTIAL', 'NOT_APPLICABLE'];
/** What rates count a line as. */
export const COUNTED_AS = ['UNKNOWN', 'OPEN', 'ADOPTED', 'PARTIAL', 'NOT_APPLICABLE', 'SUPERSEDED'];
const KNOWN = COUNTED_AS.slice(1);

/** What the list is asked with for the lines behind each number of a rate. */
export const BEHIND = {
  inScope: {}, unknown: { outcome: 'UNKNOWN' }, open: { outcome: 'OPEN' }, closed: { outcome: KNOWN.slice(1).join() }, known: { outcome: KNOWN.join() },
  numerator: { outcome: 'ADOPTED,PARTIAL' }, denominator: { outcome: 'OPEN,ADOPTED,PARTIAL' }, evidenced: { evidenced: 'true' },
};
Object.values(BEHIND).forEach((asked) => { asked.counted = 'true'; });
export const DOMAINS = ['trade', 'investment', 'finance', 'industry', 'government', 'supervision', 'factors', 'intellectual-property',
  'rule-of-law', 'cooperation', 'other'];

export function levelName(level) {
  return named('ledger.level', level).replace(/^ledger\.level\./, '');
}

/** The state of a line: sign, step, and how it ended. */
export function state({ role, status, outcome, lapsed }) {
  const key = role === 'ORIGIN' ? 'ORIGIN' : outcome ?? status;
  const words = role === 'ORIGIN' ? t('state.ORIGIN')
    : status === 'CLOSED' && outcome ? `${named('status', status)}（${t(`state.${outcome}`)}）` : named('status', status);
  return h('span', { class: `state state-${key}` },
    h('span', { class: 'state-sign', 'aria-hidden': 'true' }, SIGNS[key] ?? ''),
    h('span', {}, words, lapsed ? ` · ${t('ledger.lapsed')}` : null));
}

/** How a deadline stands: the day, and how long it is to it or since. */
export function dueWords(line) {
  if (!line.dueOn) return null;
  const left = line.workingDaysLeft;
  const provisional = line.workingDaysProvisional ? t('ledger.due.provisional') : '';
  const words = line.overdue
    ? left ? t('ledger.due.over', number(Math.abs(left))) : t('ledger.due.past')
    : left === undefined || left === null ? null : left === 0 ? t('ledger.due.today') : t('ledger.due.left', number(left));
  return [day(line.dueOn),
    words ? h('small', { class: line.overdue ? 'late' : left !== undefined && left <= 20 ? 'soon' : null }, words, provisional) : null];
}

export function meter(value) {
  if (value === null || value === undefined) return null;
  return [h('span', { class: 'meter', 'aria-hidden': 'true' }, h('span', { css: { width: `${value}%` } })), `${value}%`];
}

/** An instrument by its number, else its title. */
export function instrumentName(instrument) {
  return instrument ? zh('span', {}, instrument.number || instrument.title) : null;
}

/** Whether who is signed in reports for that line; for what is shown only. */
export function reportsFor(line) {
  return may('coordinator', 'operator') || (may('region') && session().regionCode === line.regionCode);
}

export function reviews() {
  return may('coordinator', 'operator');
}

/** A sentence for a refused step in the reader's words where there is one, else what the service said. */
export function ruleWords(problem) {
  const slug = (problem.said?.rule ?? problem.type ?? '').replace(/^.*:/, '');
  const key = `rule.${slug}`;
  return known(key) ? t(key) : problem.detail || problem.title;
}

/** A word that makes sure that what is sent twice is done once; a new one for another body. */
export function onceKey() {
  let last = null;
  let key = null;
  return (body) => {
    const now = JSON.stringify(body);
    if (now !== last) {
      key = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      last = now;
    }
    return key;
  };
}
