import { h, replace } from './dom.js';
import { get, send } from './api.js';
import { moment, number, t } from './language.js';
import { confirmed, field, say } from './forms.js';
import { decide } from './decide.js';
import { deliveryLog } from './deliveries.js';
import { load } from './parts.js';
import { regionNames } from './regions.js';
import { channelOf, channelWords, criteriaWords, ownerWords, stateTag, stateWhy, subscriptionName } from './subscription-words.js';
import { showOnce } from './subscription-secret.js';

const PATH = '/api/notify/v1/subscriptions';
const DAYS_BACK = 7;

/** One subscription: what it asks, whether it runs, what its owner may do, and what was sent. */
export function subscriptionView(target, query, signal, id) {
  const again = () => { if (!signal.aborted) subscriptionView(target, query, signal, id); };
  load(target, signal, () => Promise.all([get(`${PATH}/${id}`, signal), regionNames()]), ([found, regions]) => {
    const log = h('section', { class: 'panel' });
    document.title = `${found.name || t('sub.title')} · Casewire`;
    replace(target,
      h('header', { class: 'doc-head' },
        h('p', { class: 'meta' }, h('a', { href: '#/subscriptions' }, t('sub.back'))),
        h('h1', {}, subscriptionName(found)),
        h('p', { class: 'sub-state', role: 'status' }, stateTag(found), stateWhy(found)),
        actions(found, again)),
      h('div', { class: 'work' },
        h('section', { class: 'panel' }, h('h2', {}, t('sub.asks')), criteriaWords(found, regions.byCode), facts(found, regions.byCode)),
        log));
    if (channelOf(found) === 'feed') log.remove();
    else deliveryLog(log, query, signal, found);
  });
}

function facts(found, regions) {
  const rows = [
    ['channel.title', channelWords(found)],
    ['sub.owner', ownerWords(found, regions)],
    ['sub.history', t(found.includeHistory ? 'yes' : 'sub.history.no')],
    ['sub.changed', moment(found.updatedAt)],
    found.webhook?.previousSecretUntil ? ['sub.rotation', moment(found.webhook.previousSecretUntil)] : null,
    ['sub.id', h('code', {}, found.id)],
  ];
  return h('dl', { class: 'facts sub-facts' }, rows.filter(Boolean).map(([name, value]) => h('div', {}, h('dt', {}, t(name)), h('dd', {}, value))));
}

function actions(found, again) {
  const at = `${PATH}/${found.id}`;
  const button = (name, action, kind = 'button button-weak') => h('button', { type: 'button', class: kind, onclick: action }, t(`sub.${name}`));
  const done = (words) => { say(words); again(); };
  const run = (path, method, words) => async () => {
    try {
      await send(method, `${at}${path}`);
      done(words);
    } catch (problem) {
      say(problem.detail || problem.title);
    }
  };
  const off = ['PAUSED', 'STOPPED'].includes(found.state);
  const runs = ['ACTIVE', 'WAITING'].includes(found.state);
  return h('p', { class: 'actions' },
    h('a', { class: 'button', href: `#/subscriptions/${found.id}/edit` }, t('sub.edit')),
    runs ? button('pause', async () => {
      if (await confirmed(t('sub.pause.title'), t('sub.pause.lead'), { yes: t('sub.pause') })) await run('/pause', 'POST', t('sub.pause.done'))();
    }) : null,
    off ? button('resume', () => resume(at, done), 'button') : null,
    found.state === 'ACTIVE' ? button('replay', () => replay(at, done)) : null,
    found.webhook ? button('secret', () => newSecret(at, again)) : null,
    found.email && found.email.status !== 'CONFIRMED' ? button('ask', run('/confirmation', 'POST', t('sub.ask.done'))) : null,
    button(found.feed.open ? 'feed.again' : 'feed.open', () => openFeed(at, found, again)),
    found.feed.open ? button('feed.close', async () => {
      if (await confirmed(t('sub.feed.close'), t('sub.feed.close.lead'), { yes: t('sub.feed.close'), danger: true })) await run('/feed', 'DELETE', t('sub.feed.close.done'))();
    }) : null,
    button('delete', async () => {
      if (!await confirmed(t('sub.delete.title'), t('sub.delete.lead'), { yes: t('sub.delete'), danger: true })) return;
      try {
        await send('DELETE', at);
        say(t('sub.delete.done'));
        location.hash = '#/subscriptions';
      } catch (problem) {
        say(problem.detail || problem.title);
      }
    }));
}

function resume(at, done) {
  decide(t('sub.resume.title'), [field({ name: 'missed', kind: 'check', label: t('sub.resume.missed'), hint: t('sub.resume.hint') })],
    { submit: t('sub.resume') }, async ({ missed }) => {
      const { body } = await send('POST', `${at}/resume`, missed ? { missed: true } : {});
      done(body.told ? told(body.told) : t('sub.resume.done'));
    });
}

function replay(at, done) {
  const from = new Date(Date.now() - DAYS_BACK * 86_400_000).toISOString().slice(0, 10);
  decide(t('sub.replay.title'), [field({ name: 'since', kind: 'date', label: t('sub.replay.since'), value: from, needed: true, hint: t('sub.replay.hint') })],
    { submit: t('sub.replay') }, async ({ since }) => {
      const { body } = await send('POST', `${at}/replay`, { since: new Date(`${since}T00:00`).toISOString() });
      done(told(body));
    });
}

function told({ missing, again }) {
  return t('sub.told', number(missing), number(again));
}

async function newSecret(at, again) {
  if (!await confirmed(t('sub.secret'), t('sub.secret.lead'), { yes: t('sub.secret') })) return;
  try {
    const { body } = await send('POST', `${at}/secret`);
    showOnce(t('once.secret.title'), t('once.secret.warning'), [[t('once.secret'), body.webhook.secret]], again);
  } catch (problem) {
    say(problem.detail || problem.title);
  }
}

async function openFeed(at, found, again) {
  if (found.feed.open && !await confirmed(t('sub.feed.again'), t('sub.feed.again.lead'), { yes: t('sub.feed.again') })) return;
  try {
    const { body } = await send('POST', `${at}/feed`);
    showOnce(t('once.feed.title'), t('once.feed.warning'), [['Atom', body.atom], ['JSON Feed', body.json]], again);
  } catch (problem) {
    say(problem.detail || problem.title);
  }
}

