import { h } from './dom.js';
import { t } from './language.js';
import { dialog, field, form, say } from './forms.js';
import { session } from './session.js';

const REASON_LENGTH = '1000';

/** Asks in a dialog for what a decision needs; it closes once that was taken, and says so. */
export function decide(title, fields, { submit, lead = null, danger = false, done = null, wide = false, check = null }, take) {
  let box = null;
  const made = form(fields, { submit, danger, check, cancel: [t('form.cancel'), () => box.close()] }, async (values) => {
    const answer = await take(values);
    box.close('done');
    if (done) say(done);
    return answer;
  });
  box = dialog(title, [
    lead ? h('p', {}, lead) : null,
    session().subject ? h('p', { class: 'note' }, t('decide.as', session().subject)) : null,
    made.element], { wide });
  return box;
}

export function reasonField(needed) {
  return field({ name: 'reason', label: t('decide.reason'), kind: 'area', needed, hint: t('decide.reason.hint'), more: { maxlength: REASON_LENGTH, lang: 'zh-CN' } });
}
