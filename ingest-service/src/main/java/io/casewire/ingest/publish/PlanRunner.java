package io.casewire.ingest.publish;

import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.topic.Topics;
import io.casewire.ingest.publish.Plan.PlannedEvent;
import io.casewire.ingest.source.Refusal;
import io.casewire.ingest.source.Sources;
import io.casewire.messaging.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Carries plans out: events, acknowledgements, tombstones, the document's own event, and only then the notes. Every part
 * may be repeated, so a plan that was cut off anywhere is simply carried out again from its start.
 */
final class PlanRunner {
    /** Events that wait for their acknowledgements together. */
    private static final int BATCH = 500;

    private final Events events;
    private final PublishedRecords records;
    private final Sources sources;

    PlanRunner(Events events, PublishedRecords records, Sources sources) {
        this.events = events;
        this.records = records;
        this.sources = sources;
    }

    /**
     * The way to Kafka: both return when everything is acknowledged.
     *
     * @param publish events in their order
     * @param tombstone an event that moves: its record no longer lives on {@link PlannedEvent#leaves()}
     */
    record Events(Consumer<List<? extends Outgoing<?>>> publish, Consumer<Tombstone> tombstone) {}

    /** A record that left a topic. */
    record Tombstone(String topic, String key) {}

    /** Returns when everything is acknowledged and noted. */
    void run(Plan plan) {
        List<PlannedEvent> ofRecords =
                plan.events().stream().filter(event -> !isOfDocument(event)).toList();
        publish(plan, ofRecords);
        // a reader of the old topic must find the record on the new one when it learns that it is gone here
        for (PlannedEvent event : ofRecords) {
            String topic = event.leaves();
            if (topic != null && event.record() != null) {
                events.tombstone().accept(new Tombstone(topic, event.record().id()));
            }
        }
        publish(plan, plan.events().stream().filter(PlanRunner::isOfDocument).toList());
        records.note(ofRecords.stream()
                .map(PlannedEvent::record)
                .filter(Objects::nonNull)
                .toList());
        tellSource(plan.head());
    }

    private void publish(Plan plan, List<PlannedEvent> planned) {
        List<Outgoing<?>> batch = new ArrayList<>(BATCH);
        for (PlannedEvent event : planned) {
            batch.add(plan.outgoing(event));
            if (batch.size() == BATCH) {
                events.publish().accept(List.copyOf(batch));
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            events.publish().accept(batch);
        }
    }

    private void tellSource(Plan.Head head) {
        if (head.source() == null) {
            return;
        }
        SourceId source = new SourceId(head.source());
        Refusal refusal = head.refusal();
        if (refusal != null) {
            sources.rejected(source, refusal);
        } else if (head.changes() != null) {
            sources.published(source, head.changes(), head.note());
        }
    }

    private static boolean isOfDocument(PlannedEvent event) {
        return event.topic().equals(Topics.DOCUMENT.name());
    }
}
