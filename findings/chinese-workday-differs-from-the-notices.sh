#!/usr/bin/env bash
# npm chinese-workday 1.16.1 disagrees with the State Council's notices on two weekdays: it lacks 31 January 2020 (Friday), by which the Spring
# Festival was lengthened (国办发明电〔2020〕1号), and has 3 January 2023 (Tuesday) as a day off, which the notice for 2023 (New Year: 31 December
# to 2 January) does not say. chinese-days 1.5.7 has both as the notices do. Deadlines counted by the two differ by a working day.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts chinese-workday@1.16.1 chinese-days@1.5.7
cat >look.mjs <<'JS'
import * as workday from 'chinese-workday';
import days from 'chinese-days';
const failures = [];
for (const [day, one, other] of [
  ['2020-01-30', false, false],
  ['2020-01-31', true, false],
  ['2023-01-02', false, false],
  ['2023-01-03', false, true],
  ['2023-01-04', true, true],
]) {
  console.log(day, 'chinese-workday', workday.isWorkday(day), 'chinese-days', days.isWorkday(day));
  if (workday.isWorkday(day) !== one || days.isWorkday(day) !== other) failures.push(day);
}
if (failures.length) { console.error('CHANGED: ' + failures.join(', ')); process.exit(1); }
JS
grep '"version"' node_modules/chinese-workday/package.json node_modules/chinese-days/package.json
node look.mjs
