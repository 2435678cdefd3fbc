/*
 * What a subscription can ask for, in the order the builder shows it: closed sets are chosen from, open ones typed, with names that
 * are known offered. The words of a value are those the rest of the page has for it.
 */
const CASE = ['case.published', 'case.revised', 'case.withdrawn'];
const LEDGER = ['derived', 'moved', 'assurance-changed', 'due-set', 'due-soon', 'overdue', 'lapsed', 'noted'].map((name) => `obligation.${name}`);

export const KINDS = [
  ...CASE, 'task.published', 'task.revised', 'task.withdrawn', 'document.published', 'document.rejected', 'evidence.adoption-found',
  'evidence.milestone-found', 'evidence.indicator-found', 'evidence.withdrawn', 'link.proposed', 'link.confirmed', 'link.rejected', ...LEDGER,
];

/** Chosen from: name of the criterion -> facet its words stand under, and the values. */
export const CHOSEN = {
  kinds: ['kindname', KINDS],
  domains: ['domain', ['trade', 'investment', 'finance', 'industry', 'government', 'supervision', 'factors', 'intellectual-property', 'rule-of-law', 'cooperation', 'other']],
  originality: ['originality', ['NATIONAL_FIRST', 'PROVINCIAL_FIRST']],
  scopes: ['scope', ['NATIONWIDE', 'PILOT_ZONES', 'COASTAL', 'NAMED', 'LEVEL_OF_REGION']],
  strengths: ['strength', ['MANDATED', 'ENCOURAGED']],
  genres: ['genre', ['ACHIEVEMENT_TABLE', 'BEST_PRACTICES', 'CASE_STUDIES', 'PLAN', 'REPORT', 'PROMOTION_LIST', 'MEASURES']],
  levels: ['levelname', ['PROVINCE', 'ZONE', 'AREA', 'PREFECTURE', 'COUNTY']],
  statuses: ['status', ['UNKNOWN', 'NOT_STARTED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED', 'REOPENED', 'CLOSED']],
  outcomes: ['state', ['ADOPTED', 'PARTIAL', 'NOT_APPLICABLE', 'SUPERSEDED']],
};

/** Typed: name of the criterion -> level of the regions whose names are offered; null for none. */
export const TYPED = { zones: 'ZONE', areas: 'AREA', regions: 'PROVINCE', units: null, instruments: null };

export const CRITERIA = [...Object.keys(CHOSEN), ...Object.keys(TYPED), 'query', 'concerns'];

/** What of a search a subscription can ask for too: facet of the search -> criterion. */
const OF_A_SEARCH = { domain: 'domains', zone: 'zones', area: 'areas', unit: 'units', originality: 'originality', scope: 'scopes' };

/** The address of the builder with what a search asks for taken over; what a subscription cannot ask is named in `left`. */
export function fromSearch(search) {
  const query = new URLSearchParams();
  const left = new Set();
  for (const [name, value] of search) {
    if (name === 'q') query.append('query', value);
    else if (OF_A_SEARCH[name]) query.append(OF_A_SEARCH[name], value);
    else if (!['cursor', 'page', 'size', 'fold', 'sort'].includes(name)) left.add(name);
  }
  left.forEach((name) => query.append('left', name));
  return `#/subscriptions/new?${query}`;
}

/** The criteria of an address of the builder, as a request has them. */
export function ofAddress(query) {
  const asked = {};
  for (const name of [...Object.keys(CHOSEN), ...Object.keys(TYPED)]) if (query.has(name)) asked[name] = query.getAll(name);
  for (const name of ['query', 'concerns', 'name']) if (query.get(name)) asked[name] = query.get(name);
  return asked;
}

/** Nearest names a sentence offers. */
function nearest(sentence) {
  const offered = /(?:the nearest are|Did you mean|can mean) ([^?.:]+)/.exec(sentence)?.[1];
  return offered ? offered.split(/, | or /).map((name) => name.trim()).filter(Boolean) : [];
}

/**
 * Sentences of a refusal by the field of the builder they are about; those of none under ''.
 *
 * @return Map of field -> [{ sentence, value, nearest }]
 */
export function errorsByField(sentences) {
  const byField = new Map();
  for (const sentence of sentences) {
    const field = fieldOf(sentence);
    const value = /'([^']*)'/.exec(sentence)?.[1] ?? null;
    byField.set(field, [...(byField.get(field) ?? []), { sentence, value, nearest: nearest(sentence) }]);
  }
  return byField;
}

const CHANNEL = /webhook|host|URL|https|address of mail|by mail|email|robot|channel|receiver|secret/i;
/** How sentences name the criterion they are about, the surest first. */
const NAMING = [/\(in (\w+)\)/, /' (?:in|of) (\w+)\b/, /with "(concerns)"/, /^(\w+) (?:is|has|holds)\b/];

function fieldOf(sentence) {
  const fields = [...CRITERIA, 'name', 'expiresAt', 'agency'];
  const named = NAMING.map((form) => form.exec(sentence)?.[1]).find((name) => fields.includes(name));
  if (named) return named;
  if (/^A region subscribes/.test(sentence)) return 'concerns';
  if (/^An operator names the agency/.test(sentence)) return 'agency';
  return CHANNEL.test(sentence) ? 'channel' : '';
}
