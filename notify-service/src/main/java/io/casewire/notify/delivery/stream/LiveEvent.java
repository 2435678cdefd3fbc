package io.casewire.notify.delivery.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.contracts.wire.UndecodableEvent;
import io.casewire.contracts.wire.WireNames;
import io.casewire.notify.matching.EventFilter;
import io.casewire.notify.matching.Facts;
import io.casewire.notify.matching.Titles;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An event of a public topic, with its place there and what filters ask about.
 *
 * @param size of the record, in bytes
 */
record LiveEvent(TopicPartition partition, long offset, Facts facts, int size, Line line) implements StreamItem {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEvent.class);

    /** The event in that record; empty for a tombstone and for what is no event, which is not shown. */
    static Optional<LiveEvent> of(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            return Topics.named(record.topic())
                    .map(topic -> EventCodec.decode(topic, record))
                    .flatMap(envelope -> of(record, envelope));
        } catch (UndecodableEvent e) {
            LOG.debug("Not shown: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<LiveEvent> of(ConsumerRecord<String, byte[]> record, Envelope<? extends Event> envelope) {
        return EventFilter.facts(envelope.event())
                .map(facts -> new LiveEvent(
                        new TopicPartition(record.topic(), record.partition()),
                        record.offset(),
                        facts,
                        record.value().length,
                        Line.of(record, envelope)));
    }

    /**
     * What a reader gets of it.
     *
     * @param id its place in Kafka, {@code topic/partition/offset}: the same on every instance and in every stream
     * @param type wire name
     * @param subject id of the thing it is about
     * @param title of that thing; null where it has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String id,
            String type,
            String subject,
            long revision,
            @Nullable String title,
            Instant time,
            Instant recordedTime,
            boolean backfill) {
        static Line of(ConsumerRecord<String, byte[]> record, Envelope<? extends Event> envelope) {
            Event event = envelope.event();
            return new Line(
                    record.topic() + '/' + record.partition() + '/' + record.offset(),
                    WireNames.of(event),
                    event.key(),
                    event.revision(),
                    Titles.of(event),
                    envelope.time(),
                    envelope.recordedTime(),
                    envelope.backfill());
        }
    }
}
