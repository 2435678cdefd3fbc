// Prints type, key and title of every event on a topic. Usage: KAFKA=HOST:PORT node read.mjs TOPIC
import { readFileSync } from 'node:fs';
import { Kafka, logLevel } from 'kafkajs';

const SILENCE = 5_000;
const { KAFKA, KAFKA_USER, KAFKA_PASSWORD_FILE, KAFKA_CA } = process.env;
const topic = process.argv[2];
if (!KAFKA || !topic) {
  console.error('usage: KAFKA=HOST:PORT node read.mjs TOPIC');
  process.exit(2);
}

const kafka = new Kafka({
  clientId: 'casewire-example',
  brokers: KAFKA.split(','),
  logLevel: logLevel.ERROR,
  ssl: KAFKA_CA ? { ca: [readFileSync(KAFKA_CA, 'utf8')] } : undefined,
  sasl: KAFKA_USER && {
    mechanism: 'scram-sha-512',
    username: KAFKA_USER,
    password: readFileSync(KAFKA_PASSWORD_FILE, 'utf8').trim(),
  },
});
const consumer = kafka.consumer({ groupId: KAFKA_USER ?? 'example' });
let ended = setTimeout(end, 6 * SILENCE);

await consumer.connect();
await consumer.subscribe({ topics: [topic], fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message }) => {
    clearTimeout(ended);
    ended = setTimeout(end, SILENCE);
    const type = message.headers.ce_type?.toString() ?? 'moved to another topic';
    const event = message.value && JSON.parse(message.value.toString());
    console.log([type, message.key.toString(), title(event)].join('\t'));
  },
});

// every event carries the whole thing under its own name: case, task, obligation, …
function title(event) {
  return Object.values(event ?? {}).find((thing) => thing?.title)?.title ?? '';
}

async function end() {
  await consumer.disconnect();
  process.exit(0);
}
