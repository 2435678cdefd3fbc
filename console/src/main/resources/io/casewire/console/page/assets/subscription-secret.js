import { h } from './dom.js';
import { t } from './language.js';
import { dialog } from './forms.js';

/**
 * Shows what is shown this once: it closes only by the button that says that it was kept.
 *
 * @param items [[label, secret]]
 */
export function showOnce(title, warning, items, closed = null) {
  const said = h('p', { class: 'note', role: 'status' });
  let box = null;
  const lines = items.map(([label, secret], i) => {
    const input = h('input', { type: 'text', id: `once-${i}`, readonly: true, value: secret, spellcheck: 'false', class: 'secret', onfocus: () => input.select() });
    return h('div', { class: 'field' }, h('label', { for: `once-${i}` }, label),
      h('div', { class: 'pick-type' }, input, h('button', {
        type: 'button', class: 'quiet', 'aria-label': t('once.copy.of', label), onclick: async () => { said.textContent = t(await copied(input) ? 'once.copied' : 'once.notcopied'); },
      }, t('once.copy'))));
  });
  box = dialog(title, [
    h('p', { class: 'notice problem' }, warning), lines, said,
    h('div', { class: 'actions actions-end' }, h('button', { type: 'button', class: 'button', onclick: () => box.close('kept') }, t('once.kept'))),
  ], { closed });
  // what is shown once is not lost by a slip of the finger
  box.addEventListener('cancel', (event) => event.preventDefault());
  box.querySelector('.secret').focus();
}

async function copied(input) {
  try {
    await navigator.clipboard.writeText(input.value);
    return true;
  } catch {
    // without TLS a browser gives no clipboard: what is marked can still be copied
    input.focus();
    input.select();
    return false;
  }
}
