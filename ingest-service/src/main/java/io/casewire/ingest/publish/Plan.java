package io.casewire.ingest.publish;

import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.WireJson;
import io.casewire.contracts.wire.WireNames;
import io.casewire.ingest.source.Refusal;
import io.casewire.messaging.Outgoing;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is going to be published, decided and kept before the first event is sent: whoever takes over after a crash sends
 * the very same revisions.
 *
 * @param events those of the records in document order, then the document's own
 */
record Plan(Head head, List<PlannedEvent> events) {
    private static final URI SOURCE = URI.create("/casewire/ingest");

    Plan {
        events = List.copyOf(events);
    }

    /**
     * What holds for all events, and what the file they come from is told in the end.
     *
     * @param id unique
     * @param source the file; null for an operator's decision
     * @param at when it was decided: time of all events
     * @param changes null unless a file was published
     * @param refusal null unless a file was rejected
     * @param note for the file's last step
     */
    record Head(
            String id,
            @Nullable String source,
            Instant at,
            String correlationId,
            boolean backfill,
            @Nullable Changes changes,
            @Nullable Refusal refusal,
            @Nullable String note) {}

    /**
     * One event.
     *
     * @param type wire name
     * @param event as JSON
     * @param record what to note of its record once it is acknowledged; null for an event of the document
     * @param leaves the topic its record lived on so far; null where it does not move
     */
    record PlannedEvent(
            String topic,
            String type,
            String event,
            @Nullable PublishedRecord record,
            @Nullable String leaves) {
        /** Longest event that is published, in bytes of UTF-8. */
        static final int MAX_BYTES = 3_900_000;

        /**
         * Plans an event.
         *
         * @throws RecordTooLarge when no topic would take it
         */
        static PlannedEvent of(Topic<?> topic, Event event, @Nullable PublishedRecord record, @Nullable String leaves) {
            String json = WireJson.mapper().writeValueAsString(event);
            if (json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
                throw new RecordTooLarge(event.key());
            }
            return new PlannedEvent(topic.name(), WireNames.of(event), json, record, leaves);
        }
    }

    /** As bytes to keep: a line for the head, then one an event. */
    byte[] toBytes() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes(WireJson.mapper().writeValueAsBytes(head));
        for (PlannedEvent event : events) {
            lines.write('\n');
            lines.writeBytes(WireJson.mapper().writeValueAsBytes(event));
        }
        return lines.toByteArray();
    }

    static Plan ofBytes(byte[] bytes) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        return new Plan(
                WireJson.mapper().readValue(lines.getFirst(), Head.class),
                lines.stream()
                        .skip(1)
                        .map(line -> WireJson.mapper().readValue(line, PlannedEvent.class))
                        .toList());
    }

    /** That event as it goes out. */
    Outgoing<?> outgoing(PlannedEvent planned) {
        Topic<? extends Event> topic = Topics.named(planned.topic())
                .orElseThrow(() -> new IllegalStateException(planned.topic() + " is no topic of ours"));
        return outgoing(topic, planned);
    }

    private <E extends Event> Outgoing<E> outgoing(Topic<E> topic, PlannedEvent planned) {
        Class<? extends Event> type = WireNames.typeOf(planned.type())
                .orElseThrow(() -> new IllegalStateException(planned.type() + " is no event of ours"));
        E event = topic.valueType().cast(WireJson.mapper().readValue(planned.event(), type));
        return new Outgoing<>(topic, Envelope.now(event, SOURCE, head.at(), head.correlationId(), head.backfill()));
    }
}
