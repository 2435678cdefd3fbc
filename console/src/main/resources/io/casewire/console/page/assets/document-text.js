import { h, replace, zh } from './dom.js';
import { known, number, t } from './language.js';
import { COUNTED, recordTitle } from './document-words.js';

const UNREAD = 'UNPARSED_TEXT';
const SEVERITIES = ['ERROR', 'WARNING', 'INFO'];
const ABOUT_THE_WHOLE = ['document', 'diagnostic'];

/**
 * The report beside the text. What gave no record, and what was noticed, is marked in its line; from the report one jumps
 * to the line and from the line to the report.
 *
 * @return go(line): shows that line of the text
 */
export function reading(target, document, text, read, line) {
  const kept = read.filter((record) => !ABOUT_THE_WHOLE.includes(record.kind) && record.lines);
  const noticed = [...(document.diagnostics ?? [])]
    .map((diagnostic, i) => ({ ...diagnostic, id: `noticed-${i}` }))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const lines = text.map((stretch) => ({
    ...stretch,
    noticed: noticed.filter((diagnostic) => overlaps(diagnostic.lines, stretch.lines)),
    records: kept.filter((record) => overlaps(record.lines, stretch.lines)),
  }));
  const rows = lines.map(lineRow);
  const go = (number) => {
    const found = lines.findIndex((one) => one.lines[1] >= number);
    const row = rows[found < 0 ? rows.length - 1 : found];
    if (!row) return;
    rows.forEach((one) => one.classList.toggle('line-here', one === row));
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
    // an address that can be sent on, without drawing everything anew
    history.replaceState(null, '', `#/documents/${document.id}?${new URLSearchParams({ line: String(number) })}`);
  };
  const unread = lines.filter((one) => isUnread(one));
  replace(target,
    h('h2', {}, t('reading.title')),
    h('div', { class: 'desk' },
      h('div', { class: 'desk-report' }, found(document), coverage(lines, unread, go), report(noticed, go)),
      h('div', { class: 'desk-text', role: 'region', tabindex: '0', 'aria-label': t('reading.text') },
        rows.length ? h('ol', { class: 'source-lines' }, rows) : h('p', { class: 'empty' }, t('reading.notext')))));
  if (line) go(line);
  return { go };
}

function overlaps(lines, other) {
  return Boolean(lines) && lines[0] <= other[1] && lines[1] >= other[0];
}

function isUnread(line) {
  return line.noticed.some((diagnostic) => diagnostic.code === UNREAD);
}

function lineRow(line) {
  const worst = SEVERITIES.find((severity) => line.noticed.some((one) => one.severity === severity && one.code !== UNREAD));
  const begins = line.records.filter((record) => record.lines[0] >= line.lines[0] && record.lines[0] <= line.lines[1]);
  const classes = ['line', line.records.length ? 'line-read' : 'line-other', isUnread(line) ? 'line-unread' : '', worst ? `line-${worst}` : ''];
  return h('li', { class: classes.filter(Boolean).join(' '), tabindex: '-1', id: `L${line.lines[0]}` },
    h('span', { class: 'line-no', title: line.place ?? null },
      line.lines[0] === line.lines[1] ? line.lines[0] : `${line.lines[0]}–${line.lines[1]}`),
    h('div', {}, zh('p', { class: 'line-text' }, line.text),
      begins.length || line.noticed.length ? h('p', { class: 'line-marks' },
        begins.map((record) => mark(`record-${record.id}`, t('reading.record', recordTitle(record)), 'mark-record')),
        line.noticed.map((one) => mark(one.id, code(one), `mark-${one.code === UNREAD ? 'unread' : one.severity}`))) : null));
}

/** A button in the text that leads to what is said of it elsewhere on the page. */
function mark(id, words, kind) {
  return h('button', { type: 'button', class: `line-mark ${kind}`, onclick: () => attend(id) }, words);
}

/** Brings what has that id into sight and puts the focus there. */
export function attend(id) {
  const place = document.getElementById(id);
  if (!place) return;
  place.closest('details')?.setAttribute('open', '');
  place.scrollIntoView({ block: 'center' });
  place.focus({ preventScroll: true });
}

function found({ counts = {}, declared }) {
  const rows = COUNTED.filter((name) => counts[name] || declared?.[name]);
  return rows.length === 0 ? h('p', { class: 'notice' }, t('reading.nothing')) : h('table', { class: 'doc-counts' },
    h('thead', {}, h('tr', {}, ['what', 'found', 'declared'].map((name) => h('th', { scope: 'col' }, t(`reading.${name}`))))),
    h('tbody', {}, rows.map((name) => {
      const says = declared?.[name];
      const off = says !== undefined && says !== null && says !== (counts[name] ?? 0);
      return h('tr', {}, h('th', { scope: 'row' }, t(`counted.${name}`)), h('td', {}, number(counts[name] ?? 0)),
        h('td', { class: off ? 'count-off' : null }, says === undefined || says === null ? '–' : [number(says), off ? ` ${t('reading.differs')}` : '']));
    })));
}

function coverage(lines, unread, go) {
  const read = lines.filter((line) => line.records.length && !isUnread(line)).length;
  const share = (some) => `${lines.length ? (100 * some) / lines.length : 0}%`;
  let at = -1;
  const step = (by) => () => {
    at = (at + by + unread.length) % unread.length;
    go(unread[at].lines[0]);
  };
  return h('div', { class: 'coverage' },
    h('p', {}, t('reading.coverage', number(lines.length), number(read), number(unread.length), number(lines.length - read - unread.length))),
    h('div', { class: 'coverage-bar', 'aria-hidden': 'true' },
      h('span', { class: 'coverage-read', css: { width: share(read) } }), h('span', { class: 'coverage-unread', css: { width: share(unread.length) } })),
    unread.length ? h('p', { class: 'actions' },
      h('button', { type: 'button', class: 'quiet', onclick: step(-1) }, t('reading.unread.before')),
      h('button', { type: 'button', class: 'quiet', onclick: step(1) }, t('reading.unread.next'))) : null);
}

function report(noticed, go) {
  return [
    h('h3', {}, t('reading.noticed', number(noticed.length))),
    noticed.length === 0 ? h('p', { class: 'empty' }, t('reading.noticed.none')) : h('ul', { class: 'noticed' }, noticed.map((one) =>
      h('li', { id: one.id, tabindex: '-1', class: `noticed-${one.severity}` },
        h('p', {}, h('span', { class: `severity severity-${one.severity}` }, t(`severity.${one.severity}`)), ' ', code(one), ' ', h('code', {}, one.code)),
        zh('p', { class: 'note' }, one.message),
        one.lines ? h('button', { type: 'button', class: 'quiet', onclick: () => go(one.lines[0]) }, lineWords(one.lines)) : h('small', {}, t('reading.whole'))))),
  ];
}

function code(diagnostic) {
  const key = `noticed.${diagnostic.code}`;
  return known(key) ? t(key) : diagnostic.code;
}

export function lineWords([first, last]) {
  return first === last ? t('reading.line', number(first)) : t('reading.lines', number(first), number(last));
}
