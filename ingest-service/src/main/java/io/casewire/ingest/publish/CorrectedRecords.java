package io.casewire.ingest.publish;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.wire.WireJson;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.correction.Correcting;
import io.casewire.ingest.correction.Correction;
import io.casewire.ingest.correction.Corrections;
import io.casewire.ingest.correction.Fields;
import io.casewire.ingest.publish.ParsedRecords.Parsed;
import io.casewire.ingest.publish.Publication.PendingDecision;
import io.casewire.ingest.publish.Publisher.Deciding;
import io.casewire.ingest.upload.ParseResult;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Corrects single fields of records. The correction is kept first, marked as not published; then the record's next revision
 * is decided as any other. Whoever finds the mark after a crash publishes it.
 */
@Component
public class CorrectedRecords {
    private final Corrections corrections;
    private final ParsedRecords parsed;
    private final Publisher publisher;
    private final Blobs blobs;
    private final InstantSource clock;

    CorrectedRecords(
            Corrections corrections, ParsedRecords parsed, Publisher publisher, Blobs blobs, InstantSource clock) {
        this.corrections = corrections;
        this.parsed = parsed;
        this.publisher = publisher;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** A record that can be corrected: published, or parsed and waiting. */
    record Subject(
            String id,
            String document,
            ParsedRecord parsed,
            DocumentReference reference,
            @Nullable PublishedRecord published) {}

    /**
     * That record.
     *
     * @throws UnknownRecord when none of that id is published, and none waits for a person
     */
    Subject subject(String id) {
        Optional<PublishedRecord> published = publisher.find(id);
        if (published.isPresent()) {
            PublishedRecord record = published.get();
            ParsedRecord content = parsed.published(record).map(Parsed::content).orElseGet(() -> record.record()
                    .content());
            return new Subject(id, record.document(), content, record.documentReference(), record);
        }
        return parsed.held(id)
                .map(found -> new Subject(
                        id,
                        found.document().id().value(),
                        found.content(),
                        DocumentReference.of(found.document()),
                        null))
                .orElseThrow(() -> new UnknownRecord(id));
    }

    /**
     * Puts a value in the place of the parsed one.
     *
     * @throws org.springframework.web.ErrorResponseException (400) for a field or value that cannot be
     * @throws RecordTooLarge for a value that no event may have
     * @throws DocumentBusy when something of its document is being published
     * @throws io.casewire.messaging.PublishFailed when nothing could be decided because of earlier events that Kafka does not
     *     take
     */
    Publisher.Outcome correct(Subject subject, String field, JsonNode value, String by, String reason) {
        Fields.with(subject.parsed(), field, value);
        return decide(subject.document(), subject.id(), () -> {
            Subject now = subject(subject.id());
            Correction correction = Correction.decided(
                    now.id(),
                    now.document(),
                    field,
                    value.toString(),
                    json(Fields.valueOf(now.parsed(), field)),
                    by,
                    clock.instant(),
                    reason);
            List<Correction> all = new ArrayList<>(corrections.ofRecord(now.id()));
            all.removeIf(other -> other.field().equals(field));
            all.add(correction);
            requirePublishable(now, all);
            publisher.markCorrected(now.document());
            corrections.keep(correction);
            return revision(now);
        });
    }

    /** Has the parsed value hold again; throws as {@link #correct} does. */
    Publisher.Outcome takeBack(Subject subject, Correction correction) {
        return decide(subject.document(), subject.id(), () -> {
            corrections.takeBack(correction);
            return revision(subject(subject.id()));
        });
    }

    /** Those that hold of a record. */
    List<Correction> of(String record) {
        return corrections.ofRecord(record);
    }

    Optional<Correction> find(String record, String field) {
        return corrections.find(record, field);
    }

    /**
     * Publishes what a crash left unpublished of a document's corrections.
     *
     * @throws DocumentBusy when something of the document is being published
     * @throws io.casewire.messaging.PublishFailed when Kafka is away
     */
    public void publishPending(DocumentId document) {
        corrections.pendingOf(document.value()).stream()
                .map(Correction::record)
                .collect(Collectors.toSet())
                .forEach(record -> decide(document.value(), record, () -> publisher
                        .find(record)
                        .flatMap(_ -> revision(subject(record)))));
    }

    private Publisher.Outcome decide(String document, String record, Supplier<Optional<PendingDecision>> decision) {
        return publisher.decide(document, new Deciding() {
            @Override
            public Optional<PendingDecision> decide() {
                return decision.get();
            }

            @Override
            public void noted() {
                corrections.settle(record);
            }
        });
    }

    /** The records of a reading as people say they are; empty where nothing is corrected, so that they are as kept. */
    public Optional<byte[]> shown(ParseResult parse) {
        List<Correction> its = corrections.ofDocument(parse.documentId());
        return its.isEmpty()
                ? Optional.empty()
                : Optional.of(Corrected.lines(
                                RecordLines.read(blobs.read(parse.records())).records(), its)
                        .write());
    }

    /** What follows from the corrections that hold now: empty where the record is published as they say, or not at all. */
    private Optional<PendingDecision> revision(Subject subject) {
        PublishedRecord known = subject.published();
        List<Correction> all = corrections.ofRecord(subject.id());
        ParsedRecord content = Correcting.of(subject.parsed(), all);
        Optional<PendingDecision> decision =
                known == null || known.withdrawn() || known.digest().equals(ContentDigest.of(content))
                        ? Optional.empty()
                        : Optional.of(new PendingDecision(
                                subject.id(),
                                known.revision() + 1,
                                null,
                                UUID.randomUUID().toString(),
                                WireJson.mapper().writeValueAsString(content),
                                Corrected.fields(all)));
        return decision;
    }

    private static void requirePublishable(Subject subject, List<Correction> all) {
        Publishable record = Publishable.of(Correcting.of(subject.parsed(), all))
                .orElseThrow(() -> new UnknownRecord(subject.id()))
                .corrected(Corrected.fields(all));
        PublicationBatch.require(
                record.topic(),
                record.event(1, subject.reference()),
                ContentDigest.measured(record.content()).length());
    }

    /** Null for no value. */
    static @Nullable String json(JsonNode value) {
        return value.isNull() ? null : value.toString();
    }
}
