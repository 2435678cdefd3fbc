package io.casewire.contracts.asyncapi;

import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the document says in words. */
final class Sentences {
    static final String INFO = """
            What Casewire tells of official documents on China's pilot free trade zones: cases, tasks, evidence, obligations to replicate.

            Every record is a CloudEvent 1.0 in Kafka's binary mode: attributes in `ce_…` headers, JSON in the value, the id of the thing as the key. The value \
            carries the whole thing at its revision, so the last record of a key is its current state and the topic from its start is the history; nothing is \
            compacted. Delivery is at least once: deduplicate by `ce_id`. Ignore properties you do not know, and take an unknown value of an enumeration for \
            "other" or absent. A change that a reader could not take this way is a new version (`….v2`) beside the old one.

            The payloads are JSON Schemas of draft 2020-12, in files of their own; the `$id` of each is what `ce_dataschema` says, and a running Casewire \
            serves it at `/api/schemas/<ce_dataschema>`. This document is made of the registry of topics and compared with it in every build.""";

    static final String DEPLOYMENT =
            "The listener for other systems of a deployment (`casewire init DIR --external HOST`), TLS. Host and certificate authority are in the folder that"
                    + " `casewire consumer add NAME` makes.";
    static final String MACHINE =
            "An instance of one machine (`casewire up`), on loopback and without TLS. The port is another one after each start: `casewire status` tells it.";
    static final String ACCOUNT =
            "SCRAM-SHA-256 with the account and password of `casewire consumer add NAME`; `--ledger` adds obligations, plans and settlements.";
    static final String GROUP = "The account's name, or one that begins with it and a dot.";
    static final String OPERATORS = "For operators only: no account of another system may read dead letters.";
    static final String TOMBSTONE =
            "A record without value and headers. The case, whose id is the key, was published on the topic of its new first domain before.";
    static final String DEAD_LETTER =
            "Key, value and headers as they were read, byte for byte, and what was wrong in headers `dlt_…`.";

    private Sentences() {}

    static String of(Topic<?> topic) {
        String moved = AsyncApi.isOfCases(topic)
                ? " A record without value (a tombstone) says that the case now travels on the topic of another domain."
                : "";
        return Words.of(topic).english() + ". " + readers(topic) + " " + kept(topic.retention())
                + " More partitions may be set per deployment, never fewer." + moved;
    }

    static String deadLetters(Topic<?> topic) {
        return "Records of `" + topic.name() + "` that a listener could not handle, on a partition of the same number. "
                + OPERATORS + " "
                + kept(Topics.DEAD_LETTER_RETENTION)
                + " `casewire dead-letters list` shows them; once the cause is fixed, `casewire dead-letters replay "
                + topic.deadLetterName()
                + "/PARTITION@OFFSET` lets the listener, its service stopped, read on from the record in its topic.";
    }

    static String readers(Topic<?> topic) {
        return switch (Topics.audience(topic)) {
            case EVERY_SYSTEM -> "Every account of another system may read it (`casewire consumer add NAME`).";
            case LEDGER ->
                "Only systems that were granted the ledger may read it (`casewire consumer add NAME --ledger`): it says what was reported or decided, and who"
                        + " did it.";
            case NOBODY -> "No other system may read it: it says who subscribed to what.";
        };
    }

    private static String kept(@Nullable Duration retention) {
        return retention == null ? "Kept without expiry." : "Kept for " + retention.toDays() + " days.";
    }
}
