#!/usr/bin/env bash
# opencc-js 1.0.5 (OpenCC's tables): names of counties change on the way from one script to the other. 乾安縣 (Jilin) becomes 干安县, which is
# no county, while 乾縣 (Shaanxi) keeps its 乾; 范县 (Henan), written with the same character in both scripts, becomes 範縣. Who looks up a
# region by what OpenCC made of its name does not find it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts opencc-js@1.0.5
cat >look.mjs <<'JS'
import { Converter } from 'opencc-js';
const simplified = Converter({ from: 't', to: 'cn' });
const traditional = Converter({ from: 'cn', to: 't' });
const expected = [
  [simplified, '乾縣', '乾县', 'right'],
  [simplified, '乾安縣', '干安县', 'the county is 乾安县'],
  [simplified, '餘干縣', '余干县', 'right'],
  [traditional, '范县', '範縣', 'the county is 范縣'],
  [traditional, '谷城县', '谷城縣', 'the older form is 穀城縣'],
  [simplified, '穀城縣', '谷城县', 'right, but not the way back'],
];
let changed = false;
for (const [convert, name, wanted, remark] of expected) {
  const seen = convert(name);
  console.log(`${name} -> ${seen} (${remark})`);
  if (seen !== wanted) {
    console.log(`CHANGED: expected ${wanted}`);
    changed = true;
  }
}
process.exit(changed ? 1 : 0);
JS
node -p '"opencc-js " + require("opencc-js/package.json").version' 2>/dev/null || npm ls opencc-js
node look.mjs
