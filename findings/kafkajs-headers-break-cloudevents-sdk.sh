#!/usr/bin/env bash
# npm cloudevents 10.0.0 reading what kafkajs 2.2.4 hands out: Kafka.isEvent says yes, Kafka.toEvent throws a TypeError, because header
# values are Buffers. With headers made text it reads; the key, still a Buffer, becomes the extension partitionkey as an object.
# kafkajs' own encoder and decoder make the record here, so no broker is needed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts cloudevents@10.0.0 kafkajs@2.2.4
cat >look.cjs <<'JS'
const { Kafka } = require('cloudevents');
const Decoder = require('kafkajs/src/protocol/decoder');
const record = require('kafkajs/src/protocol/recordBatch/record/v0');
const decodeRecord = require('kafkajs/src/protocol/recordBatch/record/v0/decoder');

const sent = record({
  key: Buffer.from('case-1'),
  value: Buffer.from('{"title":"一单到底"}'),
  headers: {
    ce_specversion: '1.0', ce_id: '1', ce_type: 'case.published', ce_source: '/example',
    'content-type': 'application/json',
  },
  offsetDelta: 0,
  timestampDelta: 0,
});
const bytes = new Decoder(sent.buffer);
bytes.readVarInt(); // the record's length
const received = decodeRecord(bytes, { firstOffset: '0', firstTimestamp: '0', magicByte: 2 });
const failures = [];
const expect = (what, seen, wanted) => {
  console.log(`${what}: ${seen}`);
  if (String(seen) !== String(wanted)) failures.push(`${what}: expected ${wanted}`);
};
expect('a header is a Buffer', Buffer.isBuffer(received.headers.ce_id), true);
expect('isEvent', Boolean(Kafka.isEvent(received)), true);
let outcome;
try { Kafka.toEvent(received); outcome = 'an event'; } catch (e) { outcome = e.name; }
expect('toEvent', outcome, 'TypeError');
const text = Object.fromEntries(Object.entries(received.headers).map(([name, value]) => [name, value.toString()]));
const event = Kafka.toEvent({ ...received, headers: text });
expect('with headers as text: id', event.id, '1');
expect('with headers as text: type of partitionkey', typeof event.partitionkey, 'object');
if (failures.length) { console.error('CHANGED: ' + failures.join('; ')); process.exit(1); }
JS
node -p '"cloudevents " + require("./node_modules/cloudevents/package.json").version + ", kafkajs " + require("./node_modules/kafkajs/package.json").version + ", node " + process.version'
node look.cjs
