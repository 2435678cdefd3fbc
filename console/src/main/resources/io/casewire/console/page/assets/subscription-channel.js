import { h, replace } from './dom.js';
import { t } from './language.js';
import { named } from './parts.js';
import { words } from './pickers.js';
import { channelOf } from './subscription-words.js';

const CHANNELS = ['webhook', 'email', 'robot', 'feed'];
const ROBOTS = ['wecom', 'dingtalk', 'feishu'];

/** How it is told; a subscription that is there keeps its channel, and its place may be changed. */
export function channelPicker(before, changed) {
  let chosen = before ? channelOf(before) : 'webhook';
  const place = h('div', {});
  const error = h('div', { class: 'error-box', role: 'alert' });
  const kind = h('select', { id: 'robot-kind', onchange: changed }, ROBOTS.map((value) =>
    h('option', { value, selected: before?.robot?.kind === value }, named('robot', value))));
  const fields = {
    webhook: words('url', t('channel.url'), before?.webhook?.url ?? '', changed, { hint: t('channel.url.hint'), kind: 'url' }),
    email: words('address', t('channel.address'), before?.email?.address ?? '', changed, { hint: t('channel.address.hint'), kind: 'email' }),
    robot: words('robot', t('channel.roboturl'), before?.robot?.url ?? '', changed, { hint: t('channel.robot.hint') }),
    secret: words('secret', t('channel.secret'), '', changed, { hint: t(before ? 'channel.secret.keep' : 'channel.secret.hint') }),
  };
  const draw = () => replace(place, {
    webhook: () => [fields.webhook.element],
    email: () => [fields.email.element],
    robot: () => [h('div', { class: 'field' }, h('label', { for: 'robot-kind' }, t('channel.kind')), kind), fields.robot.element, fields.secret.element],
    feed: () => [h('p', { class: 'note' }, t('channel.feed.hint'))],
  }[chosen]());
  const radios = CHANNELS.map((value) => h('label', { class: 'pick-one' }, h('input', {
    type: 'radio', name: 'channel', value, checked: value === chosen, disabled: before !== null && value !== chosen,
    onchange: () => { chosen = value; draw(); changed(); },
  }), ' ', t(`channel.${value}`)));
  draw();
  return {
    name: 'channel',
    element: h('fieldset', { class: 'field pick', 'data-field': 'channel' }, h('legend', { class: 'label' }, t('channel.title')),
      before ? h('p', { class: 'hint' }, t('channel.stays')) : null, h('div', { class: 'pick-set' }, radios), place, error),
    error,
    value: () => ({
      webhook: () => ({ webhook: { url: fields.webhook.value() } }),
      email: () => ({ email: { address: fields.email.value() } }),
      robot: () => ({ robot: { kind: kind.value, url: fields.robot.value(), ...(fields.secret.value() ? { secret: fields.secret.value() } : {}) } }),
      feed: () => ({ feed: true }),
    }[chosen]()),
    focus: () => (place.querySelector('input') ?? radios[0].firstElementChild).focus(),
    replaceValue: (old, next) => { if (ROBOTS.includes(next)) kind.value = next; changed(); },
  };
}
