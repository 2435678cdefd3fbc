import { h } from './dom.js';
import { send } from './api.js';
import { t } from './language.js';
import { field, say } from './forms.js';
import { decide, reasonField } from './decide.js';
import { fieldName, shown } from './document-differences.js';

/** What a record is known by and where it stands is not corrected. */
const FIXED = ['kind', 'id', 'lines', 'printedTitle', 'corrected'];
/** Fields of a case that may be absent from it, and are offered all the same. */
const OF_CASES = [
  '/title', '/category', '/domains', '/originality', '/zones', '/areas', '/originUnits', '/leadUnits', '/supportingUnits', '/background', '/summary',
  '/practice/text', '/effects/text', '/promotion/scope', '/promotion/strength', '/promotion/since',
];
const CHOICES = {
  '/originality': ['originality', ['NATIONAL_FIRST', 'PROVINCIAL_FIRST']],
  '/promotion/scope': ['scope', ['NATIONWIDE', 'PILOT_ZONES', 'COASTAL', 'NAMED', 'LEVEL_OF_REGION']],
  '/promotion/strength': ['strength', ['MANDATED', 'ENCOURAGED']],
};
const LISTS = ['/domains', '/zones', '/areas', '/originUnits', '/leadUnits', '/supportingUnits', '/path'];
const SHORT = 60;

/** Pointers of the fields of a record that can be corrected, in the order they are read. */
export function fieldsOf(record) {
  const own = Object.entries(record).filter(([name]) => !FIXED.includes(name)).flatMap(([name, value]) =>
    (value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value).map((part) => `/${name}/${part}`) : [`/${name}`]));
  return record.kind === 'case' ? [...OF_CASES, ...own.filter((pointer) => !OF_CASES.includes(pointer))] : own;
}

/** What the record says there; undefined where it says nothing. */
export function valueAt(record, pointer) {
  return pointer.slice(1).split('/').reduce((value, name) => value?.[name], record);
}

/** A button that opens the dialog in which that field gets another value, with who and why. */
export function correctWay(record, pointer, again) {
  const name = fieldName(pointer);
  return h('button', { type: 'button', class: 'quiet', 'aria-label': t('correct.of', typeof name === 'string' ? name : pointer), onclick: () => correct(record, pointer, again) }, t('correct'));
}

function correct(record, pointer, again) {
  const value = valueAt(record, pointer);
  const present = value !== undefined && value !== null;
  const editor = editorOf(pointer, value);
  const absent = field({ name: 'absent', kind: 'check', label: t('correct.absent') });
  absent.control.addEventListener('change', () => { editor.field.control.disabled = absent.control.checked; });
  decide(t('correct.title', record.title ?? record.id),
    [editor.field, ...(present ? [absent] : []), reasonField(true)],
    {
      submit: t('correct.submit'), wide: true,
      lead: [h('strong', {}, fieldName(pointer)), '：', shown(value, pointer)],
      check: (values) => (values.absent ? {} : editor.check(values.value)),
    },
    async ({ value: typed, absent: none, reason }) => {
      const { body } = await send('POST', `/api/ingest/v1/records/${record.id}/corrections`,
        { field: pointer, value: none ? null : editor.read(typed), reason });
      say(t(`correct.${body?.outcome ?? 'PUBLISHED'}`));
      again();
    });
}

/** The control for a value of that kind, how it is read, and what is wrong with what was typed. */
function editorOf(pointer, value) {
  const label = t('correct.value');
  const filled = (text) => (text === '' ? { value: t('form.absent') } : {});
  if (CHOICES[pointer]) {
    const [facet, values] = CHOICES[pointer];
    const options = [['', t('correct.choose')], ...values.map((one) => [one, t(`${facet}.${one}`)])];
    return { field: field({ name: 'value', label, kind: 'select', options, value: value ?? '' }), read: (text) => text, check: filled };
  }
  if (LISTS.includes(pointer) || (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string'))) {
    return {
      field: field({ name: 'value', label, kind: 'area', value: (value ?? []).join('\n'), hint: t(pointer === '/domains' ? 'correct.domains' : 'correct.list'), more: { lang: 'zh-CN' } }),
      read: (text) => text.split(/\n/).map((one) => one.trim()).filter(Boolean), check: filled,
    };
  }
  if (typeof value === 'number') {
    return { field: field({ name: 'value', label, kind: 'number', value: String(value), more: { step: 'any' } }), read: Number, check: filled };
  }
  if (typeof value === 'object' && value !== null) return structured(label, value);
  const text = String(value ?? '');
  return {
    field: field({ name: 'value', label, kind: text.length > SHORT || pointer.endsWith('/text') ? 'area' : 'text', value: text, more: { lang: 'zh-CN' } }),
    read: (typed) => (typeof value === 'boolean' ? typed === 'true' : typed), check: filled,
  };
}

function structured(label, value) {
  return {
    field: field({ name: 'value', label, kind: 'area', value: JSON.stringify(value, null, 2), hint: t('correct.structured'), more: { rows: '12', spellcheck: 'false' } }),
    read: (text) => JSON.parse(text),
    check: (text) => {
      try {
        JSON.parse(text);
        return {};
      } catch {
        return { value: t('form.unreadable') };
      }
    },
  };
}
