import { h, outside, replace, zh } from './dom.js';
import { get } from './api.js';
import { day, moment, number, percent, t } from './language.js';
import { adoption } from './adoption.js';
import { briefLinks, place } from './leaving.js';
import { lineage, related } from './lineage.js';
import { metricList } from './metrics.js';
import { domainTags, load, named, originality } from './parts.js';

/** One case, whole: what was done, what it brought, to whom it is promoted, where it was read. */
export function caseView(target, id, signal) {
  load(target, signal, () => get(`/api/catalog/v1/cases/${id}`, signal), (found) => {
    const content = found.case;
    const regions = h('section', { class: 'panel' });
    const tellings = h('section', { class: 'panel' });
    const near = h('section', { class: 'panel' });
    const revisions = h('div', {});
    replace(target,
      h('article', {},
        head(found),
        h('div', { class: 'columns' },
          // many cases are a title and a scope: where they go is then all there is to tell
          h('div', { class: 'column-main' }, story(content), tellings, regions, near),
          h('aside', { class: 'column-side' },
            facts(content), promotion(content.promotion), provenance(found, revisions)))));
    document.title = `${content.title} · Casewire`;
    lineage(tellings, id, signal);
    adoption(regions, id, signal);
    related(near, id, signal);
    load(revisions, signal, () => get(`/api/catalog/v1/cases/${id}/revisions`, signal),
      (history) => replace(revisions, revisionList(history.revisions ?? [])));
  });
}

function head(found) {
  const content = found.case;
  return h('header', { class: 'case-head' },
    found.withdrawn
      ? h('p', { class: 'notice problem' }, t('case.withdrawn', found.withdrawnReason ?? ''))
      : null,
    h('p', { class: 'meta' }, domainTags(content.domains), originality(content.originality),
      content.zones.map((zone) => zh('span', {}, zone)), content.areas.map((area) => zh('span', {}, area))),
    zh('h1', {}, content.title),
    briefLinks(content.id));
}

function story(content) {
  return [
    text('summary', content.summary),
    text('background', content.background),
    parts('practice', content.practice?.text, content.practice?.measures),
    parts('effects', content.effects?.text, content.effects?.items),
    content.metrics.length
      ? h('section', { class: 'panel' }, h('h2', {}, t('case.metrics')), metricList(content.metrics))
      : null,
  ];
}

function paragraphs(whole) {
  return whole.split(/\n+/).filter((line) => line.trim()).map((line) => zh('p', {}, line));
}

function text(name, whole) {
  return whole ? h('section', { class: 'panel prose' }, h('h2', {}, t(`case.${name}`)), paragraphs(whole)) : null;
}

function parts(name, whole, items = []) {
  if (!whole) return null;
  return h('section', { class: 'panel prose' }, h('h2', {}, t(`case.${name}`)),
    items.length
      ? zh('ol', { class: 'parts' }, items.map((item, i) => h('li', {},
        item.group && item.group !== items[i - 1]?.group ? h('p', { class: 'group' }, item.group) : null,
        item.heading ? h('h3', {}, item.heading) : null, item.text ? paragraphs(item.text) : null)))
      : paragraphs(whole));
}

function list(rows) {
  const shown = rows.filter(([, value]) => (Array.isArray(value) ? value.length : value));
  return shown.length
    ? h('dl', { class: 'facts' }, shown.map(([name, value]) =>
      h('div', {}, h('dt', {}, t(`case.${name}`)), h('dd', {}, value))))
    : h('p', { class: 'empty' }, t('case.nothing'));
}

function names(values) {
  return values.map((value) => zh('span', { class: 'name' }, value));
}

function facts(content) {
  const inferred = content.domainSource === 'INFERRED'
    ? h('small', {}, t('case.inferred', percent(content.domainConfidence))) : null;
  return h('section', { class: 'panel' }, h('h2', {}, t('case.facts')), list([
    ['domains', [content.domains.map((slug) => named('domain', slug)).join(' · '), inferred]],
    ['category', content.category ? zh('span', {}, content.category) : null],
    ['zones', names(content.zones)],
    ['areas', names(content.areas)],
    ['originUnits', names(content.originUnits)],
    ['leadUnits', names(content.leadUnits)],
    ['supportingUnits', names(content.supportingUnits)],
  ]));
}

function promotion(promoted) {
  if (!promoted) return null;
  const instrument = promoted.instrument;
  return h('section', { class: 'panel' }, h('h2', {}, t('case.promotion')), list([
    ['scope', [named('scope', promoted.scope),
      promoted.scopeText && promoted.scopeText !== named('scope', promoted.scope)
        ? zh('small', {}, promoted.scopeText) : null]],
    ['strength', promoted.strength ? named('strength', promoted.strength) : null],
    ['since', day(promoted.since)],
    ['instrument', instrument
      ? [outside(instrument.url, instrument.title || instrument.number || instrument.url),
        instrument.title && instrument.number ? zh('small', {}, instrument.number) : null]
      : null],
  ]));
}

function provenance(found, revisions) {
  const source = found.document;
  const [first, last] = found.case.lines;
  return h('section', { class: 'panel' }, h('h2', {}, t('case.provenance')),
    list([
      ['document', source.title
        ? zh('a', { href: `#/search?${new URLSearchParams({ document: source.id })}` }, source.title) : null],
      ['number', source.number ? zh('span', {}, source.number) : null],
      ['issuer', source.issuer ? zh('span', {}, source.issuer) : null],
      ['issued', day(source.issuedOn)],
      ['genre', named('genre', source.genre)],
      ['path', found.case.path.map((step) => zh('span', { class: 'step' }, step))],
      ['lines', h('a', { href: place(source, first), target: '_blank', rel: 'noopener' },
        first === last ? t('case.lines.one', number(first)) : t('case.lines.range', number(first), number(last)))],
    ]),
    h('h3', {}, t('case.revisions')), revisions);
}

function revisionList(revisions) {
  return h('ol', { class: 'revisions' }, revisions.map((revision) => {
    const kind = /\.case\.([a-z]+)\.v/.exec(revision.type)?.[1] ?? '';
    const fields = (revision.changes ?? []).map((change) => change.field.split('.')[0]);
    const changed = [...new Set(fields)].map((field) => named('field', field));
    return h('li', {},
      h('span', {}, `${t('case.revision', number(revision.revision))} · ${named('revision', kind)}`),
      h('time', { datetime: revision.recordedTime }, moment(revision.recordedTime)),
      changed.length ? h('small', {}, t('case.changed', changed.join('、'))) : null,
      revision.reason ? zh('small', {}, revision.reason) : null);
  }));
}
