package io.casewire.client;

import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.node.ObjectNode;

/** Records as Casewire writes them, of the golden events. */
final class Samples {
    static final String PUBLISHED = "casewire.case.published.v1";
    static final String REVISED = "casewire.case.revised.v1";

    private Samples() {}

    /** The case of the golden event, with another number at the end of its id, at that revision and with that title. */
    static ProducerRecord<String, byte[]> published(String topic, int number, long revision, String title) {
        ObjectNode event = golden(PUBLISHED);
        ObjectNode content = (ObjectNode) event.get("case");
        String id = key(number);
        content.put("id", id).put("title", title);
        event.put("revision", revision);
        return record(topic, PUBLISHED, id, event);
    }

    static String key(int number) {
        return "case-%026d".formatted(number);
    }

    static ObjectNode golden(String type) {
        try (InputStream file = Objects.requireNonNull(
                WireJson.class.getResourceAsStream("/io/casewire/contracts/golden/" + type + ".json"))) {
            return (ObjectNode) WireJson.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProducerRecord<String, byte[]> record(String topic, String type, String key, ObjectNode event) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, key, WireJson.mapper().writeValueAsBytes(event));
        headers(type, key + '@' + event.get("revision").asLong())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    static ConsumerRecord<String, byte[]> read(ProducerRecord<String, byte[]> sent) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(header -> record.headers().add(header));
        return record;
    }

    private static Map<String, String> headers(String type, String id) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_type", type);
        headers.put("ce_source", "/casewire/ingest");
        headers.put("ce_subject", id.substring(0, id.indexOf('@')));
        headers.put("ce_time", "2026-03-04T05:06:07.300Z");
        headers.put("ce_recordedtime", "2026-03-04T05:06:08.000Z");
        headers.put("ce_correlationid", "upl-1");
        headers.put("ce_backfill", "true");
        return headers;
    }
}
