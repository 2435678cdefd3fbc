package io.casewire.ingest.publish;

import io.casewire.contracts.event.DocumentEvent;
import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventRules;
import io.casewire.contracts.wire.WireJson;
import io.casewire.ingest.upload.SupersededRecord;
import io.casewire.messaging.Outgoing;
import io.casewire.parsing.Refusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is published together. It is worked out of the records and of what is noted, and comes out the same for whoever
 * takes over after a crash.
 *
 * @param records events of the records in document order
 * @param document the document's own; null where nothing is told of it
 * @param confirmed published records that the file says the same of
 * @param superseded what is not published of the file
 * @param gaps what the file lacks and what it has again
 */
record PublicationBatch(
        Head head,
        List<RecordEvent> records,
        @Nullable DocumentEvent document,
        List<PublishedRecord> confirmed,
        List<SupersededRecord> superseded,
        Gaps gaps) {
    private static final URI SOURCE = URI.create("/casewire/ingest");
    /** Longest event that is published, in bytes of UTF-8. */
    private static final int MAX_BYTES = 3_900_000;
    /** Its record's content is told apart from lines, raw print and the document it cites: none is longer than it by this. */
    private static final int SURELY_SHORT = 1_000_000;

    PublicationBatch {
        records = List.copyOf(records);
        confirmed = List.copyOf(confirmed);
        superseded = List.copyOf(superseded);
    }

    /**
     * What holds for all events, and what the file they come from is told in the end.
     *
     * @param upload the file; null for an operator's decision
     * @param origin that file's place among the copies of the document; null for an operator's decision
     * @param at when it was decided: time of all events
     * @param changes null unless a file is published
     * @param refusal null unless a file is rejected
     * @param note for the file's last step
     */
    record Head(
            @Nullable String upload,
            @Nullable Origin origin,
            Instant at,
            String correlationId,
            boolean backfill,
            @Nullable Changes changes,
            @Nullable Refusal refusal,
            @Nullable String note) {}

    /**
     * Published records that a file lacks, and those it has that another lacked.
     *
     * @param found their ids
     */
    record Gaps(List<PublishedRecord> missing, List<String> found) {
        static final Gaps NONE = new Gaps(List.of(), List.of());

        Gaps {
            missing = List.copyOf(missing);
            found = List.copyOf(found);
        }
    }

    /**
     * One event of a record.
     *
     * @param note what to note of the record once it is acknowledged; made when it is wanted, as a document may have many
     * @param leaves the topic its record lived on so far; null where it does not move
     */
    record RecordEvent(
            Topic<? extends Event> topic,
            Event event,
            Supplier<PublishedRecord> note,
            @Nullable String leaves) {
        /**
         * Of an event.
         *
         * @param length about how many bytes it has
         * @throws RecordTooLarge when no topic would take it
         */
        static RecordEvent of(
                Topic<? extends Event> topic,
                Event event,
                int length,
                Supplier<PublishedRecord> note,
                @Nullable String leaves) {
            require(topic, event, length);
            return new RecordEvent(topic, event, note, leaves);
        }

        String id() {
            return event.key();
        }
    }

    /** @throws RecordTooLarge when no topic would take the event */
    static void require(Topic<? extends Event> topic, Event event, int length) {
        EventRules.violation(topic, event).ifPresent(wrong -> {
            throw new RecordTooLarge(event.key(), wrong);
        });
        if (length > SURELY_SHORT
                && WireJson.mapper().writeValueAsString(event).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new RecordTooLarge(event.key());
        }
    }

    boolean isEmpty() {
        return records.isEmpty() && document == null;
    }

    /** That event of a record as it goes out. */
    Outgoing<?> outgoing(RecordEvent record) {
        return outgoing(record.topic(), record.event());
    }

    /** The document's own as it goes out. */
    List<Outgoing<?>> outgoingOfDocument() {
        return document == null ? List.of() : List.of(outgoing(Topics.DOCUMENT, document));
    }

    private <E extends Event> Outgoing<E> outgoing(Topic<E> topic, Event event) {
        E cast = topic.valueType().cast(event);
        return new Outgoing<>(topic, Envelope.now(cast, SOURCE, head.at(), head.correlationId(), head.backfill()));
    }
}
