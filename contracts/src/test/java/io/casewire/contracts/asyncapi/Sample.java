package io.casewire.contracts.asyncapi;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.PlanEvent;
import io.casewire.contracts.event.SettlementEvent;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;

/**
 * The golden example of an event as it travels.
 *
 * @param headers by name, sorted
 */
record Sample(String key, Map<String, String> headers, JsonNode payload) {
    private static final Path GOLDEN = Path.of("src/main/resources/io/casewire/contracts/golden");
    private static final Instant HAPPENED = Instant.parse("2026-03-04T05:06:07.300Z");
    private static final Instant RECORDED = Instant.parse("2026-03-04T05:06:09.120Z");

    static Sample of(String wireName, Class<? extends Event> type) throws IOException {
        String json = Files.readString(GOLDEN.resolve(wireName + ".json"));
        return of(topic(type), type, json);
    }

    private static <E extends Event> Sample of(Topic<E> topic, Class<? extends Event> type, String json) {
        E event = topic.valueType().cast(WireJson.mapper().readValue(json, type));
        ProducerRecord<String, byte[]> record = EventCodec.encode(
                topic,
                new Envelope<>(
                        event,
                        event.eventId(),
                        URI.create("/casewire/" + source(event)),
                        HAPPENED,
                        RECORDED,
                        "corr-7f3a",
                        false));
        Map<String, String> headers = new TreeMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Sample(event.key(), headers, WireJson.mapper().readTree(json));
    }

    private static Topic<? extends Event> topic(Class<? extends Event> type) {
        // the examples' first domain
        return CaseEvent.class.isAssignableFrom(type)
                ? Topics.cases(Domain.TRADE)
                : Topics.all().stream()
                        .filter(topic -> topic.valueType().isAssignableFrom(type))
                        .findFirst()
                        .orElseThrow();
    }

    private static String source(Event event) {
        return switch (event) {
            case ObligationEvent _, PlanEvent _, SettlementEvent _ -> "replication";
            case LinkEvent _ -> "catalog";
            case DeliveryEvent _ -> "notify";
            default -> "ingest";
        };
    }
}
