import { h, replace } from './dom.js';
import { get, send } from './api.js';
import { t } from './language.js';
import { busy, say, showRefusal } from './forms.js';
import { load } from './parts.js';
import { choices, names, showErrors, words } from './pickers.js';
import { regionNames } from './regions.js';
import { may, session } from './session.js';
import { channelPicker } from './subscription-channel.js';
import { CHOSEN, CRITERIA, TYPED, errorsByField, ofAddress } from './subscription-criteria.js';
import { preview } from './subscription-preview.js';
import { showOnce } from './subscription-secret.js';

const PATH = '/api/notify/v1/subscriptions';
const GROUPS = {
  what: ['kinds'],
  cases: ['query', 'domains', 'zones', 'areas', 'units', 'originality', 'scopes', 'strengths', 'instruments', 'genres'],
  ledger: ['concerns', 'regions', 'levels', 'statuses', 'outcomes'],
};
/** States in which a subscription was switched off, and stays so when it is changed. */
const OFF = ['PAUSED', 'STOPPED'];

/** A new subscription, with the criteria of the address, or the one of that id. */
export function builderView(target, query, signal, id = null) {
  load(target, signal,
    () => Promise.all([regionNames(), id ? get(`${PATH}/${id}`, signal) : null]),
    ([regions, before]) => build(target, signal, regions, before, before ?? start(query), query.getAll('left')));
}

function start(query) {
  const asked = ofAddress(query);
  if (!asked.concerns && may('region') && !may('agency', 'operator')) asked.concerns = session().regionCode ?? '';
  return asked;
}

function build(target, signal, regions, before, asked, left) {
  const side = h('section', { class: 'panel preview' });
  let shown = null;
  const pickers = {};
  const changed = () => shown.soon();
  for (const name of CRITERIA) pickers[name] = picker(name, asked, regions, changed);
  pickers.name = words('name', t('criterion.name'), asked.name ?? '', () => {}, { hint: t('criterion.name.hint'), more: { maxlength: '200', lang: 'zh-CN' } });
  pickers.agency = may('operator') && !before
    ? words('agency', t('criterion.agency'), '', () => {}, { hint: t('criterion.agency.hint'), more: { lang: 'zh-CN' } }) : null;
  pickers.expiresAt = words('expiresAt', t('criterion.expiresAt'), local(before?.expiresAt), () => {}, { kind: 'datetime-local', hint: t('criterion.expiresAt.hint') });
  pickers.channel = channelPicker(before, () => {});
  const all = check('allCases', false, changed);
  const history = check('includeHistory', asked.includeHistory === true, changed);
  const list = Object.values(pickers).filter(Boolean);
  const refusal = h('div', { class: 'notice problem', role: 'alert', hidden: true });
  const button = h('button', { type: 'submit', class: 'button' }, t(before ? 'builder.save' : 'builder.create'));

  const criteria = () => {
    const values = Object.fromEntries(CRITERIA.map((name) => [name, pickers[name].value()]).filter(([, value]) => value.length));
    return { ...values, ...(all.box.checked ? { allCases: true } : {}), ...(history.box.checked ? { includeHistory: true } : {}) };
  };
  const refuse = (problem, submitted) => {
    refusal.hidden = true;
    const sentences = problem ? problem.said?.errors ?? (submitted ? [problem.detail || problem.title] : []) : [];
    const rest = showErrors(list, errorsByField(sentences), submitted);
    if (rest.length && submitted) showRefusal(refusal, { title: t('builder.refused'), detail: rest.map((one) => one.sentence).join(' ') });
  };
  shown = preview(side, signal, () => {
    const wanted = criteria();
    return Object.keys(wanted).some((name) => name !== 'includeHistory') ? wanted : null;
  }, (problem) => refuse(problem, false));
  const submit = async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    busy(button, true);
    try {
      await keep(before, { ...criteria(), ...whole(pickers) });
    } catch (problem) {
      refuse(problem, true);
    } finally {
      busy(button, false);
    }
  };
  replace(target,
    h('header', { class: 'doc-head' },
      h('p', { class: 'meta' }, h('a', { href: before ? `#/subscriptions/${before.id}` : '#/subscriptions' }, t(before ? 'builder.back' : 'sub.back'))),
      h('h1', {}, t(before ? 'builder.title.change' : 'builder.title')), h('p', {}, t('builder.lead'))),
    left.length ? h('p', { class: 'notice' }, t('builder.left', left.map((name) => t(`facet.${name}`)).join('、'))) : null,
    h('div', { class: 'columns builder' },
      h('form', { class: 'form form-wide', novalidate: true, onsubmit: submit },
        h('section', { class: 'panel form form-wide' }, pickers.name.element, pickers.agency?.element),
        Object.entries(GROUPS).map(([group, members]) => section(group, members, pickers, asked, group === 'what' ? all.element : null)),
        h('section', { class: 'panel form form-wide' }, pickers.channel.element, history.element, pickers.expiresAt.element),
        refusal, h('div', { class: 'actions' }, button, h('a', { class: 'button button-weak', href: before ? `#/subscriptions/${before.id}` : '#/subscriptions' }, t('form.cancel')))),
      side));
  shown.now();
}

function section(group, members, pickers, asked, more) {
  const used = members.some((name) => asked[name]?.length);
  return h('details', { class: 'panel criteria-group', open: used || group === 'cases' },
    h('summary', {}, h('h2', {}, t(`builder.${group}`)), h('small', {}, t(`builder.${group}.hint`))),
    h('div', { class: 'form form-wide' }, more, members.map((name) => pickers[name].element)));
}

function picker(name, asked, regions, changed) {
  const label = t(`criterion.${name}`);
  const key = `criterion.${name}.hint`;
  const hint = t(key) === key ? null : t(key);
  if (CHOSEN[name]) return choices(name, label, ...CHOSEN[name], asked[name] ?? [], changed, hint);
  if (name in TYPED) {
    const offered = regions.byLevel[TYPED[name]] ?? [];
    return names(name, label, offered, asked[name] ?? [], changed, { hint, words: (value) => regions.byCode.get(value) ?? value });
  }
  // a code alone tells a reader little
  const place = name === 'concerns' ? regions.byCode.get(asked.concerns) : null;
  return words(name, place ? `${label}（${place}）` : label, asked[name] ?? '', changed, { hint, more: { lang: 'zh-CN', maxlength: name === 'query' ? '200' : '100' } });
}

function check(name, on, changed) {
  const box = h('input', { type: 'checkbox', id: `check-${name}`, checked: on, onchange: changed });
  return { box, element: h('div', { class: 'field field-check' }, box, h('label', { for: `check-${name}` }, t(`criterion.${name}`))) };
}

function whole({ name, agency, expiresAt, channel }) {
  const until = expiresAt.value();
  return {
    ...channel.value(),
    ...(name.value() ? { name: name.value() } : {}),
    ...(agency?.value() ? { agency: agency.value() } : {}),
    ...(until ? { expiresAt: new Date(until).toISOString() } : {}),
  };
}

async function keep(before, request) {
  if (before) {
    await send('PUT', `${PATH}/${before.id}`, { ...request, active: !OFF.includes(before.state) });
    say(t('builder.saved'));
    location.hash = `#/subscriptions/${before.id}`;
    return;
  }
  const { body: made } = await send('POST', PATH, request);
  const leave = () => { location.hash = `#/subscriptions/${made.id}`; };
  if (made.webhook?.secret) {
    showOnce(t('once.secret.title'), t('once.secret.warning'), [[t('once.secret'), made.webhook.secret]], leave);
  } else {
    say(t(made.state === 'WAITING' ? 'builder.created.mail' : 'builder.created'));
    leave();
  }
}

/** As a control for date and time takes it, in the time of this browser. */
function local(iso) {
  if (!iso) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
