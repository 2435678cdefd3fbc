// Prints type, key and title of every event on a topic. Usage: CLIENT=FOLDER node read.mjs TOPIC
import { readFileSync } from 'node:fs';
import { Kafka, logLevel } from 'kafkajs';

const SILENCE = 5_000;
const { CLIENT, KAFKA } = process.env;
const topic = process.argv[2];
if (!(CLIENT || KAFKA) || !topic) {
  console.error('usage: CLIENT=FOLDER node read.mjs TOPIC, or without passwords KAFKA=HOST:PORT node read.mjs TOPIC');
  process.exit(2);
}

const connection = CLIENT ? JSON.parse(readFileSync(`${CLIENT}/kafkajs.json`, 'utf8')) : { brokers: KAFKA.split(',') };
const kafka = new Kafka({ clientId: 'casewire-example', logLevel: logLevel.ERROR, ...connection });
const consumer = kafka.consumer({ groupId: connection.sasl?.username ?? 'example' });
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
