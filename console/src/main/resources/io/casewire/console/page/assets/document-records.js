import { h, replace, zh } from './dom.js';
import { get, send } from './api.js';
import { moment, number, t } from './language.js';
import { correctWay, fieldsOf, valueAt } from './document-fields.js';
import { decide, reasonField } from './decide.js';
import { fieldName, shown, withdrawWay } from './document-differences.js';
import { attend, lineWords } from './document-text.js';
import { kindTag, recordTitle } from './document-words.js';
import { load } from './parts.js';
import { may } from './session.js';

const ABOUT_THE_WHOLE = ['document', 'diagnostic'];
const PUBLISHED = ['PUBLISHED', 'SUPERSEDED'];

/**
 * The records of a document, each with its fields, what people corrected in it, and ways to correct more.
 *
 * @param ways go(line) in the text, open: id of the record to be shown at once, again(): draws the document anew, signal
 */
export function records(target, document, read, ways) {
  const items = read.filter((record) => !ABOUT_THE_WHOLE.includes(record.kind));
  const list = h('ul', { class: 'records' }, items.map((record) => recordItem(record, document, ways)));
  const filter = h('input', {
    type: 'search', id: 'record-filter', lang: 'zh-CN', placeholder: t('records.filter.hint'),
    oninput: () => [...list.children].forEach((item, i) => { item.hidden = !recordTitle(items[i]).includes(filter.value.trim()); }),
  });
  replace(target, h('h2', {}, t('records.title', number(items.length)), h('small', {}, t('records.lead'))),
    items.length > 5 ? h('p', { class: 'field record-filter' }, h('label', { for: 'record-filter' }, t('records.filter')), filter) : null,
    items.length ? list : h('p', { class: 'empty' }, t('records.none')));
  if (ways.open) attend(`record-${ways.open}`);
}

function recordItem(record, document, ways) {
  const body = h('div', { class: 'record-body' });
  const open = record.id === ways.open;
  const details = h('details', { open },
    h('summary', { id: `record-${record.id}`, tabindex: '0' }, kindTag(record.kind), ' ', zh('span', {}, recordTitle(record))), body);
  const fill = () => { if (details.open && !body.childElementCount) fillRecord(body, record, document, ways); };
  details.addEventListener('toggle', fill);
  if (open) fill();
  return h('li', {}, details);
}

function fillRecord(target, record, document, ways) {
  const corrected = h('div', {});
  const correcting = may('publisher', 'operator');
  const again = () => {
    history.replaceState(null, '', `#/documents/${document.id}?${new URLSearchParams({ record: record.id })}`);
    ways.again();
  };
  replace(target,
    h('p', { class: 'actions' },
      record.lines ? h('button', { type: 'button', class: 'quiet', onclick: () => ways.go(record.lines[0]) }, lineWords(record.lines)) : null,
      record.kind === 'case' && PUBLISHED.includes(document.state) ? h('a', { href: `#/case/${record.id}` }, t('records.case')) : null,
      PUBLISHED.includes(document.state) ? withdrawWay({ id: record.id, title: recordTitle(record) }, again) : null),
    corrected,
    h('dl', { class: 'facts fields' }, fieldsOf(record).map((pointer) => h('div', {},
      h('dt', {}, fieldName(pointer)),
      h('dd', {}, shown(valueAt(record, pointer), pointer), ' ', correcting ? correctWay(record, pointer, again) : null)))));
  load(corrected, ways.signal, () => get(`/api/ingest/v1/records/${record.id}/corrections`, ways.signal),
    (answer) => replace(corrected, answer.items.length ? correctionList(record, answer.items, correcting, again) : null));
}

function correctionList(record, items, correcting, again) {
  return h('section', { class: 'corrections' }, h('h3', {}, t('corrections.title', number(items.length))),
    h('ul', { class: 'plain' }, items.map((one) => h('li', {},
      h('p', {}, h('strong', {}, fieldName(one.field)), '：', shown(one.parsed, one.field), ' → ', shown(one.value, one.field)),
      h('p', { class: 'note' }, one.by ? zh('span', {}, `${one.by} · `) : null, h('time', { datetime: one.at }, moment(one.at)),
        one.reason ? zh('span', {}, ` · ${one.reason}`) : null),
      one.parsedNow === undefined || one.parsedNow === null ? null : h('p', { class: 'note' }, t('corrections.parsedNow'), shown(one.parsedNow, one.field)),
      correcting ? h('button', { type: 'button', class: 'quiet', onclick: () => decide(t('decide.takeback.title'), [reasonField(true)],
        { submit: t('decide.takeback'), lead: t('decide.takeback.lead'), done: t('decide.takeback.done') },
        async ({ reason }) => {
          await send('DELETE', `/api/ingest/v1/records/${record.id}/corrections?${new URLSearchParams({ field: one.field, reason })}`);
          again();
        }) }, t('decide.takeback')) : null))));
}
