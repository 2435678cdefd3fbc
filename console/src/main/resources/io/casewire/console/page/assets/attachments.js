import { h, replace, zh } from './dom.js';
import { at, get, send } from './api.js';
import { known, moment, number, t } from './language.js';
import { say } from './forms.js';
import { onceKey, reportsFor, reviews } from './ledger-words.js';
import { withReason } from './ledger-work.js';
import { may } from './session.js';
import { transfer } from './transfer.js';
import { size } from './upload.js';

const LINES = '/api/replication/v1/obligations';
const KINDS = '.pdf,.ofd,.docx,.doc,.xlsx,.xls,.pptx,.wps,.et,.jpg,.jpeg,.png,.txt,.csv,.zip';
const SCHEME = 'attachment:';

/** Files that are attached to a line at present, in the order in which they came. */
export function attached(line) {
  const files = new Map();
  for (const file of line?.attachments ?? []) {
    files.delete(file.sha256);
    if (file.act === 'ADDED') files.set(file.sha256, file);
  }
  return [...files.values()];
}

/** How evidence names an attached file. */
export function evidenceOf(file) {
  return SCHEME + file.sha256;
}

/** What an item of evidence names: an attached file by its name, to be opened; null for anything else. */
export function fileLink(line, item) {
  if (!item.startsWith(SCHEME)) return null;
  const sha256 = item.slice(SCHEME.length);
  const file = (line.attachments ?? []).findLast((one) => one.sha256 === sha256);
  if (!file) return null;
  return file.act === 'PURGED' ? purgedWords(file) : downloadLink(line, file);
}

function downloadLink(line, file) {
  return zh('a', { href: at(`${LINES}/${line.id}/attachments/${file.sha256}`), download: file.name }, file.title || file.name);
}

function purgedWords(file) {
  return [zh('span', {}, file.title || file.name), ` · ${t('attach.purged')}`];
}

/** The files of a line; `changed` is told when one came or went, with the line as it is then. */
export function attachments(target, line, signal, changed) {
  if (line.outline) {
    target.hidden = true;
    return;
  }
  const mayChange = !line.lapsed && line.role !== 'ORIGIN' && reportsFor(line);
  const sending = h('ul', { class: 'uploads' });
  const list = h('div', {});
  const draw = () => {
    const files = attached(line);
    const gone = removed(line);
    replace(list,
      files.length ? h('ul', { class: 'plain' }, files.map((file) => item(line, file, mayChange ? take : null)))
        : h('p', { class: 'empty' }, t('attach.none')),
      gone.length ? h('details', {}, h('summary', {}, t('attach.removed', number(gone.length))),
        h('ul', { class: 'plain' }, gone.map((file) => item(line, file, null)))) : null);
  };
  const took = (now) => {
    Object.assign(line, { revision: now.revision, attachments: now.attachments, updatedAt: now.updatedAt });
    draw();
    changed();
  };
  const take = (file) => withReason(t('attach.remove'), t('attach.remove.text', file.name), t('attach.remove'), async (reason) => {
    const { body } = await send('DELETE', `${LINES}/${line.id}/attachments/${file.sha256}?${new URLSearchParams({ reason })}`)
      .catch((problem) => { throw Object.assign(problem, { type: '', said: {}, detail: sentence(problem) }); });
    say(t('attach.removed.done', file.name));
    took(body?.attachments ? body : await get(`${LINES}/${line.id}`, signal));
  });
  replace(target, h('h2', {}, t('attach.title')), list,
    mayChange ? [adding(line, sending, signal, took), sending] : null);
  draw();
}

function removed(line) {
  const there = new Set(attached(line).map((file) => file.sha256));
  const last = new Map((line.attachments ?? []).map((file) => [file.sha256, file]));
  return [...last.values()].filter((file) => !there.has(file.sha256));
}

function item(line, file, take) {
  const open = file.act === 'ADDED' || (file.act === 'REMOVED' && (reviews() || may('auditor')));
  return h('li', { class: 'attached' },
    open ? downloadLink(line, file) : file.act === 'PURGED' ? purgedWords(file) : zh('span', {}, file.title || file.name),
    h('small', {}, file.title ? [zh('span', {}, file.name), ' · '] : null, size(file.size), ' · ', zh('span', {}, file.actor), ' · ', moment(file.at),
      file.act !== 'ADDED' && file.reason ? [' · ', zh('span', {}, file.reason)] : null),
    take ? h('button', { type: 'button', class: 'quiet', 'aria-label': t('attach.remove.of', file.name), onclick: () => take(file) }, t('attach.remove')) : null);
}

/** Several at once are sent one after the other, so that each is attached to the line as the one before left it. */
function adding(line, sending, signal, took) {
  let last = Promise.resolve();
  const picker = h('input', {
    type: 'file', id: 'attachment', multiple: true, accept: KINDS, class: 'unseen',
    onchange: () => {
      for (const file of picker.files) {
        const row = rowOf(file);
        sending.append(row.element);
        last = last.then(() => attach(line, file, row, signal, took));
      }
      picker.value = '';
    },
  });
  return h('div', { class: 'drop drop-small' }, picker, h('label', { for: 'attachment', class: 'button button-weak' }, t('attach.add')),
    h('p', { class: 'note' }, t('attach.kinds')));
}

function rowOf(file) {
  const bar = h('progress', { max: '1', value: '0', 'aria-label': t('upload.progress', file.name) });
  const why = h('div', { class: 'upload-why', role: 'alert' });
  return { bar, why, element: h('li', { class: 'upload' }, zh('span', { class: 'upload-name' }, file.name), h('span', { class: 'note' }, size(file.size)), bar, why) };
}

async function attach(line, file, row, signal, took) {
  const form = new FormData();
  form.append('file', file, file.name);
  row.key ??= onceKey()(`${file.name} ${file.size} ${file.lastModified}`);
  const answer = await transfer(`${LINES}/${line.id}/attachments`, form, { 'Idempotency-Key': row.key }, (share) => { row.bar.value = share; })
    .catch(() => ({ status: 0, body: { detail: t('problem.network') } }));
  if (signal.aborted) return;
  if (answer.status >= 200 && answer.status < 300) {
    row.element.remove();
    say(t('attach.added', file.name));
    took(answer.body);
    return;
  }
  row.bar.hidden = true;
  row.element.classList.add('upload-refused');
  replace(row.why, h('p', {}, sentence({ status: answer.status, type: answer.body?.type, said: answer.body ?? {}, detail: answer.body?.detail })),
    h('div', { class: 'actions' },
      h('button', { type: 'button', class: 'quiet', 'aria-label': t('upload.again.of', file.name), onclick: () => {
        replace(row.why);
        Object.assign(row.bar, { hidden: false, value: 0 });
        row.element.classList.remove('upload-refused');
        attach(line, file, row, signal, took);
      } }, t('upload.again')),
      h('button', { type: 'button', class: 'quiet', 'aria-label': t('attach.forget.of', file.name), onclick: () => row.element.remove() }, t('attach.forget'))));
}

/** A refusal in the reader's words, else as the service said it. */
function sentence(problem) {
  const slug = (problem.said?.rule ?? problem.type ?? '').replace(/^.*:/, '');
  if (problem.status === 401) return t('session.ended.unsent');
  if (known(`attach.why.${slug}`)) return t(`attach.why.${slug}`);
  return known(`rule.${slug}`) ? t(`rule.${slug}`) : problem.detail || problem.said?.title || t('problem.failed', problem.status);
}
