#!/usr/bin/env bash
# gb2260 0.6.0 (npm), the newest there is: the latest edition of the national region codes in it is of July 2016, and nothing but the list of
# editions says so. 莱芜市, a part of 济南 since January 2019, is a prefecture there; 临平区 and 钱塘区 of 杭州, founded in April 2021, answer null
# as a code that never was does. And 湖北 has a prefecture 省直辖县级行政区划: the heading under which the code list puts county-level cities such
# as 仙桃, so a list sent to every prefecture goes to one that does not exist. What follows: dated places of one's own, without headings.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts gb2260@0.6.0
cat >look.cjs <<'JS'
const { GB2260, register, revisions } = require('gb2260');

const editions = revisions();
console.log(`latest edition: ${[...editions].sort().at(-1)}`);
register('201607', require('gb2260/lib/201607'));
const codes = new GB2260('201607');
const name = (code) => codes.get(code)?.toString() ?? null;
const seen = ['430100', '371200', '330113', '330114', '999999'].map(name);
console.log(seen.map(String).join(' | '));
const heading = codes.prefectures('420000').find((place) => place.code === '429000')?.name ?? '';
console.log(`429000 of 湖北: ${heading}; 仙桃市 lies in ${codes.get('429004').prefecture.name}`);
const same = [...editions].sort().at(-1) === '201607' && seen[0].includes('长沙市') && seen[1].includes('莱芜市')
  && seen[2] === null && seen[3] === null && seen[4] === null && heading === '省直辖县级行政区划';
if (!same) console.log('CHANGED');
process.exit(same ? 0 : 1);
JS
npm ls gb2260
node look.cjs
