#!/usr/bin/env bash
# reconnecting-eventsource 1.6.4 (npm) with the EventSource of npm eventsource 4.1.1. It opens a new EventSource where the first gave up, here at an answer
# 503 after a restart, and says in the address where it stands: lastEventId. It notes that place only for listeners: a reader that sets onmessage gets
# every message, yet comes back without any id, by header or by address, and what was sent in between is lost without a word. Of two readers of one
# stream of notices, the one with addEventListener goes on where it was.
# What follows: addEventListener('message', …), or keep the id and give it as the option lastEventId.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts reconnecting-eventsource@1.6.4 eventsource@4.1.1
cat >look.mjs <<'JS'
import http from 'node:http';
import { createRequire } from 'node:module';
import { EventSource } from 'eventsource';

const Reconnecting = createRequire(import.meta.url)('reconnecting-eventsource').default;

/** The place told by the third request, after one stream and one 503. */
function placeAfterRestart(listen) {
  return new Promise((resolve, reject) => {
    let requests = 0;
    let got = null;
    const server = http.createServer((request, response) => {
      requests++;
      if (requests === 2) {
        response.writeHead(503).end();
      } else if (requests === 1) {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write('retry: 50\nid: notice-7\ndata: 案例发布\n\n');
        setTimeout(() => response.end(), 100);
      } else {
        response.writeHead(204).end();
        resolve({
          got,
          address: new URL(request.url, 'http://localhost').searchParams.get('lastEventId'),
          header: request.headers['last-event-id'] ?? null,
        });
      }
    });
    server.listen(0, '127.0.0.1', () => {
      const source = new Reconnecting(`http://127.0.0.1:${server.address().port}/events`,
        { eventSourceClass: EventSource, max_retry_time: 100 });
      source.onerror = () => {};
      listen(source, ({ data }) => { got = data; });
    });
    setTimeout(() => reject(new Error('it did not come back')), 20_000).unref();
  });
}

const byProperty = await placeAfterRestart((source, heard) => { source.onmessage = heard; });
const byListener = await placeAfterRestart((source, heard) => source.addEventListener('message', heard));
console.log('onmessage:       ', JSON.stringify(byProperty));
console.log('addEventListener:', JSON.stringify(byListener));
const expected = byProperty.got === '案例发布' && byProperty.address === null && byProperty.header === null
  && byListener.got === '案例发布' && byListener.address === 'notice-7' && byListener.header === null;
if (!expected) console.log('CHANGED');
process.exit(expected ? 0 : 1);
JS
npm ls
node look.mjs
