#!/usr/bin/env bash
# cloudevents 10.0.0 (npm): the HTTP binding of CloudEvents 1.0.2 (3.1.3.2) has attributes percent-encoded in headers wherever they are not printable
# ASCII, and decoded by the receiver. HTTP.binary does neither: a subject 湖南自贸试验区 goes into the header as it is, which fetch and
# Node's http refuse, so the event is not sent; and one that another SDK sent as the binding says arrives as %E6%B9%96%E5%8D%97, which no
# filter for the region matches. HTTP.structured carries both. What follows: structured mode, or codes instead of names in attributes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts cloudevents@10.0.0
cat >look.mjs <<'JS'
import { CloudEvent, HTTP } from 'cloudevents';
import http from 'node:http';
const event = new CloudEvent({ id: '1', source: '/example', type: 'example.case.published', subject: '湖南自贸试验区', data: { number: 1 } });
const failures = [];
const expect = (what, seen, wanted) => {
  console.log(`${what}: ${seen}`);
  if (seen !== wanted) failures.push(`${what}: expected ${wanted}`);
};
const attempt = (action) => { try { action(); return 'accepted'; } catch (e) { return e.code ?? e.name; } };
const binary = HTTP.binary(event);
expect('binary, header', binary.headers['ce-subject'], '湖南自贸试验区');
expect('binary, fetch', attempt(() => new Headers(binary.headers)), 'TypeError');
expect('binary, http', attempt(() => http.validateHeaderValue('ce-subject', binary.headers['ce-subject'])), 'ERR_INVALID_CHAR');
const encoded = { 'ce-id': '1', 'ce-source': '/example', 'ce-type': 'example.case.published', 'ce-specversion': '1.0',
  'ce-subject': encodeURIComponent('湖南'), 'content-type': 'application/json' };
expect('binary, received', HTTP.toEvent({ headers: encoded, body: '{"number":1}' }).subject, '%E6%B9%96%E5%8D%97');
const structured = HTTP.structured(event);
expect('structured, fetch', attempt(() => new Headers(structured.headers)), 'accepted');
expect('structured, received', HTTP.toEvent(structured).subject, '湖南自贸试验区');
if (failures.length) { console.error('CHANGED: ' + failures.join('; ')); process.exit(1); }
JS
npm ls cloudevents
node look.mjs
