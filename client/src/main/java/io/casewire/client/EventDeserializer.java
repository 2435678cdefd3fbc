package io.casewire.client;

import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * For those who have a consumer of their own: {@code value.deserializer=io.casewire.client.EventDeserializer}. It never throws. A record
 * without value stays null, as Kafka asks no deserializer for it: make a {@link Received.Tombstone} of its key.
 *
 * <p>A deserializer is not told the key, so that of an {@link Received.Unknown} is {@code ce_subject}, empty where there is none.
 */
public final class EventDeserializer implements Deserializer<@Nullable Received> {
    /** Kafka makes one by its class name. */
    public EventDeserializer() {}

    /** Without headers everything is {@link Received.Unknown}: they say what it is. */
    @Override
    public @Nullable Received deserialize(String topic, byte @Nullable [] value) {
        return deserialize(topic, new RecordHeaders(), value);
    }

    @Override
    public @Nullable Received deserialize(String topic, Headers headers, byte @Nullable [] value) {
        Map<String, String> attributes = RecordReader.attributes(headers);
        return value == null ? null : RecordReader.read(attributes.getOrDefault("subject", ""), attributes, value);
    }
}
