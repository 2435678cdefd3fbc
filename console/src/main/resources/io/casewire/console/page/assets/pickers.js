import { h, replace, zh } from './dom.js';
import { named } from './parts.js';
import { t } from './language.js';

const ENOUGH_SHARED = 0.4;
const CLOSEST = 3;

let made = 0;

function frame(name, label, hint, body, labelled) {
  const id = `p${made += 1}-${name}`;
  const error = h('div', { class: 'error-box', id: `${id}-error`, role: 'alert' });
  const element = h(labelled ? 'div' : 'fieldset', { class: 'field pick', 'data-field': name },
    labelled ? h('label', { for: labelled.id }, label) : h('legend', { class: 'label' }, label),
    hint ? h('p', { class: 'hint' }, hint) : null, body, error);
  return { element, error, id };
}

/** Boxes for the values of a closed set. */
export function choices(name, label, facet, values, chosen, changed, hint = null) {
  const boxes = values.map((value) => {
    const box = h('input', { type: 'checkbox', value, checked: chosen.includes(value), onchange: changed });
    return { box, element: h('label', { class: 'pick-one' }, box, ' ', named(facet, value)) };
  });
  const { element, error } = frame(name, label, hint, h('div', { class: 'pick-set' }, boxes.map((one) => one.element)), null);
  return {
    name, element, error,
    value: () => boxes.filter((one) => one.box.checked).map((one) => one.box.value),
    focus: () => boxes[0].box.focus(),
    replaceValue: () => {},
  };
}

/** Names that are typed one by one; those that are known are offered while typing. */
export function names(name, label, offered, chosen, changed, { hint = null, words = (value) => value } = {}) {
  const values = [...chosen];
  const list = h('ul', { class: 'chips' });
  const options = h('datalist', { id: `o${made += 1}` }, offered.map((one) => h('option', { value: one })));
  const input = h('input', { type: 'text', id: `i${made += 1}-${name}`, list: options.id, lang: 'zh-CN', autocomplete: 'off', maxlength: '100' });
  const draw = () => replace(list, values.map((value) => h('li', {}, h('button', {
    type: 'button', class: 'chip chip-drop', 'aria-label': t('pick.without', words(value)),
    onclick: () => { values.splice(values.indexOf(value), 1); draw(); changed(); input.focus(); },
  }, zh('span', {}, words(value))))));
  const add = () => {
    const typed = input.value.trim();
    if (!typed) return;
    if (!values.includes(typed)) values.push(typed);
    input.value = '';
    draw();
    changed();
  };
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    add();
  });
  input.addEventListener('change', add);
  draw();
  const { element, error, id } = frame(name, label, hint, [
    list, h('div', { class: 'pick-type' }, input, h('button', { type: 'button', class: 'quiet', onclick: add }, t('pick.add'))), options], input);
  input.setAttribute('aria-describedby', `${id}-error`);
  return {
    name, element, error, offered,
    value: () => [...values],
    focus: () => input.focus(),
    replaceValue: (old, next) => {
      const at = values.indexOf(old);
      if (at < 0) values.push(next);
      else values.splice(at, 1, next);
      draw();
      changed();
      input.focus();
    },
  };
}

/** One line of text. */
export function words(name, label, value, changed, { hint = null, kind = 'text', more = {} } = {}) {
  const input = h('input', { type: kind, id: `i${made += 1}-${name}`, autocomplete: 'off', ...more, value, oninput: changed });
  const { element, error, id } = frame(name, label, hint, input, input);
  input.setAttribute('aria-describedby', `${id}-error`);
  return {
    name, element, error, input,
    value: () => input.value.trim(),
    focus: () => input.focus(),
    replaceValue: (old, next) => { input.value = next; changed(); input.focus(); },
  };
}

/** The names that share the most characters with what was typed, where the service offers none. */
function closest(typed, offered = []) {
  const shared = (one) => [...new Set(typed)].filter((character) => one.includes(character)).length / Math.max(typed.length, one.length);
  return offered.map((one) => [shared(one), one]).filter(([share]) => share >= ENOUGH_SHARED)
    .sort(([a], [b]) => b - a).slice(0, CLOSEST).map(([, one]) => one);
}

/** Says at the fields what was refused, with a button for each of the nearest names. @return sentences that are about none of them */
export function showErrors(pickers, byField, focus) {
  const left = [...byField].filter(([name]) => !pickers.some((picker) => picker.name === name)).flatMap(([, errors]) => errors);
  let first = null;
  for (const picker of pickers) {
    const errors = byField.get(picker.name) ?? [];
    if (errors.length) first ??= picker;
    picker.element.classList.toggle('pick-wrong', errors.length > 0);
    replace(picker.error, errors.map((error) => h('p', { class: 'error' },
      error.value && error.sentence.startsWith('There is no') ? t('pick.unknown', error.value) : error.sentence,
      (error.nearest.length || !error.value ? error.nearest : closest(error.value, picker.offered)).map((name) => [' ', h('button', {
        type: 'button', class: 'quiet', lang: 'zh-CN', onclick: () => picker.replaceValue(error.value, name),
      }, t('pick.instead', name))]))));
  }
  if (focus) first?.focus();
  return left;
}
