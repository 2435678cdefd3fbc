// Prints type, key and title of every event on a topic. Usage: CLIENT=FOLDER node read.mjs TOPIC
import { readFileSync } from 'node:fs';
import { Kafka as Envelope } from 'cloudevents';
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
const consumer = kafka.consumer({ groupId: connection.sasl?.username ?? 'example-node' });
let ended = setTimeout(end, 6 * SILENCE);

await consumer.connect();
await consumer.subscribe({ topics: [topic], fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message }) => {
    clearTimeout(ended);
    ended = setTimeout(end, SILENCE);
    const key = message.key.toString();
    // a tombstone has neither value nor headers: the case travels on the topic of another domain now
    const event = message.value === null ? { type: 'moved to another topic' } : toEvent(message, key);
    console.log([event.type, key, title(event.data)].join('\t'));
  },
});

// kafkajs gives key, value and headers as Buffers; the SDK wants strings, also for the key, which becomes `partitionkey`
function toEvent({ headers, value }, key) {
  const texts = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, text?.toString()]));
  return Envelope.toEvent({ headers: texts, key, value: value.toString() });
}

// every event carries the whole thing under its own name: case, task, obligation, …
function title(data) {
  return Object.values(data ?? {}).find((thing) => thing?.title)?.title ?? '';
}

async function end() {
  await consumer.disconnect();
  process.exit(0);
}
