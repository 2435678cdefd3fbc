import { h, replace, zh } from './dom.js';
import { get } from './api.js';
import { day, number, percent, t } from './language.js';
import { load, named } from './parts.js';
import { session } from './session.js';
import { filterBar, lineTable } from './lines.js';
import { only } from './ledger.js';
import { BEHIND, levelName } from './ledger-words.js';

const API = '/api/replication/v1';
const FILTERS = ['domain', 'region', 'province', 'level', 'instrument', 'strength', 'case'];

/** What regions like one have adopted and that one has not. */
export function gaps(target, query, signal) {
  const region = query.get('of') ?? session().regionCode ?? null;
  const k = query.get('k') ?? '3';
  const place = h('div', {});
  load(target, signal, () => Promise.all([get(`${API}/regions`, signal), get(`${API}/regions?level=ZONE`, signal)]), (answers) => {
    const regions = answers.flatMap((answer) => answer.items);
    const names = new Map(regions.map(({ code, name }) => [code, name]));
    const shown = new URLSearchParams(query);
    if (region) shown.set('of', region);
    shown.set('k', k);
    replace(target, filterBar('/statistics', shown, [
      { name: 'of', label: t('ledger.region'), kind: 'select', options: [['', t('gaps.choose')], ...regions.map(({ code, name }) => [code, name])] },
      { name: 'k', label: t('gaps.k'), kind: 'number', more: { min: '1', max: '30', step: '1' } },
    ]), place);
    if (!region) {
      replace(place, h('div', { class: 'notice' }, h('h2', {}, t('gaps.which')), h('p', {}, t('gaps.hint'))));
      return;
    }
    load(place, signal, () => get(`${API}/regions/${encodeURIComponent(region)}/gaps?${new URLSearchParams({ k, size: '100' })}`, signal), (found) =>
      replace(place, h('section', { class: 'panel' },
        h('h2', {}, t('gaps.title', found.name), h('small', {}, t('statistics.day', day(found.day)))),
        h('p', { class: 'note' }, t('gaps.like', found.like.length ? found.like.map((code) => names.get(code) ?? code).join('、') : t('none'))),
        found.items.length ? table(found) : h('p', { class: 'empty' }, t('gaps.none', number(found.atLeast))))));
  });
}

function table(found) {
  return lineTable([
    { label: t('ledger.case'), head: true, show: (gap) => zh('a', { href: `#/case/${gap.caseId}` }, gap.title) },
    { label: t('gaps.own'), show: (gap) => (gap.obligation ? h('a', { href: `#/ledger/${gap.obligation}` }, named('status', gap.status)) : t('gaps.notAsked')) },
    { label: t('gaps.number'), numeric: true, show: (gap) => h('a', { href: `#/ledger?${new URLSearchParams({ case: gap.caseId, level: found.level, all: 'true' })}` },
      number(gap.peers.length)) },
    { label: t('gaps.peers'), show: (gap) => gap.peers.map((peer, i) => [i ? '、' : '',
      zh('a', { href: `#/ledger/${peer.obligation}`, title: `${day(peer.day)} ${peer.alike.map((one) => t(`gaps.alike.${one}`)).join('、')}` }, peer.name),
      peer.day ? h('span', { class: 'note' }, ` ${day(peer.day)}`) : null]) },
  ], found.items, { caption: t('gaps.caption', number(found.items.length)) });
}

/** Regions by rate; those of which too little was heard stand apart. */
export function comparison(target, query, signal) {
  load(target, signal, () => get(`${API}/regions/comparison?${only(query, FILTERS)}`, signal), (answer) => {
    target.classList.add('stack');
    const lines = (code, more = {}) => `#/ledger?${new URLSearchParams([...only(query, ['domain', 'instrument', 'strength', 'case']), ['region', code], ...Object.entries(more)])}`;
    const share = (value, code, rate, part, whole) => [value === null || value === undefined ? '–' : percent(value), h('small', {},
      h('a', { href: lines(code, BEHIND[part]) }, number(rate[part])), '/', h('a', { href: lines(code, BEHIND[whole]) }, number(rate[whole])))];
    replace(target,
      h('section', { class: 'panel' }, h('h2', {}, t('compare.title', levelName(answer.level)), h('small', {}, t('statistics.day', day(answer.day)))),
        h('p', { class: 'note' }, t('compare.least', percent(answer.leastCoverage))),
        answer.comparable.length ? lineTable([
          { label: t('compare.place'), numeric: true, show: (one) => number(one.place) },
          { label: t('ledger.region'), head: true, show: (one) => zh('a', { href: lines(one.code) }, one.name) },
          { label: t('statistics.rateOf'), numeric: true, show: ({ code, rate }) => share(rate.rate, code, rate, 'numerator', 'denominator') },
          { label: t('statistics.coverage'), numeric: true, show: ({ code, rate }) => share(rate.coverage, code, rate, 'known', 'inScope') },
          { label: t('statistics.closed'), numeric: true, show: ({ code, rate }) => h('a', { href: lines(code, BEHIND.closed) },
            number(rate.adopted + rate.partial + rate.notApplicable + rate.superseded)) },
        ], answer.comparable, { caption: t('compare.caption', number(answer.comparable.length)) }) : h('p', { class: 'empty' }, t('compare.none'))),
      answer.notComparable.length ? h('section', { class: 'panel' }, h('h2', {}, t('compare.apart')), lineTable([
        { label: t('ledger.region'), head: true, show: (one) => zh('a', { href: lines(one.code) }, one.name) },
        { label: t('compare.why'), show: (one) => t(`compare.why.${one.why}`) },
        { label: t('statistics.coverage'), numeric: true, show: (one) => share(one.coverage, one.code, one, 'known', 'inScope') },
      ], answer.notComparable, { caption: t('compare.apart') })) : null);
  });
}
