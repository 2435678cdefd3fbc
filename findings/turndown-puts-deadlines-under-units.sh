#!/usr/bin/env bash
# turndown 7.2.5 with turndown-plugin-gfm 1.0.2 (npm): a table whose cells reach over several rows or columns goes to Markdown with those cells
# once, and all that follows in the covered rows moves to the left. In a task division whose 责任单位 is merged over two tasks the
# second task's deadline stands under 责任单位 and its 完成时限 is empty; under a merged head the columns have another's name. The table is
# well formed, so nobody is warned, least of all a model that is fed it. What follows: write each spanned cell out into every row
# and column it covers before turning the page into Markdown.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts turndown@7.2.5 turndown-plugin-gfm@1.0.2
cat >look.mjs <<'JS'
import TurndownService from 'turndown';
import { gfm } from 'turndown-plugin-gfm';
const service = new TurndownService();
service.use(gfm);
const row = (cells, tag = 'td') => '<tr>' + cells.map((cell) => cell.startsWith('<') ? cell : `<${tag}>${cell}</${tag}>`).join('') + '</tr>';
const table = (...rows) => '<table><thead>' + rows[0] + '</thead><tbody>' + rows.slice(1).join('') + '</tbody></table>';
const failures = [];
function expect(what, html, wanted) {
  const seen = service.turndown(html).split('\n');
  console.log(what);
  console.log(seen.join('\n'));
  if (seen.at(-1) !== wanted) failures.push(`${what}: expected ${wanted}`);
}
const head = row(['任务', '责任单位', '完成时限'], 'th');
expect('no merged cells', table(head, row(['甲', '市商务局', '2023年6月底']), row(['乙', '市商务局', '2023年12月底'])),
  '| 乙 | 市商务局 | 2023年12月底 |');
expect('unit merged over two rows', table(head, row(['甲', '<td rowspan="2">市商务局</td>', '2023年6月底']), row(['乙', '2023年12月底'])),
  '| 乙 | 2023年12月底 |');
expect('head merged over two columns', table(row(['任务', '<th colspan="2">责任单位</th>', '完成时限'], 'th'),
  row(['甲', '市商务局', '市税务局', '2023年6月底'])), '| 甲 | 市商务局 | 市税务局 | 2023年6月底 |');
if (failures.length) { console.error('CHANGED: ' + failures.join('; ')); process.exit(1); }
JS
npm ls turndown turndown-plugin-gfm
node look.mjs
