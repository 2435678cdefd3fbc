#!/usr/bin/env bash
# chrono-node 2.10.3 (npm): chrono.zh.hant, the parser for traditional Chinese, reads 十二月三十一日 as 30 December and 二〇二三年 as the year 23,
# and gives both as certain; chrono.zh.hans reads the same characters rightly. Neither says anything to 截至2023年底, and both put a
# month without a day on the day of the month that the reference date has. Hong Kong, Macao and the Greater Bay Area write such dates in
# traditional script: a deadline comes a day early, a notice two thousand years. What follows: give dates to hans whatever the script, and
# take a month's end oneself where isCertain('day') is false.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts chrono-node@2.10.3
cat >look.mjs <<'JS'
import * as chrono from 'chrono-node';
const today = new Date(2024, 5, 15, 12);
const failures = [];
const expected = [
  ['二零二三年十二月三十日', '2023-12-30', '2023-12-30'],
  ['二零二三年十二月三十一日', '2023-12-31', '2023-12-30'],
  ['十二月三十一日', '2024-12-31', '2024-12-30'],
  ['二〇二三年十一月十四日', '2023-11-14', '23-11-14'],
  ['2023年12月底前', '2023-12-15?', '2023-12-15?'],
  ['截至2023年底', 'nothing', 'nothing'],
];
const read = (parser, text) => {
  const found = parser.parse(text, today)[0]?.start;
  if (!found) return 'nothing';
  const day = [found.get('year'), found.get('month'), found.get('day')].join('-');
  return found.isCertain('day') ? day : `${day}?`;
};
for (const [text, simplified, traditional] of expected) {
  const hans = read(chrono.zh.hans, text);
  const hant = read(chrono.zh.hant, text);
  console.log(`${text}: hans ${hans}, hant ${hant}`);
  if (hans !== simplified || hant !== traditional) failures.push(text);
}
if (failures.length) { console.error('CHANGED: ' + failures.join(', ')); process.exit(1); }
JS
npm ls chrono-node
node look.mjs
