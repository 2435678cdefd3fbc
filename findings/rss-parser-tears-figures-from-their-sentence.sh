#!/usr/bin/env bash
# rss-parser 3.13.0 (npm): the content of an Atom entry with type="xhtml" comes with its words in another order: the text of a paragraph first,
# then its inline elements. 排队由<b>50分钟</b>降至<b>40秒</b>。 becomes 排队由降至。 followed by the two figures, so a reader of the feed no longer
# sees what fell from what to what. The same words as type="html" stay whole. Besides, an entry with both dates has that of its publication
# only, and categories are missing: a revised case looks like the old one. feedsmith 3.0.1 keeps all three. What follows: publish type="html".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts rss-parser@3.13.0 feedsmith@3.0.1
cat >look.mjs <<'JS'
import Parser from 'rss-parser';
import { parseFeed } from 'feedsmith';
const sentence = '<p>排队由<b>50分钟</b>降至<b>40秒</b>。</p>';
const feed = (content) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:example:feed</id><title>案例</title><updated>2026-11-29T08:00:58Z</updated>
<author><name>示例</name></author>
<entry><id>urn:example:case:1</id><title>一单到底</title><published>2026-11-01T08:00:00Z</published><updated>2026-11-29T08:00:58Z</updated>
<link rel="alternate" href="https://example.cn/cases/1"/><category term="trade" label="贸易便利化"/>${content}</entry></feed>`;
const xhtml = feed(`<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${sentence}</div></content>`);
const html = feed(`<content type="html">${sentence.replaceAll('<', '&lt;')}</content>`);
const words = (markup) => markup.replace(/<[^>]*>/g, '');
const failures = [];
const expect = (what, seen, wanted) => {
  console.log(`${what}: ${seen}`);
  if (seen !== wanted) failures.push(`${what}: expected ${wanted}`);
};
const first = async (text) => (await new Parser().parseString(text)).items[0];
const item = await first(xhtml);
expect('rss-parser, xhtml', words(item.content), '排队由降至。50分钟40秒');
expect('rss-parser, html', words((await first(html)).content), '排队由50分钟降至40秒。');
expect('rss-parser, dates', [item.pubDate, item.isoDate, item.updated].join(' '), '2026-11-01T08:00:00.000Z 2026-11-01T08:00:00.000Z ');
expect('rss-parser, categories', item.categories, undefined);
const entry = parseFeed(xhtml).feed.entries[0];
expect('feedsmith, xhtml', words(entry.content.value), '排队由50分钟降至40秒。');
expect('feedsmith, updated and category', `${entry.updated} ${entry.categories[0].label}`, '2026-11-29T08:00:58Z 贸易便利化');
if (failures.length) { console.error('CHANGED: ' + failures.join('; ')); process.exit(1); }
JS
npm ls rss-parser feedsmith
node look.mjs
