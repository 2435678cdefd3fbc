import { append, h, replace, zh } from './dom.js';
import { get } from './api.js';
import { known, number, t } from './language.js';
import { refusalWords, stateTag, unsettled } from './document-words.js';
import { transfer } from './transfer.js';

const AT_ONCE = 3;
const LOOK_EVERY = 800;
const KIBI = 1024;
/** Refusals that say nothing of the file: no connection, no session, no time, no room, too busy. */
const MAY_PASS = [0, 401, 403, 408, 429, 502, 503, 504, 507];

/* What was sent from this page goes on when the view is left, and is shown again when somebody comes back. */
const sent = [];
let shown = () => {};
let looking = null;

/** A place to lay files into, and what becomes of each. */
export function uploadPanel(target, signal, settled) {
  const picker = h('input', { type: 'file', id: 'files', multiple: true, class: 'unseen', onchange: () => take([...picker.files]) });
  const hold = h('input', { type: 'checkbox', id: 'hold' });
  const backfill = h('input', { type: 'checkbox', id: 'backfill' });
  const list = h('ul', { class: 'uploads' });
  const news = h('p', { class: 'note', role: 'status' });
  const rows = new Map();
  const take = (files) => {
    files.forEach((file) => add(file, { hold: hold.checked, backfill: backfill.checked }));
    picker.value = '';
    start();
  };
  const draw = () => {
    sent.forEach((item) => {
      if (!rows.has(item)) {
        rows.set(item, uploadRow(item));
        list.prepend(rows.get(item).element);
      }
      rows.get(item).draw();
    });
    if (sent.length) news.textContent = summary();
  };
  const zone = h('div', { class: 'drop' },
    h('p', {}, picker, h('label', { for: 'files', class: 'button' }, t('upload.choose')), ' ', h('span', {}, t('upload.drop'))),
    h('p', { class: 'note' }, t('upload.kinds')));
  dropping(zone, take, signal);
  replace(target, h('h2', {}, t('upload.title')), zone,
    h('p', { class: 'upload-ways' },
      h('label', {}, hold, ' ', t('upload.hold')), h('label', {}, backfill, ' ', t('upload.backfill'))),
    news, list);
  shown = (item) => {
    draw();
    if (item?.done && item.document) settled();
  };
  signal.addEventListener('abort', () => { shown = () => {}; });
  draw();
}

function dropping(zone, take, signal) {
  const over = (event) => {
    event.preventDefault();
    zone.classList.add('drop-over');
  };
  zone.addEventListener('dragover', over);
  zone.addEventListener('dragenter', over);
  zone.addEventListener('dragleave', () => zone.classList.remove('drop-over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('drop-over');
    take([...event.dataTransfer.files]);
  });
  // a file dropped beside the place would be opened in the place of this page
  const beside = (event) => event.preventDefault();
  addEventListener('dragover', beside, { signal });
  addEventListener('drop', beside, { signal });
}

function add(file, ways) {
  sent.push({ file, ways, name: file.name, size: file.size, share: 0, step: 'WAITS', document: null, problem: null, done: false });
}

function summary() {
  const taken = sent.filter((item) => item.document && item.done).length;
  const refused = sent.filter((item) => item.problem).length;
  return t('upload.summary', number(sent.length), number(taken), number(refused), number(sent.length - taken - refused));
}

function start() {
  const underWay = sent.filter((item) => item.step === 'SENDS').length;
  sent.filter((item) => item.step === 'WAITS').slice(0, AT_ONCE - underWay).forEach(send);
  shown(null);
}

function send(item) {
  item.step = 'SENDS';
  const ways = new URLSearchParams(Object.entries(item.ways).filter(([, on]) => on).map(([name]) => [name, 'true']));
  const form = new FormData();
  form.append('file', item.file, item.name);
  transfer(ways.size ? `/api/ingest/v1/documents?${ways}` : '/api/ingest/v1/documents', form, {}, (share) => {
    item.share = share;
    shown(null);
  }).then(({ status, body }) => answered(item, status, body), () => refused(item, { detail: t('problem.network') }));
}

function answered(item, status, body) {
  if (status >= 200 && status < 300 && body?.id) {
    item.step = 'TAKEN';
    item.known = status === 200;
    follow(item, body);
    start();
  } else {
    refused(item, { ...body, status });
  }
}

function refused(item, problem) {
  item.step = 'REFUSED';
  item.problem = problem;
  item.done = true;
  start();
}

function follow(item, document) {
  item.document = document;
  item.done = !unsettled(document);
  item.file = null;
  shown(item);
  if (!item.done) look();
}

// one question after the other: many open streams would take all the connections a browser has
function look() {
  looking ??= setTimeout(async () => {
    for (const item of sent.filter((one) => one.document && !one.done)) {
      const document = await get(`/api/ingest/v1/documents/${item.document.id}`).catch(() => null);
      if (document) follow(item, document);
    }
    looking = null;
    if (sent.some((one) => one.document && !one.done)) look();
  }, LOOK_EVERY);
}

function uploadRow(item) {
  const name = h('span', { class: 'upload-name' }, zh('span', {}, item.name));
  const bar = h('progress', { max: '1', 'aria-label': t('upload.progress', item.name) });
  const state = h('span', { class: 'upload-state' });
  const why = h('div', { class: 'upload-why' });
  const element = h('li', { class: 'upload' }, name, h('span', { class: 'note' }, size(item.size)), bar, state, why);
  let drawn = '';
  const draw = () => {
    bar.value = item.share;
    bar.hidden = item.step !== 'SENDS';
    const now = `${item.step} ${item.document?.state} ${item.document?.steps?.length} ${item.document?.waitingFor} ${item.done}`;
    if (now === drawn) return;
    drawn = now;
    element.classList.toggle('upload-refused', item.problem !== null || Boolean(item.document?.refusal));
    if (item.document && !name.querySelector('a')) {
      replace(name, zh('a', { href: `#/documents/${item.document.id}` }, item.name));
    }
    replace(state, item.document
      ? [stateTag(item.document), item.known ? h('small', {}, t('upload.known')) : null]
      : t(`upload.step.${item.step}`));
    replace(why);
    if (item.problem) append(why, [problemWords(item.problem), againWay(item)]);
    else if (item.document) append(why, [refusalWords(item.document)]);
  };
  return { element, draw };
}

/** What was no fault of the file may be sent once more. */
function againWay(item) {
  if (!MAY_PASS.includes(item.problem.status ?? 0)) return null;
  return h('button', {
    type: 'button', class: 'quiet', 'aria-label': t('upload.again.of', item.name),
    onclick: () => {
      Object.assign(item, { step: 'WAITS', problem: null, done: false, share: 0 });
      start();
    },
  }, t('upload.again'));
}

function problemWords(problem) {
  const slug = String(problem.type ?? '').split(':').pop();
  return [
    known(`upload.why.${slug}`) ? h('p', {}, t(`upload.why.${slug}`, problem.limit ? size(problem.limit) : '')) : null,
    known(`upload.why.${slug}`) ? null : h('p', {}, t('upload.why.other', problem.status ?? '')),
    problem.detail ? h('p', {}, h('small', {}, problem.detail)) : null,
  ];
}

/** Bytes as people say them. */
export function size(bytes) {
  if (bytes < KIBI) return t('size.bytes', number(bytes));
  return bytes < KIBI * KIBI
    ? t('size.kilo', number(Math.round(bytes / KIBI)))
    : t('size.mega', number(Math.round((10 * bytes) / (KIBI * KIBI)) / 10));
}
