import { h, replace, zh } from './dom.js';
import { day, known, t } from './language.js';
import { marked } from './highlight.js';

/** Shows what a reader sees while something is on its way; says so to a screen reader only after a moment. */
export function waiting(target) {
  const note = h('p', { class: 'waiting', role: 'status' });
  replace(target, note);
  setTimeout(() => { if (note.isConnected) note.textContent = t('loading'); }, 300);
}

/** A refusal or a failure: what it is called, what the service said, and a way on. */
export function problemView(target, problem, again) {
  replace(target, h('div', { class: 'notice problem', role: 'alert' },
    h('h2', {}, problem.title || t('problem.failed', '')),
    problem.detail ? h('p', {}, problem.detail) : null,
    again ? h('button', { type: 'button', class: 'button', onclick: again }, t('retry')) : null));
}

/** Runs a view's reading: waits visibly, shows a problem where there is one, and nothing once the view was left. */
export async function load(target, signal, read, show) {
  waiting(target);
  try {
    const answer = await read();
    if (!signal.aborted) show(answer);
  } catch (failure) {
    if (signal.aborted) return;
    problemView(target, failure, () => load(target, signal, read, show));
  }
}

/** The name a code has in this language; the code itself where it is a name already. */
export function named(facet, value) {
  const key = `${facet}.${value}`;
  return known(key) ? t(key) : value;
}

export function domainTags(domains = []) {
  return domains.map((slug) => h('a', {
    class: 'tag', href: `#/search?${new URLSearchParams({ domain: slug })}`,
  }, named('domain', slug)));
}

export function originality(value) {
  return value ? h('span', { class: 'tag tag-first' }, named('originality', value)) : null;
}

const PASSAGES = 2;

/** A case in a list, with the passages a search found it by. */
export function caseItem(item) {
  const marks = item.highlights ?? {};
  const passages = Object.keys(marks).filter((field) => field !== 'title').slice(0, PASSAGES);
  const document = item.document ?? {};
  return h('li', { class: 'case-item' },
    zh('h3', {}, h('a', { href: `#/case/${item.id}` }, marks.title ? marked(marks.title) : item.title)),
    passages.length
      ? passages.map((field) => h('p', { class: 'passage' },
        h('span', { class: 'passage-field' }, named('field', field)), zh('span', {}, marked(marks[field]))))
      : item.excerpt ? zh('p', { class: 'excerpt' }, item.excerpt) : null,
    h('p', { class: 'meta' },
      domainTags(item.domains), originality(item.originality),
      (item.zones ?? []).map((zone) => zh('span', {}, zone)),
      item.metrics ? h('span', {}, t('search.metrics', item.metrics)) : null,
      item.adoption
        ? h('span', {}, t('search.adoption', item.adoption.percent, item.adoption.numerator, item.adoption.denominator)) : null,
      document.title ? zh('span', { class: 'meta-document' }, document.number || document.title) : null,
      document.issuedOn ? h('span', {}, day(document.issuedOn)) : null),
    item.leftOut?.length ? h('p', { class: 'left-out' }, t('search.leftOut', quoted(item.leftOut))) : null,
    item.tellings?.length
      ? h('p', { class: 'tellings' }, t('search.tellings'), item.tellings.map((telling) =>
        zh('a', { href: `#/case/${telling.id}` }, telling.document?.title || telling.title)))
      : null);
}

function quoted(words) {
  return words.map((word) => `“${word}”`).join('');
}
