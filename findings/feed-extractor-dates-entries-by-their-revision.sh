#!/usr/bin/env bash
# @extractus/feed-extractor 8.0.3 (npm): of an Atom entry with both dates it gives `updated` as `published`, so a case of October that was
# revised in November is news of November to its reader; and a summary is cut after 250 characters with three dots, so that the unit
# responsible, which stands at the end of Chinese official texts, is gone. Author and category are not given at all. What follows: give the
# option descriptionMaxLen: 0 and take what is missing by getExtraEntryFields.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @extractus/feed-extractor@8.0.3
cat >look.mjs <<'JS'
import { extractFromXml } from '@extractus/feed-extractor';

const summary = `${'申报、查验、放行合并为一次办理。'.repeat(16)}责任单位：某市口岸办。`;
const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:example:feed</id><title>贸易便利化</title><updated>2026-11-30T10:15:42Z</updated>
<entry><id>urn:example:1</id><title>合并办理</title><published>2026-10-01T01:00:00Z</published><updated>2026-11-30T10:15:42Z</updated>
<author><name>某市口岸办</name></author><category term="trade"/><link href="http://127.0.0.1/1"/><summary>${summary}</summary></entry></feed>`;

const [entry] = (await extractFromXml(feed)).entries;
console.log(`published ${entry.published} (the entry says 2026-10-01)`);
console.log(`${entry.description.length} of ${summary.length} characters, ending ${entry.description.slice(-6)}`);
console.log(`given: ${Object.keys(entry).join(', ')}`);
const [whole] = (await extractFromXml(feed, {
  descriptionMaxLen: 0,
  getExtraEntryFields: (raw) => ({ first: raw.published, unit: raw.author.name }),
})).entries;
console.log(`with the options: ${whole.description.length} characters, ${whole.first}, ${whole.unit}`);
const same = entry.published.startsWith('2026-11-30') && !entry.description.includes('责任单位') && entry.description.endsWith('...')
  && !('author' in entry) && whole.description === summary && whole.first.startsWith('2026-10-01') && whole.unit === '某市口岸办';
if (!same) console.log('CHANGED');
process.exit(same ? 0 : 1);
JS
npm ls @extractus/feed-extractor
node look.mjs
