import { h, zh } from './dom.js';
import { known, moment, t } from './language.js';
import { named } from './parts.js';
import { CHOSEN, TYPED } from './subscription-criteria.js';

const REGION_OWNER = /^地区：(\d{6})$/;

export function subscriptionName(subscription) {
  return subscription.name ? zh('span', {}, subscription.name) : h('span', {}, t('sub.unnamed', subscription.id.slice(0, 12)));
}

export function stateTag(subscription) {
  return h('span', { class: `doc-state sub-${subscription.state}` }, t(`substate.${subscription.state}`));
}

/** Why it tells nothing at this moment; the service's own sentence where there is one. */
export function stateWhy(subscription) {
  const { state, inactiveReason, expiresAt } = subscription;
  const key = `substate.${state}.why`;
  return [
    known(key) ? h('small', {}, t(key)) : null,
    inactiveReason && state === 'STOPPED' ? h('small', {}, inactiveReason) : null,
    expiresAt ? h('small', {}, t(state === 'ENDED' ? 'sub.ended' : 'sub.expires', moment(expiresAt))) : null,
  ];
}

/** The channel it is told over: webhook, email, robot or feed. */
export function channelOf(subscription) {
  return ['webhook', 'email', 'robot'].find((name) => subscription[name]) ?? 'feed';
}

export function channelWords(subscription) {
  const channel = channelOf(subscription);
  const { webhook, email, robot } = subscription;
  return [
    h('span', {}, robot ? t(`robot.${robot.kind}`) : t(`channel.${channel}`)),
    h('small', {}, webhook?.url ?? email?.address ?? robot?.url ?? t(subscription.feed?.open ? 'feed.open' : 'feed.closed')),
    email ? h('small', {}, t(`mail.${email.status}`)) : null,
  ];
}

/** Whose it is: an agency by its name, a region by its code where its name is not known. */
export function ownerWords(subscription, regions) {
  const code = REGION_OWNER.exec(subscription.agency)?.[1];
  return zh('span', {}, code ? regions.get(code) ?? code : subscription.agency);
}

/** What it asks for, a criterion after the other, in words. */
export function criteriaWords(subscription, regions) {
  const parts = [];
  for (const name of [...Object.keys(CHOSEN), ...Object.keys(TYPED)]) {
    const values = subscription[name] ?? [];
    if (values.length === 0) continue;
    const word = (value) => (CHOSEN[name] ? named(CHOSEN[name][0], value) : regions.get(value) ?? value);
    parts.push([name, values.map(word).join('、')]);
  }
  if (subscription.query) parts.push(['query', subscription.query]);
  if (subscription.concerns) parts.push(['concerns', regions.get(subscription.concerns) ?? subscription.concerns]);
  return h('ul', { class: 'criteria' }, parts.map(([name, value]) =>
    h('li', {}, h('span', { class: 'criterion' }, t(`criterion.${name}`)), zh('span', {}, value))));
}
