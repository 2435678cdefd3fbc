import { h, replace, zh } from './dom.js';
import { get, send } from './api.js';
import { moment, number, percent, t } from './language.js';
import { busy, say } from './forms.js';
import { address, asked, pager } from './lines.js';
import { load } from './parts.js';
import { kindWords } from './subscription-preview.js';

const STATUSES = ['PENDING', 'DELIVERED', 'ABANDONED'];
const PAGE = '50';

/** What was sent for a subscription, each with its attempts, and how its endpoint does. */
export function deliveryLog(target, query, signal, subscription) {
  const path = `/subscriptions/${subscription.id}`;
  const page = new URLSearchParams({ subscription: subscription.id, size: PAGE });
  ['status', 'cursor'].forEach((name) => { if (query.has(name)) page.set(name, query.get(name)); });
  const again = () => deliveryLog(target, query, signal, subscription);
  load(target, signal, () => get(`/api/notify/v1/deliveries?${page}`, signal), ({ items, next }) => {
    const chip = (value) => h('a', {
      class: 'chip', href: address(path, asked(query, { status: value })), 'aria-current': (query.get('status') ?? null) === value ? 'true' : null,
    }, t(value ? `delivery.${value}` : 'documents.all'));
    replace(target, h('h2', {}, t('log.title')),
      health(items, query),
      h('nav', { class: 'chips doc-filters', 'aria-label': t('documents.filter') }, [null, ...STATUSES].map(chip)),
      items.length === 0 ? h('p', { class: 'empty' }, t('log.empty'))
        : h('ul', { class: 'records' }, items.map((item) => deliveryItem(item, signal, again))),
      pager(path, query, next));
  });
}

/** As far as the deliveries shown tell: what came of them, and what the endpoint said last. */
function health(items, query) {
  if (items.length === 0 || query.has('status')) return null;
  const count = (status) => items.filter((item) => item.status === status).length;
  const failing = items.find((item) => item.lastFailure && item.status !== 'DELIVERED');
  const judged = items.length - count('PENDING');
  return h('div', { class: 'endpoint' },
    h('p', {}, t('log.health', number(items.length), number(count('DELIVERED')), number(count('PENDING')), number(count('ABANDONED')),
      judged ? percent(count('DELIVERED') / judged) : '–')),
    failing ? h('p', { class: 'late' }, t('log.failing', moment(failing.updatedAt)), ' ', failing.lastFailure) : null);
}

function deliveryItem(item, signal, again) {
  const body = h('div', { class: 'record-body' });
  const details = h('details', {}, h('summary', {},
    h('span', { class: `doc-state delivery-${item.status}` }, t(`delivery.${item.status}`)), ' ',
    h('span', { class: 'tag tag-weak' }, item.eventType.startsWith('casewire.') ? kindWords(item.eventType) : t('log.confirmation')), ' ',
    zh('span', {}, item.title || item.subject), ' ',
    h('small', {}, moment(item.createdAt), ' · ', t('log.attempts', number(item.attempts)),
      item.lastStatus ? ` · ${item.lastStatus}` : '')), body);
  details.addEventListener('toggle', () => {
    if (!details.open || body.childElementCount) return;
    load(body, signal, () => get(`/api/notify/v1/deliveries/${item.id}`, signal), (whole) => replace(body, deliveryBody(whole, again)));
  });
  return h('li', {}, details);
}

function deliveryBody(whole, again) {
  return [
    h('p', { class: 'actions' }, resend(whole, again)),
    whole.note ? h('p', { class: 'late' }, whole.note) : null,
    whole.nextAttempt ? h('p', {}, t('log.next', moment(whole.nextAttempt))) : null,
    h('p', { class: 'note' }, t('log.to', whole.endpoint), ' ', h('code', {}, whole.id)),
    whole.log?.length ? h('table', { class: 'attempts' }, h('caption', { class: 'unseen' }, t('log.attempts.title')),
      h('thead', {}, h('tr', {}, ['when', 'took', 'status', 'said'].map((name) => h('th', { scope: 'col' }, t(`log.${name}`))))),
      h('tbody', {}, whole.log.map((attempt) => h('tr', {},
        h('td', {}, moment(attempt.at)), h('td', {}, t('log.millis', number(attempt.milliseconds))), h('td', {}, attempt.status ?? t('log.noanswer')),
        h('td', {}, [attempt.failure, attempt.excerpt].filter(Boolean).map((text) => h('span', { class: 'excerpt-line' }, text)))))))
      : h('p', { class: 'empty' }, t('log.noattempt')),
    h('details', {}, h('summary', {}, t('log.payload')), h('pre', { class: 'payload', tabindex: '0' }, JSON.stringify(whole.payload, null, 2))),
  ];
}

function resend(whole, again) {
  const button = h('button', {
    type: 'button', class: 'quiet', 'aria-label': t('log.resend.of', whole.title || whole.subject),
    onclick: async () => {
      busy(button, true);
      try {
        await send('POST', `/api/notify/v1/deliveries/${whole.id}/resend`);
        say(t('log.resent'));
        again();
      } catch (problem) {
        say(problem.detail || problem.title);
        busy(button, false);
      }
    },
  }, t('log.resend'));
  return button;
}
