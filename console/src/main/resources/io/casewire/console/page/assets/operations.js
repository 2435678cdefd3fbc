import { h, replace, zh } from './dom.js';
import { at, get } from './api.js';
import { moment, number, t } from './language.js';
import { lineTable } from './lines.js';
import { deadLetterPanel } from './dead-letters.js';
import { failingEndpoints } from './endpoints.js';
import { lagPanel } from './lag.js';
import { load, named } from './parts.js';
import { may } from './session.js';
import { troubled } from './sources.js';

const MOST = 200;
const ROWS = 20;

/** What an operator on call looks at: services, what waits for a decision, what fails, and what only the command line tells. */
export function operationsView(target, query, signal) {
  const panel = () => h('section', { class: 'panel' });
  const places = { services: panel(), work: panel(), letters: panel(), lag: panel(), endpoints: panel(), reparses: panel(), audit: panel() };
  replace(target,
    h('h1', {}, t('operations.title')), h('p', { class: 'lead' }, t('operations.lead')),
    h('div', { class: 'work' }, places.services, places.work, may('operator') ? [places.letters, places.lag] : null, places.endpoints, places.reparses, may('operator', 'auditor') ? places.audit : null, commands()));
  load(places.services, signal, () => get('/api/status', signal), (status) => services(places.services, status));
  waitingWork(places.work, signal);
  if (may('operator')) {
    deadLetterPanel(places.letters, signal);
    lagPanel(places.lag, signal);
  }
  failingEndpoints(places.endpoints, signal);
  load(places.reparses, signal, () => get('/api/ingest/v1/reparses', signal), ({ items }) => reparses(places.reparses, items.slice(0, ROWS)));
  if (may('operator', 'auditor')) {
    load(places.audit, signal, () => get(`/api/ingest/v1/audit?size=${ROWS}`, signal), ({ items }) => audit(places.audit, items));
  }
}

function services(target, status) {
  const columns = [
    { label: t('operations.service'), head: true, show: (one) => t(`service.${one.name}`) },
    { label: t('operations.state'), show: (one) => h('span', { class: `doc-state service-${one.status}` }, t(`service.${one.status}`)) },
    { label: t('operations.millis'), numeric: true, show: (one) => number(one.millis) },
    { label: t('operations.reason'), show: (one) => [one.reason ? h('span', {}, one.reason) : null, (one.parts ?? []).map((part) =>
      h('small', {}, `${part.name} ${part.status}`, part.reason ? `：${part.reason}` : ''))] },
  ];
  replace(target, h('h2', {}, t('operations.services'), h('small', {}, moment(status.checked))),
    status.trialStore ? h('p', { class: 'notice problem' }, t('services.trialStore')) : null,
    lineTable(columns, status.services, { caption: t(`services.${status.status}`) }));
}

/** Numbers that each open the list behind them; one that cannot be asked for is a dash. */
function waitingWork(target, signal) {
  const list = (path) => get(path, signal).then((answer) => [answer.items.length, Boolean(answer.next)]);
  const asked = [
    ['held', '#/documents?state=HELD', () => list(`/api/ingest/v1/held?size=${MOST}`)],
    ['failed', '#/documents?state=FAILED', () => list(`/api/ingest/v1/documents?state=FAILED&size=${MOST}`)],
    ['quarantined', '#/documents?state=QUARANTINED', () => list(`/api/ingest/v1/documents?state=QUARANTINED&size=${MOST}`)],
    ['rejected', '#/documents?state=REJECTED', () => list(`/api/ingest/v1/documents?state=REJECTED&size=${MOST}`)],
    ['sources', '#/documents?tab=sources', () => get(`/api/ingest/v1/sources?size=${MOST}`, signal).then(({ items }) => [troubled(items).length, false])],
    ['missing', '#/operations/missing', () => list(`/api/ingest/v1/records/missing?size=${MOST}`)],
    ['deliveries', '#/subscriptions', () => get('/api/notify/v1/counts', signal).then(({ deliveries }) => [deliveries.pending, false])],
    ['abandoned', '#/subscriptions', () => get('/api/notify/v1/counts', signal).then(({ deliveries }) => [deliveries.abandoned, false])],
  ];
  replace(target, h('h2', {}, t('operations.work')), h('ul', { class: 'work-list' }, asked.map(([name, href, ask]) => {
    const value = h('strong', {}, '–');
    ask().then(([count, more]) => { value.textContent = more ? t('operations.ormore', number(count)) : number(count); })
      .catch(() => {}); // a dash says that the number is not known
    return h('li', {}, h('a', { href }, value, ' ', t(`operations.work.${name}`)), h('small', {}, t(`operations.work.${name}.hint`)));
  })));
}

function reparses(target, items) {
  const columns = [
    { label: t('operations.run'), head: true, show: (run) => [h('time', { datetime: run.startedAt }, moment(run.startedAt)), h('small', {}, run.id.slice(0, 12))] },
    { label: t('operations.state'), show: (run) => named('reparse', run.status) },
    { label: t('operations.run.done'), numeric: true, show: (run) => t('operations.run.of', number(run.done), number(run.total)) },
    ...['changed', 'unchanged', 'failed', 'held'].map((name) => ({ label: t(`operations.run.${name}`), numeric: true, show: (run) => number(run[name]) })),
  ];
  replace(target, h('h2', {}, t('operations.runs')), items.length
    ? lineTable(columns, items, { caption: t('operations.runs.caption') }) : h('p', { class: 'empty' }, t('operations.runs.none')));
}

function audit(target, items) {
  const columns = [
    { label: t('operations.when'), head: true, show: (one) => moment(one.at) },
    { label: t('operations.who'), show: (one) => zh('span', {}, one.actor) },
    { label: t('operations.what'), show: (one) => [named('act', one.act), one.detail ? h('small', {}, one.detail) : null] },
    { label: t('operations.about'), show: (one) => about(one) },
    { label: t('decide.reason'), show: (one) => (one.reason ? zh('span', {}, one.reason) : '') },
    { label: t('operations.outcome'), show: (one) => (one.outcome ? named('outcomename', one.outcome) : t('operations.outcome.none')) },
  ];
  replace(target, h('h2', {}, t('operations.audit')), items.length
    ? lineTable(columns, items, { caption: t('operations.audit.caption', number(items.length)) }) : h('p', { class: 'empty' }, t('operations.audit.none')));
}

function about(entry) {
  const id = entry.subject;
  if (/^(src|doc)-/.test(id)) return h('a', { href: `#/documents/${id}` }, h('code', {}, id));
  return /^case-/.test(id) ? h('a', { href: `#/case/${id}` }, h('code', {}, id)) : h('code', {}, id);
}

/** What no service tells over HTTP: said plainly, with the command that does. */
function commands() {
  const groups = { deadletters: 2, lag: 1, versions: 2, tokens: 3, backup: 1 };
  return h('section', { class: 'panel' }, h('h2', {}, t('operations.commands')), h('p', { class: 'note' }, t('operations.commands.lead')),
    h('dl', { class: 'commands' }, Object.entries(groups).map(([name, count]) => h('div', {},
      h('dt', {}, t(`command.${name}`)),
      h('dd', {}, h('p', {}, t(`command.${name}.why`)), Array.from({ length: count }, (_, i) => h('pre', { tabindex: '0' }, t(`command.${name}.${i}`)))))),
    h('div', {}, h('dt', {}, t('command.metrics')),
      h('dd', {}, h('p', {}, t('command.metrics.why')), h('p', {}, h('a', { href: at('/actuator/prometheus'), target: '_blank', rel: 'noopener' }, '/actuator/prometheus'))))));
}

