"""Prints type, key and title of every event on a topic. Usage: CLIENT=FOLDER read.py TOPIC"""

import json
import os
import sys

from confluent_kafka import Consumer

SILENCE_SECONDS = 5.0


def settings():
    if "CLIENT" not in os.environ:
        return {"bootstrap.servers": os.environ["KAFKA"], "group.id": "example-python"}
    folder = os.environ["CLIENT"]
    with open(os.path.join(folder, "librdkafka.conf"), encoding="utf-8") as file:
        found = dict(line.rstrip("\n").split("=", 1) for line in file if "=" in line)
    if "ssl.ca.location" in found:
        found["ssl.ca.location"] = os.path.join(folder, found["ssl.ca.location"])
    return found | {"group.id": found["sasl.username"]}


def title(event):
    """Every event carries the whole thing under its own name: case, task, obligation, …"""
    things = (thing for thing in event.values() if isinstance(thing, dict))
    return next((thing["title"] for thing in things if "title" in thing), "")


def main(topic):
    consumer = Consumer(settings() | {"auto.offset.reset": "earliest"})
    consumer.subscribe([topic])
    try:
        patience = 6 * SILENCE_SECONDS
        while (record := consumer.poll(patience)) is not None:
            patience = SILENCE_SECONDS
            if record.error():
                sys.exit(str(record.error()))
            # headers are bytes, and a tombstone has none: the case travels on the topic of another domain now
            headers = {name: value.decode() for name, value in record.headers() or [] if value is not None}
            key = record.key().decode()
            if record.value() is None:
                print("moved to another topic", key, "", sep="\t")
            else:
                print(headers.get("ce_type", "?"), key, title(json.loads(record.value())), sep="\t")
    finally:
        consumer.close()


if __name__ == "__main__":
    if len(sys.argv) != 2 or not os.environ.keys() & {"CLIENT", "KAFKA"}:
        sys.exit("usage: CLIENT=FOLDER read.py TOPIC, or without passwords KAFKA=HOST:PORT read.py TOPIC")
    main(sys.argv[1])
