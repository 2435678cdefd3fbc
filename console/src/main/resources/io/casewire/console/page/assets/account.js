import { h, replace, zh } from './dom.js';
import { send } from './api.js';
import { clock, known, moment, t } from './language.js';
import { RENEW_BEFORE, isEndless, issuerAddress, onSession, refresh, session, take } from './session.js';

const LOOK_EVERY = 20_000;
const ASK_EVERY = 60_000;
const WARN_BEFORE = 5 * 60_000;

export function roleNames(roles) {
  return roles.map((role) => (known(`who.role.${role}`) ? t(`who.role.${role}`) : role)).join(t('who.and'));
}

/** For whom somebody acts: region or agency, in Chinese as it is named; null for neither. */
export function place(person) {
  const names = [person.regionName ?? person.regionCode, person.agency].filter(Boolean);
  return names.length ? zh('span', {}, names.join('，')) : null;
}

/** Leads to whom people sign in at, or to what has to be known before. */
function signInLink() {
  const byIssuer = session().ways.includes('ISSUER');
  return h('a', {
    class: 'account-in',
    href: byIssuer ? issuerAddress(location.hash) : '#/sign-in',
    onclick: byIssuer ? (event) => { event.currentTarget.href = issuerAddress(location.hash); } : null,
  }, t('account.signIn'));
}

/**
 * Who is signed in, in the head of the page, and what there is to say of the session.
 *
 * @param news where it is told that a session ends or has ended
 * @param onLeave called once somebody has signed out
 */
export function accountMenu(target, news, onLeave) {
  let leaving = false;
  let told = '';
  let asked = Date.now();

  function draw() {
    const who = session();
    if (!who.signedIn) {
      replace(target, who.ways?.length ? signInLink() : null);
      return;
    }
    const menu = h('details', { class: 'account' },
      h('summary', { 'aria-label': t('account.label', who.subject) },
        zh('span', { class: 'account-name' }, who.subject),
        h('span', { class: 'account-role' }, roleNames(who.roles), place(who) ? ' · ' : null, place(who))),
      h('div', { class: 'account-menu' },
        h('p', {}, t('account.as'), zh('strong', {}, who.subject)),
        h('p', { class: 'note' }, roleNames(who.roles), place(who) ? ' · ' : null, place(who)),
        h('p', { class: 'note' }, isEndless() ? t('account.renewed') : t('account.until', moment(who.expiresAt))),
        h('button', { type: 'button', class: 'button', onclick: () => leave(false) }, t('account.out')),
        who.way === 'ISSUER'
          ? null
          : h('button', { type: 'button', class: 'button button-weak', onclick: confirmEverywhere }, t('account.everywhere'))));
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      menu.open = false;
      menu.querySelector('summary').focus();
    });
    menu.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
    replace(target, menu);
  }

  function confirmEverywhere() {
    const dialog = h('dialog', { class: 'session-dialog', 'aria-labelledby': 'everywhere-title' },
      h('h2', { id: 'everywhere-title' }, t('account.everywhere.title', session().subject)),
      h('p', {}, t('account.everywhere.what')),
      h('div', { class: 'session-actions' },
        h('button', { type: 'button', class: 'button', onclick: () => { dialog.close(); leave(true); } }, t('account.everywhere')),
        h('button', { type: 'button', class: 'button button-weak', autofocus: true, onclick: () => dialog.close() }, t('account.stay'))));
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }

  async function leave(everywhere) {
    leaving = true;
    try {
      const answer = await send('DELETE', everywhere ? '/session?everywhere=true' : '/session');
      take(answer.body);
      if (answer.body?.signOutAt) {
        location.assign(answer.body.signOutAt);
        return;
      }
      say('out', answer.body?.revoked === false ? 'session.out.here' : everywhere ? 'session.out.everywhere' : 'session.out');
      onLeave();
    } catch (failure) {
      say('failed', 'session.out.failed', failure.detail);
    } finally {
      leaving = false;
    }
  }

  // each piece of news once, until another takes its place
  function say(kind, message, ...values) {
    told = kind;
    const urgent = kind === 'ended' || kind === 'failed';
    replace(news, h('div', { class: `session-news session-${kind}`, role: urgent ? 'alert' : 'status' },
      h('p', {}, t(message, ...values),
        kind === 'ended' ? h('span', {}, ' ', t('session.ended.kept'), ' ') : null,
        kind === 'ended' && session().ways?.length
          ? h('a', { href: '#/sign-in', target: '_blank', rel: 'noopener' }, t('account.signIn')) : null),
      h('button', { type: 'button', class: 'quiet', onclick: () => { replace(news); } }, t('session.close'))));
  }

  function watch() {
    const who = session();
    const left = who.signedIn ? Date.parse(who.expiresAt) - Date.now() : Infinity;
    // it may have been ended elsewhere
    if (left <= 0 || (who.signedIn && !document.hidden && Date.now() - asked >= ASK_EVERY)) {
      asked = Date.now();
      refresh();
    } else if (isEndless() && left < RENEW_BEFORE) {
      refresh();
    } else if (!isEndless() && left <= WARN_BEFORE && told !== 'soon') say('soon', 'session.soon', clock(who.expiresAt));
    setTimeout(watch, LOOK_EVERY);
  }

  onSession((before, current) => {
    draw();
    if (leaving) return;
    if (before.signedIn && !current.signedIn) {
      say('ended', 'session.ended');
    } else if (current.signedIn) {
      told = '';
      replace(news);
    }
  });
  // in another tab somebody may have signed in or out
  document.addEventListener('visibilitychange', () => { if (!document.hidden) refresh(); });
  draw();
  watch();
  return { draw };
}
