// Prints what is new in a feed of the catalogue, a line each: time, title, address. Usage: node feed.mjs URL [ETAG]
// The last line is the feed's ETag: with it next time, nothing is fetched that did not change.
import { parseFeed } from 'feedsmith';

const [address, seen] = process.argv.slice(2);
if (!address) {
  console.error('usage: node feed.mjs URL [ETAG]');
  process.exit(2);
}

let next = address;
let etag = seen;
while (next) {
  const answer = await fetch(next, next === address && seen ? { headers: { 'If-None-Match': seen } } : {});
  if (answer.status === 304) break;
  if (!answer.ok) {
    console.error(`${answer.status} ${await answer.text()}`);
    process.exit(1);
  }
  if (next === address) etag = answer.headers.get('etag');
  const { format, feed } = parseFeed(await answer.text());
  if (format === 'json') {
    for (const item of feed.items ?? []) console.log([when(item.date_modified), item.title, item.url].join('\t'));
    next = feed.next_url;
  } else {
    for (const entry of feed.entries ?? []) {
      console.log([when(entry.updated), text(entry.title), entry.links.find((link) => link.rel === 'alternate')?.href].join('\t'));
    }
    next = feed.links.find((link) => link.rel === 'next')?.href;
  }
}
console.log(`ETag\t${etag}`);

function when(time) {
  return new Date(time).toISOString();
}

function text(title) {
  return typeof title === 'string' ? title : title.value;
}
