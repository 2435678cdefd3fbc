#!/usr/bin/env bash
# Microsoft's recognizers-text-date-time 1.3.2 (npm), culture Chinese: 2023年第三季度 is July to September, yet 2023年上半年 is the whole of 2023,
# although the text it marks includes 上半年; 2023年1—6月 becomes the year 2023 and a June of no year; 印发之日起30日内 (within 30 days of
# issue) becomes the 30th of a month; 今年年底 ends today. The half-year's figures are booked for a year, and a period of grace becomes a date.
# What follows: read 上半年, 下半年, 年底, 1—N月 and N日内 before handing the rest to it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @microsoft/recognizers-text-date-time@1.3.2
cat >look.mjs <<'JS'
import recognizers from '@microsoft/recognizers-text-date-time';
const today = new Date(2024, 5, 15);
const expected = [
  ['2023年第三季度', '2023年第三季度=2023-07-01..2023-10-01'],
  ['2023年11月14日', '2023年11月14日=2023-11-14'],
  ['2023年上半年', '2023年上半年=2023-01-01..2024-01-01'],
  ['2023年1—6月', '2023=2023-01-01..2024-01-01 6月=2023-06-01..2023-07-01 or 2024-06-01..2024-07-01'],
  ['自印发之日起30日内', '30日=2024-05-30 or 2024-06-30'],
  ['今年年底', '今年=2024-01-01..2024-06-15'],
];
let changed = false;
for (const [text, wanted] of expected) {
  const seen = recognizers.recognizeDateTime(text, 'zh-cn', undefined, today)
    .map((found) => found.text + '=' + found.resolution.values
      .map((value) => value.value ?? `${value.start}..${value.end}`).join(' or '))
    .join(' ');
  console.log(`${text}: ${seen}`);
  if (seen !== wanted) {
    console.log(`CHANGED: expected ${wanted}`);
    changed = true;
  }
}
process.exit(changed ? 1 : 0);
JS
npm ls @microsoft/recognizers-text-date-time
node look.mjs
