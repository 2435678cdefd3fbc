package io.casewire.client;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.wire.Envelope;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a record of one of Casewire's topics says. Reading never throws: what this version cannot read is {@link Unknown}, with its JSON.
 *
 * <p>{@code attributes} are those of CloudEvents by their names without the prefix of Kafka ({@code id}, {@code type}, {@code
 * correlationid}, {@code datacontenttype} …) and, where there are any, other headers ({@code traceparent}).
 */
public sealed interface Received {
    /** The Kafka key: the id of the thing it is about; empty where the record has none, which Casewire never writes. */
    String key();

    /** What that record says. */
    static Received of(ConsumerRecord<String, byte[]> record) {
        String key = record.key() == null ? "" : record.key();
        return record.value() == null
                ? new Tombstone(key)
                : RecordReader.read(key, RecordReader.attributes(record.headers()), record.value());
    }

    /**
     * An event this version knows. A value of an enumeration that was added later is {@code OTHER} where there is one, else null,
     * also in components that are not marked as nullable; {@code json} has it as it was written, and properties that were added later.
     *
     * @param envelope the event and what is said around it
     */
    record Known(Envelope<? extends Event> envelope, Map<String, String> attributes, String json) implements Received {
        public Known {
            attributes = Map.copyOf(attributes);
        }

        /** For example a {@link io.casewire.contracts.event.CaseEvent.CasePublished}. */
        public Event event() {
            return envelope.event();
        }

        @Override
        public String key() {
            return envelope.event().key();
        }
    }

    /**
     * An event of a type that was added later, or one this version cannot read.
     *
     * @param attributes empty for a record without headers
     * @param json the value as it came; what is not UTF-8 in it is replaced by {@code U+FFFD}
     * @param reason a sentence for a log, for example {@code Unknown type 'casewire.case.merged.v1'}
     */
    record Unknown(String key, Map<String, String> attributes, String json, String reason) implements Received {
        public Unknown {
            attributes = Map.copyOf(attributes);
        }
    }

    /** A record without value: that case travels on the topic of another domain now, where it was published before. */
    record Tombstone(String key) implements Received {}
}
