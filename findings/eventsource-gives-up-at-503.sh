#!/usr/bin/env bash
# npm eventsource 4.1.1: while a server refuses connections the client tries again and again; one answer 503 closes the stream for good,
# although the server had sent `retry:` before. A gateway that answers 503 while its service starts so cuts off every such client.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts eventsource@4.1.1
cat >look.mjs <<'JS'
import http from 'node:http';
import { EventSource } from 'eventsource';
const listen = (server, port) => new Promise((done) => server.listen(port, '127.0.0.1', () => done(server.address().port)));
const until = async (condition, limit) => {
  const end = Date.now() + limit;
  while (!condition() && Date.now() < end) await new Promise((done) => setTimeout(done, 20));
  return condition();
};
const stream = (request, answer) => {
  answer.writeHead(200, { 'content-type': 'text/event-stream' });
  answer.write('retry: 100\nid: 1\ndata: one\n\n');
};
const failures = [];
const expect = (what, seen, wanted) => {
  console.log(`${what}: ${seen}`);
  if (seen !== wanted) failures.push(what);
};

// the server goes away without a word and comes back
let server = http.createServer(stream);
const port = await listen(server, 0);
let seen = 0;
let source = new EventSource(`http://127.0.0.1:${port}/`);
source.onmessage = () => seen++;
await until(() => seen === 1, 5000);
server.closeAllConnections();
await new Promise((done) => server.close(done));
await new Promise((done) => setTimeout(done, 500));
server = http.createServer(stream);
await listen(server, port);
expect('after refused connections it reads again', await until(() => seen > 1, 10000), true);
source.close();

// the server answers 503 once
let answers503 = false;
let refused = 0;
server.removeAllListeners('request');
server.on('request', (request, answer) => {
  if (answers503) { refused++; answer.writeHead(503, { 'retry-after': '1' }); answer.end(); } else stream(request, answer);
});
seen = 0;
source = new EventSource(`http://127.0.0.1:${port}/`);
source.onmessage = () => seen++;
await until(() => seen === 1, 5000);
answers503 = true;
server.closeAllConnections();
await until(() => refused > 0, 5000);
answers503 = false;
expect('after one 503 it reads again', await until(() => seen > 1, 3000), false);
expect('its state (2 is closed)', source.readyState, 2);
expect('requests answered with 503', refused, 1);
server.close();
server.closeAllConnections();
if (failures.length) { console.error('CHANGED: ' + failures.join('; ')); process.exit(1); }
JS
grep '"version"' node_modules/eventsource/package.json
node look.mjs
