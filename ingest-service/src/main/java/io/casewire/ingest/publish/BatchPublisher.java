package io.casewire.ingest.publish;

import io.casewire.contracts.id.SourceId;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.blob.Ndjson;
import io.casewire.ingest.publish.PublicationBatch.RecordEvent;
import io.casewire.ingest.upload.Superseded;
import io.casewire.ingest.upload.Uploads;
import io.casewire.messaging.Outgoing;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Carries batches out: events, acknowledgements, tombstones, the document's own event, and only then the notes. Every part
 * may be repeated, so a batch that was cut off anywhere is simply carried out again.
 */
final class BatchPublisher {
    /** Events that wait for their acknowledgements together, and notes in one write. */
    private static final int TOGETHER = 500;

    private final Events events;
    private final PublishedRecords records;
    private final MissingRecords missing;
    private final Uploads uploads;
    private final Blobs blobs;

    BatchPublisher(Events events, PublishedRecords records, MissingRecords missing, Uploads uploads, Blobs blobs) {
        this.events = events;
        this.records = records;
        this.missing = missing;
        this.uploads = uploads;
        this.blobs = blobs;
    }

    /**
     * The way to Kafka: both return when everything is acknowledged.
     *
     * @param publish events in their order
     * @param tombstone an event that moves: its record no longer lives on {@link RecordEvent#leaves()}
     */
    record Events(Consumer<List<? extends Outgoing<?>>> publish, Consumer<Tombstone> tombstone) {}

    /** A record that left a topic. */
    record Tombstone(String topic, String key) {}

    /** Returns when everything is acknowledged and noted. */
    void run(PublicationBatch batch) {
        List<RecordEvent> ofRecords = batch.records();
        for (List<RecordEvent> some : inParts(ofRecords)) {
            events.publish().accept(some.stream().map(batch::outgoing).toList());
        }
        // a reader of the old topic must find the record on the new one when it learns that it is gone here
        for (RecordEvent event : ofRecords) {
            String topic = event.leaves();
            if (topic != null) {
                events.tombstone().accept(new Tombstone(topic, event.id()));
            }
        }
        List<Outgoing<?>> ofDocument = batch.outgoingOfDocument();
        if (!ofDocument.isEmpty()) {
            events.publish().accept(ofDocument);
        }
        for (List<RecordEvent> some : inParts(ofRecords)) {
            records.note(some.stream().map(event -> event.note().get()).toList());
        }
        Origin origin = batch.head().origin();
        if (origin != null) {
            records.confirm(batch.confirmed(), origin);
            missing.note(batch.gaps(), origin, batch.head().at());
        }
        complete(batch);
    }

    private static List<List<RecordEvent>> inParts(List<RecordEvent> all) {
        return IntStream.range(0, (all.size() + TOGETHER - 1) / TOGETHER)
                .mapToObj(part -> all.subList(part * TOGETHER, Math.min(all.size(), (part + 1) * TOGETHER)))
                .toList();
    }

    private void complete(PublicationBatch batch) {
        PublicationBatch.Head head = batch.head();
        if (head.upload() == null) {
            return;
        }
        SourceId upload = new SourceId(head.upload());
        if (head.refusal() != null) {
            uploads.rejected(upload, head.refusal());
        } else if (head.changes() != null) {
            uploads.published(upload, head.changes(), head.note(), superseded(batch));
        }
    }

    private @Nullable Superseded superseded(PublicationBatch batch) {
        return batch.superseded().isEmpty()
                ? null
                : new Superseded(batch.superseded().size(), blobs.put(Ndjson.write(batch.superseded())));
    }
}
