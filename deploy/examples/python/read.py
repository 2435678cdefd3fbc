"""Prints type, key and title of every event on a topic. Usage: KAFKA=HOST:PORT read.py TOPIC"""

import json
import os
import sys

from confluent_kafka import Consumer

SILENCE_SECONDS = 5.0


def settings():
    user = os.environ.get("KAFKA_USER")
    found = {
        "bootstrap.servers": os.environ["KAFKA"],
        "group.id": user or "example",
        "auto.offset.reset": "earliest",
    }
    if user:
        with open(os.environ["KAFKA_PASSWORD_FILE"], encoding="utf-8") as file:
            found |= {
                "security.protocol": os.environ.get("KAFKA_PROTOCOL", "SASL_SSL"),
                "sasl.mechanism": "SCRAM-SHA-512",
                "sasl.username": user,
                "sasl.password": file.read().strip(),
            }
    if "KAFKA_CA" in os.environ:
        found["ssl.ca.location"] = os.environ["KAFKA_CA"]
    return found


def title(event):
    """Every event carries the whole thing under its own name: case, task, obligation, …"""
    things = (thing for thing in event.values() if isinstance(thing, dict))
    return next((thing["title"] for thing in things if "title" in thing), "")


def main(topic):
    consumer = Consumer(settings())
    consumer.subscribe([topic])
    try:
        patience = 6 * SILENCE_SECONDS
        while (record := consumer.poll(patience)) is not None:
            patience = SILENCE_SECONDS
            if record.error():
                sys.exit(str(record.error()))
            headers = {name: value.decode() for name, value in record.headers() or [] if value is not None}
            event = json.loads(record.value()) if record.value() else {}
            print(headers.get("ce_type", "moved to another topic"), record.key().decode(), title(event), sep="\t")
    finally:
        consumer.close()


if __name__ == "__main__":
    if len(sys.argv) != 2 or "KAFKA" not in os.environ:
        sys.exit("usage: KAFKA=HOST:PORT read.py TOPIC")
    main(sys.argv[1])
