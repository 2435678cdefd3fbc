#!/usr/bin/env bash
# jszip 3.10.2 (npm): names in an archive that is not marked as UTF-8 are read as UTF-8 all the same, each byte that does not fit becomes U+FFFD, and
# files are kept under their names. Archives of Chinese offices hold GBK names: 附件.txt and 方案.txt both become four times U+FFFD and
# ".txt", and only the second file is left, without a word. adm-zip 0.6.1 refuses the same archive because of the double name. What follows:
# pass decodeFileName to loadAsync with a decoder for GB18030; then both are there.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts jszip@3.10.2 adm-zip@0.6.1
cat >look.mjs <<'JS'
import JSZip from 'jszip';
import AdmZip from 'adm-zip';
import { crc32 } from 'node:zlib';

const gbk = (hex) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from('.txt')]);
const members = [[gbk('b8bdbcfe'), 'annex'], [gbk('b7bdb0b8'), 'plan']];

// A stored archive as writers without the UTF-8 flag make it: flags 0, names in the bytes of the system's code page.
function archive() {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of members) {
    const data = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    bodies.push(Buffer.from('PK\x03\x04'), common, name, data);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, where, name);
    offset += 30 + name.length + data.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
}

const failures = [];
const expect = (what, seen, wanted) => {
  console.log(`${what}: ${seen}`);
  if (seen !== wanted) failures.push(`${what}: expected ${wanted}`);
};
const listing = async (zip) => (await Promise.all(Object.values(zip.files).map(async (file) => `${file.name}=${await file.async('string')}`))).join(' ');
const bytes = archive();
const decoder = new TextDecoder('gb18030');
expect('jszip', await listing(await JSZip.loadAsync(bytes)), '\uFFFD\uFFFD\uFFFD\uFFFD.txt=plan');
expect('jszip with a decoder', await listing(await JSZip.loadAsync(bytes, { decodeFileName: (name) => decoder.decode(name) })),
  '附件.txt=annex 方案.txt=plan');
let said = 'read';
try { new AdmZip(bytes).getEntries(); } catch (e) { said = e.message.replace(/"[^"]*"/, '…'); }
expect('adm-zip', said, 'ADM-ZIP: Duplicate entry name …');
if (failures.length) { console.error('CHANGED: ' + failures.join('; ')); process.exit(1); }
JS
npm ls jszip adm-zip
node look.mjs
