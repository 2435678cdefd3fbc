#!/usr/bin/env bash
# pdf-parse 2.4.5 (npm, on pdfjs-dist 5.4.296): the text of a PDF whose font is STSong-Light with a predefined CMap (UniGB-UCS2-H, GBK-EUC-H) and not
# embedded, which ISO 32000 allows and writers of Chinese reports use, is empty. No error is raised, at most a line goes to the console.
# The document looks like a scan and is sent to be recognised, or passed over. What follows: give pdf-parse the cmaps folder of
# pdfjs-dist (cMapUrl, cMapPacked); then all is there.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts pdf-parse@2.4.5 pdfjs-dist@5.4.296
cat >look.mjs <<'JS'
import { PDFParse } from 'pdf-parse';
import { fileURLToPath } from 'node:url';

// One page with one line in a font that every reader has to bring with it.
function page(encoding, hex) {
  const line = `BT /F1 16 Tf 20 50 Td <${hex}> Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${line.length}>>stream\n${line}\nendstream`,
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[6 0 R]>>`,
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 7 0 R/DW 1000>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  ];
  let file = '%PDF-1.5\n';
  let table = '0000000000 65535 f \n';
  objects.forEach((object, index) => {
    table += String(file.length).padStart(10, '0') + ' 00000 n \n';
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

const words = '复制推广改革试点经验';
const files = [
  ['UniGB-UCS2-H', Buffer.from(words, 'utf16le').swap16().toString('hex'), words],
  ['GBK-EUC-H', 'cda8d6aa', '通知'],
];
const maps = { cMapUrl: fileURLToPath(new URL('node_modules/pdfjs-dist/cmaps/', import.meta.url)), cMapPacked: true };
const failures = [];
const expect = (what, seen, wanted) => {
  console.log(`${what}: "${seen}"`);
  if (seen !== wanted) failures.push(`${what}: expected ${wanted}`);
};
async function read(data, settings) {
  const parser = new PDFParse({ data, verbosity: 0, ...settings });
  const text = (await parser.getText({ pageJoiner: '' })).text.trim();
  await parser.destroy();
  return text;
}
for (const [encoding, hex, printed] of files) {
  expect(`${encoding}, pdf-parse`, await read(page(encoding, hex), {}), '');
  expect(`${encoding}, pdf-parse with maps`, await read(page(encoding, hex), maps), printed);
}
if (failures.length) { console.error('CHANGED: ' + failures.join('; ')); process.exit(1); }
JS
npm ls pdf-parse pdfjs-dist
node look.mjs
