#!/usr/bin/env bash
# nzh 1.0.14 (npm): decodeS turns Chinese numerals into numbers and passes over every character it does not know, without an error. 两千三百
# comes out as 300, 二〇二三 as 223, 廿五 as 5, 百分之六十 as 160; 一点五万 is 1.5 and 三万五 30005. Documents write 两 and 〇 all the time, so an
# amount loses its first digit and a year its century, and both still look like figures. What follows: rewrite 两 and 〇, and refuse what has
# other characters than 零一二三四五六七八九十百千万亿, or ends in a digit after 百, 千, 万 or 亿 without 零.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts nzh@1.0.14
cat >look.mjs <<'JS'
import Nzh from 'nzh';
const expected = [
  ['一千二百亿', 120000000000, 'right'],
  ['一亿二千万', 120000000, 'right'],
  ['零点三', 0.3, 'right'],
  ['两千三百', 300, 'is 2300'],
  ['二〇二三', 223, 'is 2023'],
  ['一点五万', 1.5, 'is 15000'],
  ['三万五', 30005, 'is 35000'],
  ['廿五', 5, 'is 25'],
  ['百分之六十', 160, 'is 60 %'],
];
let changed = false;
for (const [text, wanted, remark] of expected) {
  const seen = Number(Nzh.cn.decodeS(text));
  console.log(`${text} -> ${seen} (${remark})`);
  if (seen !== wanted) {
    console.log(`CHANGED: expected ${wanted}`);
    changed = true;
  }
}
process.exit(changed ? 1 : 0);
JS
npm ls nzh
node look.mjs
