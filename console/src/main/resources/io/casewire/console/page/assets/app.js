import { h, replace } from './dom.js';
import { at } from './api.js';
import { choose, language, t } from './language.js';
import { accountMenu } from './account.js';
import { caseView } from './case.js';
import { deadLettersView, deadLetterView } from './dead-letters.js';
import { documentView } from './document.js';
import { documentsView } from './documents.js';
import { ledgerView } from './ledger.js';
import { importView } from './ledger-import.js';
import { lineView } from './ledger-line.js';
import { matrixView } from './matrix.js';
import { missingView } from './missing.js';
import { operationsView } from './operations.js';
import { overview } from './overview.js';
import { problemView } from './parts.js';
import { planView, plansView } from './plans.js';
import { searchView } from './search.js';
import { watchServices } from './services.js';
import { may, onSession, refresh } from './session.js';
import { signInView } from './sign-in.js';
import { statisticsView } from './statistics.js';
import { subscriptionView } from './subscription.js';
import { builderView } from './subscription-builder.js';
import { subscriptionsView } from './subscriptions.js';

/*
 * Every place in the page has an address after the '#': a link to it can be sent to somebody. A view gets a signal
 * that ends when it is left, and everything it started ends with it.
 */
const main = document.getElementById('main');
let leaving = null;
let shown = null;
let current = null;

function place() {
  const [path, query = ''] = location.hash.replace(/^#/, '').split('?');
  return { path: path || '/', query: new URLSearchParams(query) };
}

/*
 * Views by their address. One with a `href` is in the navigation, where `open` says so of who is signed in. What an address
 * names beyond its view is handed on in the order it is matched.
 */
const VIEWS = [
  { name: 'overview', at: /^\/$/, href: '#/', show: overview },
  { name: 'search', at: /^\/search$/, href: '#/search', show: searchView },
  { name: 'ledger', at: /^\/ledger$/, href: '#/ledger', show: ledgerView },
  { name: 'ledger', at: /^\/ledger\/import$/, show: importView },
  { name: 'ledger', at: /^\/ledger\/(obl-[a-z0-9]{1,40})$/i, show: (target, query, signal, id) => lineView(target, id, signal) },
  { name: 'statistics', at: /^\/statistics$/, href: '#/statistics', show: statisticsView },
  { name: 'statistics', at: /^\/matrix$/, show: matrixView },
  { name: 'plans', at: /^\/plans$/, href: '#/plans', show: plansView },
  { name: 'plans', at: /^\/plans\/(doc-[a-z0-9]{1,40})$/i, show: (target, query, signal, id) => planView(target, id, query, signal) },
  { name: 'documents', at: /^\/documents$/, href: '#/documents', open: () => may('publisher', 'operator'), show: documentsView },
  { name: 'document', at: /^\/documents\/((?:src|doc)-[a-z0-9]{1,40})$/i, show: documentView },
  {
    name: 'subscriptions', at: /^\/subscriptions$/, href: '#/subscriptions',
    open: () => may('agency', 'region', 'coordinator', 'operator'), show: subscriptionsView,
  },
  { name: 'builder', at: /^\/subscriptions\/new$/, show: builderView },
  { name: 'builder', at: /^\/subscriptions\/(sub-[a-z0-9]{1,40})\/edit$/, show: builderView },
  { name: 'subscription', at: /^\/subscriptions\/(sub-[a-z0-9]{1,40})$/, show: subscriptionView },
  { name: 'operations', at: /^\/operations$/, href: '#/operations', open: () => may('operator'), show: operationsView },
  { name: 'missing', at: /^\/operations\/missing$/, show: missingView },
  { name: 'operations', at: /^\/operations\/dead-letters$/, show: deadLettersView },
  { name: 'operations', at: /^\/operations\/dead-letters\/(catalog|replication|notify)\/([\w.-]{1,249})\/(\d{1,6})\/(\d{1,18})$/, show: deadLetterView },
  { name: 'case', at: /^\/case\/(case-[a-z0-9]{1,40})$/i, show: (target, query, signal, id) => caseView(target, id, signal) },
  { name: 'signin', at: /^\/sign-in$/, show: signInView },
];

function viewOf(path) {
  for (const view of VIEWS) {
    const found = view.at.exec(path);
    if (found) return { ...view, show: (target, query, signal) => view.show(target, query, signal, ...found.slice(1)) };
  }
  return { name: 'none', show: (target) => problemView(target, { title: t('problem.page'), detail: path }) };
}

function go() {
  leaving?.abort();
  leaving = new AbortController();
  const { path, query } = place();
  const view = viewOf(path);
  const moved = shown !== null && shown !== path;
  shown = path;
  current = view.name;
  navigation();
  const target = h('div', { class: `view view-${view.name}` });
  replace(main, target);
  view.show(target, query, leaving.signal);
  if (moved) {
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
}

function navigation() {
  replace(document.getElementById('nav'), VIEWS
    .filter((view) => view.href && (view.open?.() ?? true))
    .map((view) => h('a', { href: view.href, 'aria-current': view.name === current ? 'page' : null }, t(`nav.${view.name}`))));
}

function frame() {
  document.getElementById('skip').textContent = t('skip');
  document.getElementById('brand-line').textContent = t('brand.line');
  document.getElementById('nav').setAttribute('aria-label', t('nav.label'));
  const button = document.getElementById('language');
  button.textContent = t('language.other');
  button.lang = language() === 'zh' ? 'en' : 'zh-CN';
  button.setAttribute('aria-label', t('language.switch'));
  const contracts = document.getElementById('contracts');
  contracts.textContent = t('contracts');
  contracts.href = at(language() === 'zh' ? '/contracts/' : '/contracts/en.html');
  document.title = `Casewire ${t('brand.line')}`;
}

document.getElementById('skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
document.getElementById('language').addEventListener('click', () => {
  choose(language() === 'zh' ? 'en' : 'zh');
  frame();
  services.draw();
  account.draw();
  go();
});
addEventListener('hashchange', go);

choose(language());
frame();
const services = watchServices(document.getElementById('services'));
// who has left does not leave what he saw
const account = accountMenu(document.getElementById('account'), document.getElementById('session-news'), () => {
  if (place().path === '/') go();
  else location.hash = '#/';
});
await refresh();
// a view that somebody types into stays as it is
onSession(() => navigation());
go();
