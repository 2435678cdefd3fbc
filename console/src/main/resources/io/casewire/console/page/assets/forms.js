import { h, replace } from './dom.js';
import { t } from './language.js';

let made = 0;

/**
 * A control with its label, hint and place for an error.
 *
 * @param spec name, label, kind (text, area, select, date, number, check, file, search), value, options ([[value, words]]), needed, hint, and
 *     attributes of the control (max, min, maxlength, accept, placeholder …) under `more`
 * @return element, control, name, value(), fail(words) (no words: in order again)
 */
export function field({ name, label, kind = 'text', value = '', options = [], needed = false, hint = null, more = {} }) {
  const id = `f${made += 1}-${name}`;
  const error = h('p', { class: 'error', id: `${id}-error`, hidden: true });
  const control = controlOf(kind, {
    id, name, required: needed, 'aria-describedby': [hint ? `${id}-hint` : '', `${id}-error`].join(' ').trim(), ...more,
  }, value, options);
  const words = h('label', { for: id }, label, needed ? h('span', { class: 'needed' }, t('form.needed')) : null);
  const element = h('div', { class: kind === 'check' ? 'field field-check' : 'field' },
    kind === 'check' ? [control, words] : [words, control],
    hint ? h('p', { class: 'hint', id: `${id}-hint` }, hint) : null, error);
  const fail = (said) => {
    error.textContent = said ?? '';
    error.hidden = !said;
    if (said) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
  };
  control.addEventListener('input', () => fail(null));
  const read = () => {
    if (kind === 'check') return control.checked;
    return kind === 'file' ? control.files : control.value.trim();
  };
  return { element, control, name, needed, value: read, fail };
}

function controlOf(kind, props, value, options) {
  if (kind === 'area') return Object.assign(h('textarea', { rows: '4', ...props }), { value });
  if (kind === 'select') {
    return h('select', props, options.map(([key, words]) => h('option', { value: key, selected: key === value }, words)));
  }
  if (kind === 'check') return h('input', { type: 'checkbox', ...props, checked: value === true });
  if (kind === 'file') return h('input', { type: 'file', ...props });
  return h('input', { type: kind, autocomplete: 'off', ...props, value });
}

/**
 * A form of such fields. What is needed and absent is said at its field; a refusal is said above the buttons, and what the
 * problem document says of single fields (`errors`: [{field, detail}]) at those. What was typed stays until it was taken.
 *
 * @param options submit (words), danger, cancel (words and an action, [words, action]), wide, check (values -> {name: words} or null)
 * @param take is given the values by name; its promise is waited for
 */
export function form(fields, { submit, danger = false, cancel = null, wide = false, check = null }, take) {
  const refusal = h('div', { class: 'notice problem', role: 'alert', hidden: true });
  const button = h('button', { type: 'submit', class: danger ? 'button button-danger' : 'button' }, submit);
  const element = h('form', {
    class: wide ? 'form form-wide' : 'form', novalidate: true,
    onsubmit: async (event) => {
      event.preventDefault();
      if (button.disabled) return;
      refusal.hidden = true;
      const values = Object.fromEntries(fields.map((one) => [one.name, one.value()]));
      if (!inOrder(fields, check?.(values) ?? {})) return;
      busy(button, true);
      try {
        await take(values);
      } catch (problem) {
        if (problem.name === 'AbortError') return;
        refuse(fields, refusal, problem);
      } finally {
        busy(button, false);
      }
    },
  }, fields.map((one) => one.element), refusal,
  h('div', { class: 'actions' }, button,
    cancel ? h('button', { type: 'button', class: 'button button-weak', onclick: cancel[1] }, cancel[0]) : null));
  return { element, refusal, button };
}

function inOrder(fields, said) {
  let first = null;
  for (const one of fields) {
    const value = one.value();
    const absent = one.needed && (value === '' || value === false || value?.length === 0);
    const wrong = absent ? t('form.absent') : one.control.validity?.badInput ? t('form.unreadable') : said[one.name];
    one.fail(wrong ?? null);
    if (wrong) first ??= one.control;
  }
  first?.focus();
  return first === null;
}

function refuse(fields, target, problem) {
  const said = Array.isArray(problem.said?.errors) ? problem.said.errors : [];
  said.forEach((one) => fields.find((field) => field.name === one.field)?.fail(one.detail ?? one.message ?? null));
  showRefusal(target, problem);
}

/** Words a refusal in that place; `ways` are elements that help on. */
export function showRefusal(target, problem, ...ways) {
  replace(target, h('h2', {}, problem.title ?? ''), problem.detail ? h('p', {}, problem.detail) : null, ways);
  target.hidden = false;
  target.setAttribute('tabindex', '-1');
  target.focus();
}

export function busy(button, on) {
  button.disabled = on;
  if (on) button.setAttribute('aria-busy', 'true');
  else button.removeAttribute('aria-busy');
}

/** Opens a dialog; focus goes into it and back where it was. @return the dialog, which closes with a word (`close(word)`) */
export function dialog(title, body, { wide = false, closed = null } = {}) {
  const id = `d${made += 1}`;
  const element = h('dialog', { class: wide ? 'dialog dialog-wide' : 'dialog', 'aria-labelledby': id },
    h('div', { class: 'dialog-body' }, h('h2', { id }, title), body));
  const leave = () => element.close();
  element.addEventListener('close', () => {
    removeEventListener('hashchange', leave);
    element.remove();
    closed?.(element.returnValue);
  });
  addEventListener('hashchange', leave);
  document.body.append(element);
  element.showModal();
  return element;
}

/** Asks before what cannot be undone. @return a promise of whether yes was said */
export function confirmed(title, text, { yes, danger = false }) {
  return new Promise((resolve) => {
    const box = dialog(title, [
      h('p', {}, text),
      h('div', { class: 'actions actions-end' },
        h('button', { type: 'button', class: 'button button-weak', autofocus: true, onclick: () => box.close() }, t('form.cancel')),
        h('button', { type: 'button', class: danger ? 'button button-danger' : 'button', onclick: () => box.close('yes') }, yes)),
    ], { closed: (word) => resolve(word === 'yes') });
  });
}

const NEWS_STAYS = 6_000;

// there before anything is said, else a screen reader misses the first
const news = h('div', { class: 'news', role: 'status' });
document.body.append(news);

/** Says that something was done, for a while, also to a screen reader. */
export function say(text) {
  const note = h('p', {}, text);
  news.append(note);
  setTimeout(() => note.remove(), NEWS_STAYS);
}
