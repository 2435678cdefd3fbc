import { send } from './api.js';
import { t } from './language.js';
import { decide } from './decide.js';
import { confirmed, field, say } from './forms.js';

const SOURCES = '/api/ingest/v1/sources';
/** How often a page is looked at, as ISO 8601; what another has is offered besides. */
const EVERY = ['PT15M', 'PT1H', 'PT6H', 'PT12H', 'PT24H', 'P7D'];
const SILENT = ['', 'P7D', 'P30D', 'P90D', 'P365D'];
/** What a sentence of the service is about, by the word it names. */
const ABOUT = [['silentAfter', /^silentAfter /], ['every', /^every /], ['selector', /selector/], ['linkContains', /linkContains/], ['name', /name in words|already/], ['url', /url|host|address|http/i]];

/** A source that is new, or that is to be defined anew; `again` is called once that was taken. */
export function sourceForm(source, again) {
  const has = source ?? { every: 'PT1H', history: 'SKIP', kind: null };
  const fields = [
    field({ name: 'name', label: t('sources.name'), value: has.name ?? '', needed: true, hint: t('sources.name.hint'), more: { maxlength: '100', lang: 'zh-CN' } }),
    field({ name: 'url', label: t('sources.url'), kind: 'url', value: has.url ?? '', needed: true, hint: t('sources.url.hint'), more: { maxlength: '2000' } }),
    field({ name: 'every', label: t('sources.every'), kind: 'select', value: has.every, options: times(EVERY, has.every) }),
    field({ name: 'kind', label: t('sources.kind'), kind: 'select', value: has.kind ?? '', options: ['', 'LIST_PAGE', 'FEED'].map((kind) => [kind, t(`sources.kind.${kind || 'ANY'}`)]) }),
    field({ name: 'selector', label: t('sources.selector'), value: has.selector ?? '', hint: t('sources.selector.hint') }),
    field({ name: 'linkContains', label: t('sources.linkContains'), value: has.linkContains ?? '', hint: t('sources.linkContains.hint'), more: { lang: 'zh-CN' } }),
    field({ name: 'silentAfter', label: t('sources.silentAfter'), kind: 'select', value: has.silentAfter ?? '', options: times(SILENT, has.silentAfter ?? '') }),
    field({ name: 'take', label: t('sources.take'), kind: 'check', value: has.history === 'TAKE', hint: t('sources.take.hint') }),
    field({ name: 'backfill', label: t('sources.backfill'), kind: 'check', value: has.backfill === true, hint: t('sources.backfill.hint') }),
  ];
  decide(source ? t('sources.change.of', source.name) : t('sources.add'), fields, {
    submit: source ? t('form.save') : t('sources.add.do'), wide: true, done: source ? t('sources.changed') : t('sources.added'),
  }, async (values) => {
    const body = definition({ ...values, history: values.take ? 'TAKE' : 'SKIP', active: has.active ?? true });
    await (source ? send('PUT', `${SOURCES}/${source.id}`, body) : send('POST', SOURCES, body)).catch((problem) => { throw atFields(problem); });
    again();
  });
}

function times(offered, present) {
  return (offered.includes(present) ? offered : [...offered, present]).map((time) => [time, duration(time)]);
}

/** A time of ISO 8601 in words, as far as it has one part. */
export function duration(iso) {
  if (!iso) return t('sources.time.default');
  const found = /^P(?:(\d+)D|T(\d+)H|T(\d+)M)$/.exec(iso);
  if (!found) return iso;
  const [, days, hours, minutes] = found;
  return days ? t('sources.time.days', days) : hours ? t('sources.time.hours', hours) : t('sources.time.minutes', minutes);
}

// what is left out takes its default
function definition({ name, url, every, kind, selector, linkContains, silentAfter, backfill, history, active }) {
  return Object.fromEntries(Object.entries({ name, url, every, kind, selector, linkContains, silentAfter, backfill, history, active })
    .filter(([, value]) => value !== '' && value !== null && value !== undefined));
}

// the service says what is wrong in sentences, each about one of the fields
function atFields(problem) {
  const sentences = (problem.said?.errors ?? []).filter((one) => typeof one === 'string');
  const errors = sentences.map((detail) => ({ field: ABOUT.find(([, words]) => words.test(detail))?.[0] ?? null, detail }));
  return Object.assign(problem, { said: { ...problem.said, errors } });
}

/** Looked at no more until it is resumed, or looked at again. */
export async function pauseOrResume(source, again) {
  const active = !source.active;
  await send('PUT', `${SOURCES}/${source.id}`, definition({ ...source, active }));
  say(t(active ? 'sources.resumed' : 'sources.paused', source.name));
  again();
}

export async function removeSource(source, again) {
  if (!await confirmed(t('sources.remove'), t('sources.remove.ask', source.name), { yes: t('sources.remove'), danger: true })) return;
  await send('DELETE', `${SOURCES}/${source.id}`);
  say(t('sources.removed', source.name));
  again();
}
