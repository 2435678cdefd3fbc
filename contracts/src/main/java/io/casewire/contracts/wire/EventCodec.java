package io.casewire.contracts.wire;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** CloudEvents 1.0 in Kafka's binary mode: attributes as {@code ce_…} headers, the event's JSON as the value. */
public final class EventCodec {
    private static final String TIME = "ce_time";
    private static final String CORRELATION_ID = "correlationid";
    private static final String RECORDED_TIME = "recordedtime";
    private static final String BACKFILL = "backfill";

    private EventCodec() {}

    /**
     * The Kafka record of that event.
     *
     * @throws InvalidEvent when it breaks {@link EventRules}
     */
    public static <E extends Event> ProducerRecord<String, byte[]> encode(
            Topic<? super E> topic, Envelope<E> envelope) {
        EventRules.violation(topic, envelope).ifPresent(wrong -> {
            throw new InvalidEvent("Not a valid event of " + topic.name() + ": " + wrong);
        });
        E event = envelope.event();
        String type = WireNames.of(event);
        CloudEvent cloudEvent = CloudEventBuilder.v1()
                .withId(envelope.id())
                .withSource(envelope.source())
                .withType(type)
                .withSubject(event.key())
                .withTime(envelope.time().atOffset(ZoneOffset.UTC))
                .withDataSchema(URI.create("urn:casewire:schema:" + type))
                .withExtension(CORRELATION_ID, envelope.correlationId())
                .withExtension(RECORDED_TIME, WireTime.format(envelope.recordedTime()))
                .withExtension(BACKFILL, Boolean.toString(envelope.backfill()))
                .withData("application/json", WireJson.mapper().writeValueAsBytes(event))
                .build();
        ProducerRecord<String, byte[]> record = KafkaMessageFactory.<String>createWriter(topic.name(), event.key())
                .writeBinary(cloudEvent);
        // the library writes as many digits of a second as there are
        record.headers().remove(TIME).add(TIME, WireTime.format(envelope.time()).getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /**
     * Reads an event back.
     *
     * @throws UndecodableEvent for anything else than an event of that topic: a missing header, an unknown type, broken
     *     or oversized JSON, a key that is not the event's own, a breach of {@link EventRules}. A record without value (a
     *     tombstone) is none either; ask for it before.
     */
    public static <E extends Event> Envelope<E> decode(Topic<E> topic, ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            throw new UndecodableEvent("The record has no value");
        }
        try {
            CloudEvent cloudEvent = KafkaMessageFactory.createReader(record).toEvent();
            E event = event(topic, cloudEvent, record.value());
            String key = key(event);
            if (!key.equals(record.key())) {
                throw new UndecodableEvent("The key is '" + record.key() + "', the event is of '" + key + "'");
            }
            OffsetDateTime time = cloudEvent.getTime();
            if (time == null) {
                throw new UndecodableEvent("ce_time is missing");
            }
            Envelope<E> envelope = new Envelope<>(
                    event,
                    cloudEvent.getId(),
                    cloudEvent.getSource(),
                    time.toInstant(),
                    Instant.parse(extension(cloudEvent, RECORDED_TIME)),
                    extension(cloudEvent, CORRELATION_ID),
                    backfill(cloudEvent));
            EventRules.violation(topic, envelope).ifPresent(wrong -> {
                throw new UndecodableEvent("Not a valid event of " + topic.name() + ": " + wrong);
            });
            return envelope;
        } catch (CloudEventRWException | JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new UndecodableEvent("Not an event of " + topic.name() + ": " + e.getMessage(), e);
        }
    }

    /**
     * The key of a record without value: what no longer lives on that topic.
     *
     * @throws UndecodableEvent when the key is no id of what lives there
     */
    public static String tombstone(Topic<?> topic, ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        EventRules.violationOfKey(topic, key).ifPresent(wrong -> {
            throw new UndecodableEvent("Not a tombstone of " + topic.name() + ": " + wrong);
        });
        return key;
    }

    private static <E extends Event> E event(Topic<E> topic, CloudEvent cloudEvent, byte[] json) {
        Class<? extends Event> type = WireNames.typeOf(cloudEvent.getType())
                .orElseThrow(() -> new UndecodableEvent("Unknown event type '" + cloudEvent.getType() + "'"));
        Event event = WireJson.mapper().readValue(json, type);
        if (event == null || !topic.valueType().isInstance(event)) {
            throw new UndecodableEvent("'" + cloudEvent.getType() + "' does not belong on " + topic.name());
        }
        return topic.valueType().cast(event);
    }

    /** JSON becomes records whatever is missing in it; {@link EventRules} look at the rest. */
    private static String key(Event event) {
        try {
            return event.key();
        } catch (NullPointerException e) {
            throw new UndecodableEvent("What its key is made of is missing", e);
        }
    }

    private static boolean backfill(CloudEvent cloudEvent) {
        return switch (extension(cloudEvent, BACKFILL)) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw new UndecodableEvent("ce_backfill is '" + other + "'; it is true or false");
        };
    }

    private static String extension(CloudEvent cloudEvent, String name) {
        @Nullable Object value = cloudEvent.getExtension(name);
        if (value == null) {
            throw new UndecodableEvent("ce_" + name + " is missing");
        }
        return value.toString();
    }
}
