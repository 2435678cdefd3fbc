package io.casewire.client;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.WireJson;
import io.casewire.contracts.wire.WireNames;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Value and headers to an event. More lenient than the services, which hold each other to limits: a later version may have raised
 * them, and a new domain has a topic that this version does not know.
 */
final class RecordReader {
    private static final String PREFIX = "ce_";

    private RecordReader() {}

    static Received read(String key, Map<String, String> attributes, byte[] value) {
        String json = new String(value, StandardCharsets.UTF_8);
        String type = attributes.get("type");
        if (type == null) {
            return new Received.Unknown(key, attributes, json, "ce_type is missing");
        }
        Optional<Class<? extends Event>> known = WireNames.typeOf(type);
        if (known.isEmpty()) {
            return new Received.Unknown(key, attributes, json, "Unknown type '" + type + "'");
        }
        try {
            Envelope<Event> envelope = envelope(WireJson.mapper().readValue(value, known.get()), attributes);
            return envelope.event().key().equals(key)
                    ? new Received.Known(envelope, attributes, json)
                    : new Received.Unknown(key, attributes, json, "The key is not the event's own");
        } catch (RuntimeException e) {
            // a later version may leave out what this one takes for given: that must not stop whoever reads
            return new Received.Unknown(
                    key, attributes, json, e.getClass().getSimpleName() + ": " + firstLine(e.getMessage()));
        }
    }

    static Map<String, String> attributes(Headers headers) {
        Map<String, String> attributes = new TreeMap<>();
        for (Header header : headers) {
            if (header.value() != null) {
                attributes.put(attribute(header.key()), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return attributes;
    }

    private static String attribute(String header) {
        if (header.startsWith(PREFIX)) {
            return header.substring(PREFIX.length());
        }
        return header.equals("content-type") ? "datacontenttype" : header;
    }

    private static Envelope<Event> envelope(Event event, Map<String, String> attributes) {
        Instant time = Instant.parse(required(attributes, "time"));
        return new Envelope<>(
                event,
                required(attributes, "id"),
                URI.create(required(attributes, "source")),
                time,
                Optional.ofNullable(attributes.get("recordedtime"))
                        .map(Instant::parse)
                        .orElse(time),
                attributes.getOrDefault("correlationid", ""),
                Boolean.parseBoolean(attributes.get("backfill")));
    }

    private static String required(Map<String, String> attributes, String name) {
        String value = attributes.get(name);
        if (value == null) {
            throw new IllegalArgumentException("ce_" + name + " is missing");
        }
        return value;
    }

    private static String firstLine(@Nullable String message) {
        if (message == null) {
            return "no message";
        }
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
