#!/usr/bin/env bash
# mammoth 1.13.0 (npm) on what docx 9.5.1 (npm) writes: neighbouring lists of different numbering become one <ol>, and their own forms are gone. After 一、
# and 二、 come articles 第一条 to 第三条, with a numbering of their own; the page shows them as 3. to 5., so 按第二条执行 points to nothing,
# or, read as a number, to the chapter 二、. extractRawText has no labels at all. What follows: compute the labels from
# numbering.xml and write them into the paragraphs before the conversion, or name the styles in a style map and number them oneself.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts mammoth@1.13.0 docx@9.5.1
cat >look.mjs <<'JS'
import { Document, LevelFormat, Packer, Paragraph } from 'docx';
import mammoth from 'mammoth';
const list = (reference, format, text) => ({ reference, levels: [{ level: 0, format, text, alignment: 'left' }] });
const item = (reference, text) => new Paragraph({ text, numbering: { reference, level: 0 } });
const document = new Document({
  numbering: { config: [
    list('chapters', LevelFormat.CHINESE_COUNTING, '%1、'),
    list('articles', LevelFormat.CHINESE_COUNTING_THOUSAND, '第%1条'),
  ] },
  sections: [{ children: [
    item('chapters', '总体要求'), item('chapters', '主要任务'),
    item('articles', '压减材料'), item('articles', '容缺受理'), item('articles', '按第二条执行'),
  ] }],
});
const buffer = await Packer.toBuffer(document);
const failures = [];
const expect = (what, seen, wanted) => {
  console.log(`${what}: ${seen}`);
  if (seen !== wanted) failures.push(`${what}: expected ${wanted}`);
};
const page = await mammoth.convertToHtml({ buffer });
expect('page', page.value, '<ol><li>总体要求</li><li>主要任务</li><li>压减材料</li><li>容缺受理</li><li>按第二条执行</li></ol>');
expect('warnings', page.messages.length, 0);
const text = await mammoth.extractRawText({ buffer });
expect('text', text.value.trim().replace(/\s+/g, '|'), '总体要求|主要任务|压减材料|容缺受理|按第二条执行');
if (failures.length) { console.error('CHANGED: ' + failures.join('; ')); process.exit(1); }
JS
npm ls mammoth docx
node look.mjs
