package io.casewire.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the readers of this service cannot go on. Whoever reads Kafka reports here, so that health, metrics and log name the partition
 * and the offset, each once and not at every attempt; and asks here what an operator gave up as lost.
 */
public final class UnreadableRecords {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRecords.class);

    private final Skips skips;
    private final ReadCheck check;
    private final MeterRegistry meters;
    // guarded by this
    private final Map<Place, UnreadableRecord> known = new TreeMap<>();

    /** @param skips what an operator gave up */
    UnreadableRecords(Skips skips, ReadCheck check, MeterRegistry meters) {
        this.skips = skips;
        this.check = check;
        this.meters = meters;
    }

    /** Counts what a reader cannot read, from the start, so that the first is seen as one more and not as something new. */
    public void watch(String reader) {
        Gauge.builder("casewire.events.unreadable", () -> count(reader))
                .description("Partitions that cannot be read on, as a record in them cannot be read")
                .tag("group", reader)
                .register(meters);
    }

    /** Says that a reader cannot go on there. */
    public synchronized void report(String reader, UnreadableRecord record) {
        UnreadableRecord former = known.put(Place.of(reader, record.position()), record);
        if (former == null || !former.position().equals(record.position())) {
            LOG.error(
                    "{} cannot read {}: {}. The partition waits; see 'Unreadable record' in the operations manual",
                    reader,
                    record.position(),
                    record.reason());
        }
    }

    /** Says that a reader can read the partition, or no longer has to. */
    public synchronized void clear(String reader, String topic, int partition) {
        UnreadableRecord former = known.remove(new Place(reader, topic, partition));
        if (former != null) {
            LOG.info("{} reads {}/{} on", reader, topic, partition);
        }
    }

    /**
     * Tries for some seconds to read at that place, with a consumer of its own.
     *
     * @return empty when that works, when nothing is there yet, and when the broker does not answer
     */
    public Optional<UnreadableRecord> find(TopicPosition position) {
        return check.at(position);
    }

    /** Where to go on behind a record that cannot be read, at the earliest; empty where no operator gave it up. */
    public OptionalLong behind(TopicPosition position) {
        return skips.behind(position);
    }

    /** Says that a reader leaves a record out, as an operator decided. */
    public void skipped(String reader, UnreadableRecord record, long next) {
        LOG.warn(
                "{} leaves out {} to {}, as casewire.messaging.skip-unreadable says: {}",
                reader,
                record.position(),
                next - 1,
                record.reason());
        Counter.builder("casewire.events.skipped")
                .description("Records of a damaged log that were passed over by decision")
                .tag("topic", record.position().topic())
                .tag("group", reader)
                .register(meters)
                .increment();
    }

    synchronized boolean isKnown(String reader, String topic, int partition) {
        return known.containsKey(new Place(reader, topic, partition));
    }

    /** A line for each, for a person: {@code casewire-notify-case cannot read casewire.case.trade/0@17: …}. */
    synchronized List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        known.forEach((place, record) ->
                sentences.add(place.reader() + " cannot read " + record.position() + ": " + record.reason()));
        return sentences;
    }

    private synchronized long count(String reader) {
        return known.keySet().stream()
                .filter(place -> place.reader().equals(reader))
                .count();
    }

    private record Place(String reader, String topic, int partition) implements Comparable<Place> {
        static Place of(String reader, TopicPosition position) {
            return new Place(reader, position.topic(), position.partition());
        }

        @Override
        public int compareTo(Place other) {
            int byReader = reader.compareTo(other.reader);
            int byTopic = byReader == 0 ? topic.compareTo(other.topic) : byReader;
            return byTopic == 0 ? Integer.compare(partition, other.partition) : byTopic;
        }
    }
}
