import { h, replace } from './dom.js';
import { at, send } from './api.js';
import { number, t } from './language.js';
import { busy, field, say } from './forms.js';
import { lineTable } from './lines.js';
import { named } from './parts.js';
import { may, session } from './session.js';

const IMPORT = '/api/replication/v1/ledger/import';
// a table of thousands of rows is read, judged and written in one answer
const PATIENCE = 300_000;

/** The ledger as a table of Excel, back in: first tried, row by row, then taken. */
export function importView(target) {
  const file = field({ name: 'file', label: t('import.file'), kind: 'file', needed: true, hint: t('import.file.hint'),
    more: { accept: '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } });
  const result = h('div', { class: 'import-result' });
  const buttons = h('div', { class: 'actions' });
  const ask = (words, query, weak) => {
    const button = h('button', { type: 'button', class: weak ? 'button button-weak' : 'button', onclick: () => run(button, query) }, words);
    return button;
  };
  const offer = (...ways) => replace(buttons, ways);
  const run = async (button, query) => {
    const chosen = file.value()[0];
    if (!chosen) {
      file.fail(t('form.absent'));
      file.control.focus();
      return;
    }
    busy(button, true);
    replace(result, h('p', { class: 'waiting', role: 'status' }, t('import.working')));
    try {
      const form = new FormData();
      form.append('file', chosen);
      const { body } = await send('POST', `${IMPORT}?${query}`, form, {}, null, PATIENCE);
      show(body, query);
    } catch (problem) {
      if (problem.said?.result) show(problem.said.result, query);
      else refused(problem);
    } finally {
      busy(button, false);
    }
  };
  const tryAgain = () => ask(t('import.try'), 'dryRun=true', true);
  const show = (body, query) => {
    const dry = query.includes('dryRun');
    replace(result, resultView(body, dry));
    result.querySelector('h2')?.focus();
    if (dry && body.changed > 0) offer(body.failed ? ask(t('import.partial', number(body.changed)), 'partial=true') : ask(t('import.apply', number(body.changed)), ''), tryAgain());
    else offer(tryAgain());
    if (body.applied) say(t('import.applied', number(body.applied)));
  };
  const refused = (problem) => {
    replace(result, h('div', { class: 'notice problem', role: 'alert' }, h('h2', {}, t('import.refused')), h('p', { lang: 'zh-CN' }, problem.detail || problem.title)));
    offer(tryAgain());
  };
  file.control.addEventListener('change', () => {
    replace(result);
    offer(ask(t('import.try'), 'dryRun=true'));
  });
  offer(ask(t('import.try'), 'dryRun=true'));
  const own = may('region') && session().regionCode ? `?${new URLSearchParams({ region: session().regionCode })}` : '';
  replace(target, h('div', { class: 'work' },
    h('div', { class: 'work-head' }, h('h1', {}, t('import.title')), h('p', {}, t('import.lead'))),
    h('section', { class: 'panel form form-wide' },
      h('p', {}, h('a', { href: at(`/api/replication/v1/ledger/export${own}`), download: true }, t('import.template'))),
      file.element, buttons),
    result));
}

function resultView(body, dry) {
  const head = dry ? body.failed ? t('import.tried.failed', number(body.failed)) : body.changed ? t('import.tried.good', number(body.changed)) : t('import.nothing')
    : body.applied ? t('import.applied', number(body.applied)) : body.failed ? t('import.tried.failed', number(body.failed)) : t('import.nothing');
  const counts = ['rows', 'unchanged', 'changed', 'applied', 'failed', 'passedOver'];
  return h('section', { class: 'panel' },
    h('h2', { tabindex: '-1' }, head),
    h('p', { class: 'figures-row' }, counts.filter((name) => name !== 'applied' || !dry).map((name) =>
      h('span', {}, `${t(`import.count.${name}`)} `, h('strong', {}, number(body[name]))))),
    changes(body.changes ?? [], body.changesUntold ?? 0, dry),
    problems('errors', body.errors, body.errorsUntold), problems('warnings', body.warnings, body.warningsUntold),
    body.ignoredColumns.length ? h('p', { class: 'note' }, t('import.ignoredColumns', body.ignoredColumns.join('、'))) : null,
    body.ignoredSheets.length ? h('p', { class: 'note' }, t('import.ignoredSheets', body.ignoredSheets.join('、'))) : null);
}

function changes(rows, untold, dry) {
  if (!rows.length) return null;
  return [lineTable([
    { label: t('import.row'), numeric: true, show: (row) => (row.sheet ? `${row.sheet} ${row.row}` : number(row.row)) },
    { label: t('ledger.status'), head: true, show: (row) => (row.to ? `${named('status', row.from)} → ${named('status', row.to)}` : named('status', row.from)) },
    { label: t('import.columns'), show: (row) => (row.columns.length ? h('span', { lang: 'zh-CN' }, row.columns.join('、')) : null) },
    { label: t('import.line'), show: (row) => h('a', { href: `#/ledger/${row.id}` }, t('import.open')) },
  ], rows, { caption: t(dry ? 'import.changes.dry' : 'import.changes', number(rows.length)) }),
  untold ? h('p', { class: 'note' }, t('import.untold', number(untold))) : null];
}

function problems(kind, rows, untold) {
  if (!rows.length) return null;
  return [lineTable([
    { label: t('import.row'), numeric: true, show: (row) => (row.sheet ? `${row.sheet} ${row.row}` : number(row.row)) },
    { label: t('import.column'), show: (row) => (row.column ? h('span', { lang: 'zh-CN' }, row.column) : t('import.wholeRow')) },
    { label: t('import.message'), head: true, show: (row) => h('span', { lang: 'zh-CN' }, row.message) },
    { label: t('import.line'), show: (row) => (row.id ? h('a', { href: `#/ledger/${row.id}` }, t('import.open')) : null) },
  ], rows, { caption: t(`import.${kind}`, number(rows.length)) }),
  untold ? h('p', { class: 'note' }, t('import.untold', number(untold))) : null];
}
