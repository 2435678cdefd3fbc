#!/usr/bin/env bash
# npm chinese-days 1.5.7 knows the State Council's yearly notices to 2026. For a day of 2027 it neither fails nor says that it does not
# know: the National Day is an ordinary workday. Who reckons working days ahead has to know the last covered year by other means.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts chinese-days@1.5.7
cat >look.cjs <<'JS'
const days = require('chinese-days');
const failures = [];
for (const [day, workday, name] of [
  ['2025-10-01', false, 'National Day,国庆节,3'],
  ['2026-10-01', false, 'National Day,国庆节,3'],
  ['2027-10-01', true, 'Friday'],
]) {
  const detail = days.getDayDetail(day);
  console.log(day, 'workday', days.isWorkday(day), JSON.stringify(detail));
  if (days.isWorkday(day) !== workday || detail.name !== name) failures.push(day);
}
const exported = Object.keys(days).filter((name) => /cover|range|years?$/i.test(name));
console.log('exported names that speak of a range:', exported.join(', '));
if (failures.length) { console.error('CHANGED: ' + failures.join(', ')); process.exit(1); }
JS
grep '"version"' node_modules/chinese-days/package.json
node look.cjs
