#!/usr/bin/env bash
# Two npm libraries for the same Standard Webhooks signature: Webhook.verify of svix 2.5.0 answers undefined for a good signature, that of
# standardwebhooks 1.1.0 the parsed payload. Both say "Missing required headers" to a fetch Headers object that has them all.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts svix@2.5.0 standardwebhooks@1.1.0
cat >look.mjs <<'JS'
import { Webhook as Svix } from 'svix';
import { Webhook as Standard } from 'standardwebhooks';
const secret = 'whsec_' + Buffer.from('an invented secret of 24').toString('base64');
const time = new Date();
const body = '{"title":"一单到底"}';
const headers = {
  'webhook-id': 'msg_1',
  'webhook-timestamp': String(Math.floor(time / 1000)),
  'webhook-signature': new Standard(secret).sign('msg_1', time, body),
};
const failures = [];
const expect = (what, seen, wanted) => {
  console.log(`${what}: ${seen}`);
  if (seen !== wanted) failures.push(`${what}: expected ${wanted}`);
};
expect('standardwebhooks, good signature', JSON.stringify(new Standard(secret).verify(body, headers)), body);
expect('svix, good signature', JSON.stringify(new Svix(secret).verify(body, headers)), undefined);
for (const [name, Library] of [['standardwebhooks', Standard], ['svix', Svix]]) {
  let said = 'verified';
  try { new Library(secret).verify(body, new Headers(headers)); } catch (e) { said = e.message; }
  expect(`${name}, the same as a Headers object`, said, 'Missing required headers');
}
if (failures.length) { console.error('CHANGED: ' + failures.join('; ')); process.exit(1); }
JS
grep -h '"version"' node_modules/svix/package.json node_modules/standardwebhooks/package.json
node look.mjs
