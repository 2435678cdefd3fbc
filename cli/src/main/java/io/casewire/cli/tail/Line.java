package io.casewire.cli.tail;

import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.contracts.wire.UndecodableEvent;
import io.casewire.contracts.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A record as it is shown: on one line of a terminal, or as a line of JSON. */
sealed interface Line {
    String TYPE = "type";

    /** Where the record lies, for example {@code casewire.task/0@17}. */
    String place();

    String text();

    ObjectNode json();

    /** What that record of that topic is. */
    static Line of(Topic<?> topic, ConsumerRecord<byte[], byte[]> record) {
        String place = "%s/%d@%d".formatted(record.topic(), record.partition(), record.offset());
        @Nullable String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        ConsumerRecord<String, byte[]> readable = new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                key,
                record.value(),
                record.headers(),
                record.leaderEpoch());
        try {
            if (record.value() == null) {
                return new Moved(place, EventCodec.tombstone(topic, readable));
            }
            EventCodec.decode(topic, readable);
            return new Happened(place, attributes(record), WireJson.mapper().readTree(record.value()));
        } catch (UndecodableEvent e) {
            return new Unreadable(place, key, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> attributes(ConsumerRecord<?, ?> record) {
        Map<String, String> attributes = new TreeMap<>();
        for (Header header : record.headers()) {
            if (header.key().startsWith("ce_") && header.value() != null) {
                attributes.put(
                        header.key().substring("ce_".length()), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return attributes;
    }

    /** Without characters that a terminal obeys, and on one line. */
    private static String harmless(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * An event.
     *
     * @param attributes of CloudEvents, by name, sorted
     */
    record Happened(String place, Map<String, String> attributes, JsonNode data) implements Line {
        /** Where the words lie that say what an event is of, best first. */
        private static final List<String> TITLES = List.of("title", "caseTitle", "name", "text", "quote");

        String key() {
            return attributes.getOrDefault("subject", "");
        }

        String kind() {
            return Kinds.of(attributes.getOrDefault(TYPE, ""));
        }

        @Override
        public String text() {
            return harmless("%s  %s  %s  %s"
                            .formatted(
                                    attributes.getOrDefault("time", ""),
                                    attributes.getOrDefault(TYPE, ""),
                                    attributes.getOrDefault("id", ""),
                                    title()))
                    .stripTrailing();
        }

        /** A CloudEvent in structured mode. */
        @Override
        public ObjectNode json() {
            ObjectNode event = WireJson.mapper().createObjectNode();
            attributes.forEach(event::put);
            event.put("datacontenttype", "application/json");
            event.set("data", data);
            return event;
        }

        private String title() {
            String region = data.findValues("regionName").stream()
                    .findFirst()
                    .map(name -> name.asString("") + "：")
                    .orElse("");
            return data.valueStream()
                    .filter(JsonNode::isObject)
                    .flatMap(thing -> TITLES.stream().map(thing::path))
                    .filter(JsonNode::isString)
                    .findFirst()
                    .or(() -> TITLES.stream()
                            .map(data::path)
                            .filter(JsonNode::isString)
                            .findFirst())
                    .map(title -> region + title.asString())
                    .orElse("");
        }
    }

    /** A tombstone: the case travels on the topic of another domain now. */
    record Moved(String place, String key) implements Line {
        @Override
        public String text() {
            return "-  tombstone  " + harmless(key) + "  moved to the topic of another domain (" + place + ")";
        }

        @Override
        public ObjectNode json() {
            ObjectNode line = WireJson.mapper().createObjectNode();
            line.putObject("tombstone").put("key", key).put("place", place);
            return line;
        }
    }

    /** No event of its topic: a bad one, or one of a newer version. */
    record Unreadable(String place, @Nullable String key, String reason) implements Line {
        @Override
        public String text() {
            return "-  UNREADABLE  " + place + "  " + harmless(reason);
        }

        @Override
        public ObjectNode json() {
            ObjectNode line = WireJson.mapper().createObjectNode();
            line.putObject("unreadable").put("key", key).put("place", place).put("reason", reason);
            return line;
        }
    }
}
