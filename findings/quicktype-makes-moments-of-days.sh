#!/usr/bin/env bash
# quicktype-core 26.0.0 (npm): a Python model made of two obligations holds the day 2026-12-31 as a moment and writes it back as
# 2026-12-31T00:00:00, which is no day any more; and holds a region's code, a text of digits, as a number, so that the first line whose
# region is a zone or area (their codes are words) is an exception. Models for Java, Go and TypeScript from the same sample keep the code as
# text. What follows: make models of the JSON Schemas, not of samples, or give options (infer-integer-strings: false, infer-date-times: false).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts quicktype-core@26.0.0
cat >make.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { InputData, jsonInputForTargetLanguage, quicktype } from 'quicktype-core';

const lines = JSON.stringify([
  { id: 'a', regionCode: '430000', dueOn: '2026-12-31' },
  { id: 'b', regionCode: '110000', dueOn: '2027-06-30' },
]);

async function model(options) {
  const input = jsonInputForTargetLanguage('python');
  await input.addSource({ name: 'Line', samples: [lines] });
  const data = new InputData();
  data.addInput(input);
  return (await quicktype({ inputData: data, lang: 'python', ...options })).lines;
}

const made = await model({});
const types = made.map((line) => line.trim()).filter((line) => /^(region_code|due_on):/.test(line));
console.log(types.join(', '));
const back = made.find((line) => line.includes('result["dueOn"]')).trim();
console.log(back);
const told = await model({ inferIntegerStrings: false, inferDateTimes: false });
const kept = told.map((line) => line.trim()).filter((line) => /^(region_code|due_on):/.test(line));
console.log(`with the options: ${kept.join(', ')}`);
const same = types.join() === 'region_code: int,due_on: datetime' && back.endsWith('.isoformat()')
  && kept.join() === 'region_code: str,due_on: str';
if (!same) console.log('CHANGED');
process.exit(same ? 0 : 1);
JS
npm ls quicktype-core
node make.mjs
