import { h, replace, zh } from './dom.js';
import { send } from './api.js';
import { known, number, t } from './language.js';
import { attend } from './document-text.js';
import { decide, reasonField } from './decide.js';
import { kindTag, stateOf } from './document-words.js';
import { named } from './parts.js';
import { may } from './session.js';

const LISTED = 200;
/** Under which words the values of a field stand. */
const WORDS = { '/domains': 'domain', '/originality': 'originality', '/promotion/scope': 'scope', '/promotion/strength': 'strength', '/promotion/level': 'levelname' };

/** What publishing the document would change, or that it says what is published: old and new values side by side. */
export function differences(target, document, preview, again) {
  const { changes, insert, update, superseded, missing, withheld } = preview;
  const waits = stateOf(document) === 'HELD';
  replace(target,
    h('h2', {}, t(waits ? 'differences.title.held' : 'differences.title')),
    h('p', { class: 'figures-row' }, ['inserted', 'updated', 'unchanged', 'missing'].map((name) =>
      h('span', {}, t(`differences.${name}`), ' ', h('strong', {}, number(changes[name]))))),
    insert.length + update.length + superseded.length + missing.length + withheld.length === 0
      ? h('p', { class: 'empty' }, t('differences.none')) : null,
    group('updated', update, (record) => [entry(record, t('differences.revision', number(record.revision))), changed(record.fields)], true),
    group('inserted', insert, entry, insert.length <= 5),
    group('superseded', superseded, entry, true),
    group('missing', missing, (record) => [entry(record), missingWays(record, again)], true),
    group('withheld', withheld, (record) => [entry(record), restoreWay(record, again)], true));
}

function group(name, items, show, open) {
  if (items.length === 0) return null;
  return h('details', { class: 'differences', open },
    h('summary', {}, t(`differences.${name}`), ' ', number(items.length), h('small', {}, ` ${t(`differences.${name}.note`)}`)),
    h('ul', { class: 'plain' }, items.slice(0, LISTED).map((item) => h('li', {}, show(item)))),
    items.length > LISTED ? h('p', { class: 'note' }, t('differences.more', number(items.length - LISTED))) : null);
}

function entry(record, more = null) {
  return h('p', {}, kindTag(record.kind), ' ',
    h('button', { type: 'button', class: 'as-link', lang: 'zh-CN', onclick: () => attend(`record-${record.id}`) }, record.title || record.id),
    typeof more === 'string' ? h('small', {}, ` ${more}`) : null);
}

function changed(fields) {
  if (!fields?.length) return h('p', { class: 'note' }, t('differences.provenance'));
  return h('table', { class: 'diff' },
    h('thead', {}, h('tr', {}, ['field', 'old', 'now'].map((name) => h('th', { scope: 'col' }, t(`differences.${name}`))))),
    h('tbody', {}, fields.map((field) => h('tr', {},
      h('th', { scope: 'row' }, fieldName(field.field)),
      h('td', { class: 'diff-old', 'data-label': t('differences.old') }, shown(field.old, field.field)),
      h('td', { class: 'diff-now', 'data-label': t('differences.now') }, shown(field.now, field.field))))));
}

/** What a field is called: the words for its outermost part, and its pointer where it lies deeper. */
export function fieldName(pointer) {
  if (known(`fieldname${pointer}`)) return t(`fieldname${pointer}`);
  const [, first, ...rest] = pointer.split('/');
  const name = known(`fieldname.${first}`) ? t(`fieldname.${first}`) : first;
  return rest.length ? [name, h('small', {}, ` ${pointer}`)] : name;
}

/** A value as a person reads it: codes of that field in words, lists line by line. */
export function shown(value, pointer = '') {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) {
    return h('span', { class: 'empty' }, t('differences.absent'));
  }
  const word = (one) => (WORDS[pointer] ? named(WORDS[pointer], one) : String(one));
  if (Array.isArray(value)) {
    return value.every((one) => typeof one !== 'object')
      ? zh('span', {}, value.map(word).join('、'))
      : zh('span', { class: 'diff-value' }, value.map(item).join('\n'));
  }
  return zh('span', { class: 'diff-value' }, typeof value === 'object' ? item(value) : word(value));
}

function item(value) {
  const said = [value.heading, value.text ?? value.quote ?? value.title].filter(Boolean);
  return said.length ? said.join('：') : JSON.stringify(value);
}

/** Ways to decide about a record that a newer copy of its document lacks. */
export function missingWays(record, again) {
  if (!may('operator')) return null;
  return h('p', { class: 'actions' },
    h('button', { type: 'button', class: 'quiet', onclick: () => decide(t('decide.keep.title', record.title), [reasonField(true)],
      { submit: t('decide.keep'), lead: t('decide.keep.lead'), done: t('decide.keep.done') },
      async ({ reason }) => {
        await send('POST', `/api/ingest/v1/records/${record.id}/keep`, { reason });
        again();
      }) }, t('decide.keep')),
    withdrawWay(record, again));
}

/** A button that takes a published record back. */
export function withdrawWay(record, again) {
  if (!may('operator')) return null;
  return h('button', { type: 'button', class: 'quiet', onclick: () => decide(t('decide.withdraw.title', record.title), [reasonField(true)],
    { submit: t('decide.withdraw'), lead: t('decide.withdraw.lead'), danger: true, done: t('decide.withdraw.done') },
    async ({ reason }) => {
      await send('POST', `/api/ingest/v1/records/${record.id}/withdraw`, { reason });
      again();
    }) }, t('decide.withdraw'));
}

function restoreWay(record, again) {
  if (!may('operator')) return null;
  return h('p', { class: 'actions' }, h('button', { type: 'button', class: 'quiet', onclick: () => decide(t('decide.restore.title', record.title), [reasonField(false)],
    { submit: t('decide.restore'), done: t('decide.restore.done') },
    async ({ reason }) => {
      await send('POST', `/api/ingest/v1/records/${record.id}/restore${reason ? `?${new URLSearchParams({ reason })}` : ''}`);
      again();
    }) }, t('decide.restore')));
}
