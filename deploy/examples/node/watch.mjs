// Prints type, key and title of what happens, until it is stopped. Usage: CASEWIRE=http://127.0.0.1:8080 node watch.mjs [domain=trade …]
import { EventSource } from 'eventsource';

const PAUSE = 3_000;
const { CASEWIRE } = process.env;
if (!CASEWIRE) {
  console.error('usage: CASEWIRE=http://HOST:PORT node watch.mjs [domain=trade …]');
  process.exit(2);
}

const stream = new URL(`${CASEWIRE.replace(/\/$/, '')}/api/notify/v1/events`);
stream.search = new URLSearchParams(process.argv.slice(2).join('&'));
let last = '';
open();

// it connects again by itself, with the id of the last event, also while services restart
function open() {
  const source = new EventSource(stream, { fetch: resuming });
  source.onmessage = ({ data, lastEventId }) => {
    last = lastEventId;
    const { type, subject, title = '' } = JSON.parse(data);
    console.log([type, subject, title].join('\t'));
  };
  // what could not be resumed exactly
  source.addEventListener('gap', ({ data }) => console.error(`gap: ${data}`));
  source.onerror = ({ code, message }) => {
    if (source.readyState !== EventSource.CLOSED) return;
    if (code === 429 || code >= 500) {
      // such an answer closes it for good; it comes of a proxy in front whose Casewire is away
      setTimeout(open, PAUSE);
    } else {
      // the address is wrong, or reading wants a token
      console.error(`refused: ${message}`);
      process.exit(1);
    }
  };
}

// a new EventSource knows no last event
function resuming(url, { headers, ...request }) {
  return fetch(url, { ...request, headers: last ? { ...headers, 'Last-Event-ID': last } : headers });
}
