import { h, replace, zh } from './dom.js';
import { send } from './api.js';
import { known, moment, t } from './language.js';
import { load, problemView } from './parts.js';
import { issuerAddress, refresh, session, take } from './session.js';
import { place, roleNames } from './account.js';

/** Of the link somebody came by; kept out of the address, which the browser remembers and shows. */
let code = null;

/** Shows whom a link would sign in, and signs in when a person says so: anybody may have sent the link. */
export function signInView(target, query, signal) {
  if (query.has('code')) {
    code = query.get('code');
    history.replaceState(null, '', '#/sign-in');
  }
  const failed = query.get('failed');
  const body = h('div', { class: 'panel sign-in' });
  replace(target, h('h1', {}, t('signin.title')), body);
  if (code === null) {
    explain(body, failed);
    return;
  }
  const asked = code;
  load(body, signal, () => look(asked, signal), (person) => ask(body, person, asked, signal));
}

async function look(asked, signal) {
  try {
    return (await send('POST', '/session/code', { code: asked }, {}, signal)).body;
  } catch (failure) {
    if (failure.status === 410) code = null;
    throw failure;
  }
}

function ask(body, person, asked, signal) {
  const now = session();
  const button = h('button', { type: 'button', class: 'button' }, t('signin.as', person.subject));
  const refused = h('div', { 'aria-live': 'assertive' });
  replace(body,
    h('h2', {}, t('signin.ask'), zh('span', {}, person.subject), t('signin.mark')),
    h('dl', { class: 'sign-in-who' },
      h('dt', {}, t('signin.role')), h('dd', {}, roleNames(person.roles)),
      place(person) ? [h('dt', {}, t('signin.place')), h('dd', {}, place(person))] : null,
      h('dt', {}, t('signin.until')), h('dd', {}, moment(person.expiresAt))),
    now.signedIn ? h('p', { class: 'notice' }, t('signin.instead', now.subject)) : null,
    h('p', { class: 'note' }, t('signin.yourself')),
    h('div', { class: 'session-actions' }, button, h('a', { class: 'button button-weak', href: '#/' }, t('signin.not'))),
    refused);
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      take((await send('POST', '/session', { code: asked })).body);
      code = null;
      if (!signal.aborted) location.hash = '#/';
    } catch (failure) {
      button.disabled = false;
      problemView(refused, { title: t('signin.failed'), detail: failure.detail || failure.title });
      if (failure.status === 410) code = null;
      refresh();
    }
  });
  button.focus();
}

function explain(body, failed) {
  const now = session();
  if (!now.signedIn && now.ways?.includes('ISSUER')) {
    replace(body,
      failed ? h('p', { class: 'notice', role: 'alert' }, t(known(`signin.failed.${failed}`) ? `signin.failed.${failed}` : 'signin.failed')) : null,
      h('p', {}, t('signin.issuer')),
      h('div', { class: 'session-actions' },
        h('a', { class: 'button', href: issuerAddress('#/') }, t(failed ? 'signin.issuer.again' : 'signin.issuer.go'))),
      h('p', {}, h('a', { href: '#/' }, t('signin.on'))));
    return;
  }
  replace(body,
    now.signedIn
      ? h('p', {}, t('signin.already'), zh('strong', {}, now.subject), ' · ', roleNames(now.roles))
      : h('p', {}, t(now.ways?.length ? 'signin.how' : 'signin.closed')),
    now.signedIn || !now.ways?.length ? null : [
      h('p', { class: 'note' }, t('signin.operator')),
      zh('pre', { class: 'sign-in-command' }, './casewire login --role region --region 430000 --subject 李明'),
    ],
    h('p', {}, h('a', { href: '#/' }, t('signin.on'))));
}
