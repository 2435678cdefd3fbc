#!/usr/bin/env bash
# pinyin-pro 3.27.0: of names of counties whose characters are read in their own way it knows some (厦门, 六安, 番禺) and misses others: 乐清市
# comes as leqing (yueqing), 歙县 as xixian (shexian), 洪洞县 as hongdong (hongtong), 浚县 as junxian (xunxian), 什邡市 as shenfang
# (shifang). So does 率先, a word of nearly every reform document: luxian with an umlaut for shuaixian. Who lets people search regions by
# pinyin or its initials needs a list of his own.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts pinyin-pro@3.27.0
cat >look.mjs <<'JS'
import { pinyin } from 'pinyin-pro';
const expected = [
  ['厦门市', 'xiamenshi', 'right'],
  ['六安市', 'luanshi', 'right'],
  ['番禺区', 'panyuqu', 'right'],
  ['乐清市', 'leqingshi', 'is yueqing'],
  ['乐亭县', 'letingxian', 'is laoting'],
  ['歙县', 'xixian', 'is shexian'],
  ['洪洞县', 'hongdongxian', 'is hongtong'],
  ['浚县', 'junxian', 'is xunxian'],
  ['什邡市', 'shenfangshi', 'is shifang'],
  ['蔚县', 'weixian', 'is yuxian'],
  ['率先', 'lüxian', 'is shuaixian'],
];
let changed = false;
for (const [name, wanted, remark] of expected) {
  const seen = pinyin(name, { toneType: 'none', type: 'array' }).join('');
  console.log(`${name} -> ${seen} (${remark})`);
  if (seen !== wanted) {
    console.log(`CHANGED: expected ${wanted}`);
    changed = true;
  }
}
process.exit(changed ? 1 : 0);
JS
npm ls pinyin-pro
node look.mjs
