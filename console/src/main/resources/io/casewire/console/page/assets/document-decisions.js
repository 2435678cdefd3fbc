import { h } from './dom.js';
import { send } from './api.js';
import { t } from './language.js';
import { decide, reasonField } from './decide.js';
import { may } from './session.js';

const MAY_BE_RETRIED = ['REJECTED', 'FAILED', 'QUARANTINED'];

/** What whoever is signed in may decide about the document as it stands. */
export function decisions(document, again) {
  const path = `/api/ingest/v1/documents/${document.id}`;
  const buttons = [];
  const button = (name, kind, action) => buttons.push(h('button', { type: 'button', class: kind, onclick: action }, t(`decide.${name}`)));
  if (document.held?.waits && may('publisher', 'operator')) {
    button('publish', 'button', () => decide(t('decide.publish.title'), [reasonField(false)],
      { submit: t('decide.publish'), lead: t('decide.publish.lead'), done: t('decide.publish.done') },
      async ({ reason }) => {
        await send('POST', `${path}/publish${stated(reason)}`);
        setTimeout(again, 700);
      }));
    button('reject', 'button button-weak', () => decide(t('decide.reject.title'), [reasonField(true)],
      { submit: t('decide.reject'), lead: t(document.held.reread ? 'decide.reject.reread' : 'decide.reject.lead'), danger: true, done: t('decide.reject.done') },
      async ({ reason }) => {
        await send('POST', `${path}/reject`, { reason });
        setTimeout(again, 700);
      }));
  }
  if (MAY_BE_RETRIED.includes(document.state) && may('publisher', 'operator')) {
    button('retry', 'button button-weak', () => decide(t('decide.retry.title'), [reasonField(false)],
      { submit: t('decide.retry'), lead: t('decide.retry.lead'), done: t('decide.retry.done') },
      async ({ reason }) => {
        await send('POST', `${path}/retry${stated(reason)}`);
        again();
      }));
  }
  if ((MAY_BE_RETRIED.includes(document.state) || (document.held?.waits && !document.held.reread)) && may('operator')) {
    button('remove', 'button button-weak', () => decide(t('decide.remove.title'), [reasonField(false)],
      { submit: t('decide.remove'), lead: t('decide.remove.lead'), danger: true, done: t('decide.remove.done') },
      async ({ reason }) => {
        await send('DELETE', `${path}${stated(reason)}`);
        location.hash = '#/documents';
      }));
  }
  return buttons.length ? h('p', { class: 'actions' }, buttons) : null;
}

function stated(reason) {
  return reason ? `?${new URLSearchParams({ reason })}` : '';
}
