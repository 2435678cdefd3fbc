package io.casewire.ingest.publish;

import io.casewire.contracts.event.DocumentEvent;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.WireJson;
import io.casewire.ingest.publish.Comparison.Found;
import io.casewire.ingest.publish.Publication.PendingDecision;
import io.casewire.ingest.publish.Publication.PendingUpload;
import io.casewire.ingest.publish.PublicationBatch.Gaps;
import io.casewire.ingest.publish.PublicationBatch.Head;
import io.casewire.ingest.publish.PublicationBatch.RecordEvent;
import io.casewire.ingest.upload.SupersededRecord;
import io.casewire.parsing.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is published, in two steps: what has to be kept of the decision, and the batch that follows from it. Pure:
 * the second gives the same again after a crash.
 */
final class BatchPlanner {
    private BatchPlanner() {}

    /**
     * What to keep of a file's publication. One that is older than the newest published of its document adds what is
     * missing, and tells nothing of the document, which is as its newest file says.
     */
    static PendingUpload decide(Submission submission, Comparison comparison, Publication publication) {
        boolean changes =
                !comparison.inserted().isEmpty() || !comparison.updated().isEmpty();
        boolean outdated = publication.isNewerThan(Origin.of(submission.upload()));
        long revision = publication.lastRevision();
        // another copy of a document that says the same is no news
        boolean told = (changes && !outdated) || revision == 0;
        return new PendingUpload(
                submission.upload().id(),
                submission.kept(),
                told ? (Long) (revision + 1) : null,
                comparison.changes(),
                null,
                note(comparison));
    }

    /** What to keep of a refusal. */
    static PendingUpload refuse(Submission submission, Refusal refusal, Publication publication) {
        return new PendingUpload(
                submission.upload().id(), submission.kept(), publication.lastRevision() + 1, null, refusal, null);
    }

    /**
     * The batch of a file.
     *
     * @param pending as kept
     * @throws RecordTooLarge when something of it cannot be published, and so nothing is
     */
    static PublicationBatch batch(
            Submission submission, Comparison comparison, Publication publication, PendingUpload pending, Instant at) {
        Origin origin = Origin.of(submission.upload());
        DocumentReference reference = DocumentReference.of(submission.document());
        List<RecordEvent> events = new ArrayList<>();
        for (Found found : comparison.inserted()) {
            events.add(recordEvent(found, 1, reference, null, at, origin, null));
        }
        for (Comparison.Update update : comparison.updated()) {
            String topic = update.known().topic();
            boolean moves = !topic.equals(update.found().record().topic().name());
            events.add(recordEvent(
                    update.found(),
                    update.known().revision() + 1,
                    reference,
                    moves ? topic : null,
                    at,
                    origin,
                    update.known().missingAfter(origin)));
        }
        Head head = new Head(
                submission.upload().id(),
                origin,
                at,
                submission.upload().correlationId(),
                submission.upload().backfill(),
                pending.changes(),
                pending.refusal(),
                pending.note());
        List<SupersededRecord> superseded = comparison.superseded().stream()
                .map(update -> superseded(update, publication))
                .toList();
        return new PublicationBatch(
                head,
                events,
                documentEvent(submission, pending),
                comparison.unchanged(),
                superseded,
                new Gaps(comparison.missing(), comparison.found()));
    }

    /** The batch of an operator's decision about a record. */
    static PublicationBatch batch(PublishedRecord known, PendingDecision decision, Instant at) {
        if (decision.content() != null) {
            return corrected(known, decision, decision.content(), at);
        }
        String reason = decision.withdrawnBecause();
        Event event = reason == null
                ? known.record().event(decision.revision(), known.documentReference())
                : known.record().withdrawal(decision.revision(), known.documentReference(), reason);
        PublishedRecord next = new PublishedRecord(
                known.id(),
                known.document(),
                known.kind(),
                known.title(),
                known.topic(),
                decision.revision(),
                known.digest(),
                known.content(),
                known.reference(),
                reason,
                at,
                known.origin(),
                known.corrected(),
                null);
        Topic<? extends Event> topic = Topics.named(known.topic())
                .orElseThrow(() -> new IllegalStateException(known.topic() + " is no topic of ours"));
        return alone(decision, at, RecordEvent.of(topic, event, known.content().length(), () -> next, null));
    }

    private static PublicationBatch corrected(
            PublishedRecord known, PendingDecision decision, String content, Instant at) {
        Publishable record = Publishable.of(WireJson.mapper().readValue(content, ParsedRecord.class))
                .map(parsed -> parsed.corrected(decision.corrected()))
                .orElseThrow(() -> new IllegalStateException(known.id() + " is no record with events"));
        PublishedRecord next = PublishedRecord.of(
                record,
                known.documentReference(),
                decision.revision(),
                ContentDigest.of(record.content()),
                at,
                known.origin(),
                known.missing());
        boolean moves = !known.topic().equals(record.topic().name());
        return alone(
                decision,
                at,
                RecordEvent.of(
                        record.topic(),
                        record.event(decision.revision(), known.documentReference()),
                        content.length(),
                        () -> next,
                        moves ? known.topic() : null));
    }

    private static PublicationBatch alone(PendingDecision decision, Instant at, RecordEvent event) {
        return new PublicationBatch(
                new Head(null, null, at, decision.correlationId(), false, null, null, null),
                List.of(event),
                null,
                List.of(),
                List.of(),
                Gaps.NONE);
    }

    private static @Nullable DocumentEvent documentEvent(Submission submission, PendingUpload pending) {
        Long revision = pending.revision();
        if (revision == null) {
            return null;
        }
        Refusal refusal = pending.refusal();
        DocumentEvent event;
        if (refusal != null) {
            event = new DocumentEvent.DocumentRejected(
                    submission.document().id(),
                    submission.upload().uploadId(),
                    submission.upload().name(),
                    revision,
                    refusal.code(),
                    refusal.reason());
        } else if (pending.changes() != null) {
            event = new DocumentEvent.DocumentPublished(
                    submission.document(), submission.upload().name(), revision, pending.changes());
        } else {
            throw new IllegalStateException(pending.uploadId() + " is neither published nor refused");
        }
        PublicationBatch.require(Topics.DOCUMENT, event, 0);
        return event;
    }

    private static RecordEvent recordEvent(
            Found found,
            long revision,
            DocumentReference reference,
            @Nullable String leaves,
            Instant at,
            Origin origin,
            PublishedRecord.@Nullable Missing missing) {
        return RecordEvent.of(
                found.record().topic(),
                found.record().event(revision, reference),
                found.length(),
                () -> PublishedRecord.of(found.record(), reference, revision, found.digest(), at, origin, missing),
                leaves);
    }

    private static SupersededRecord superseded(Comparison.Update update, Publication publication) {
        Publishable record = update.found().record();
        Origin by = publication.originOf(update.known());
        return new SupersededRecord(record.kind(), record.id(), record.title(), by == null ? "" : by.upload());
    }

    private static @Nullable String note(Comparison comparison) {
        List<String> remarks = new ArrayList<>();
        if (!comparison.withheld().isEmpty()) {
            remarks.add(comparison.withheld().size() + " withdrawn by an operator stay withdrawn");
        }
        if (!comparison.duplicates().isEmpty()) {
            remarks.add(comparison.duplicates().size() + " with the id of an earlier record were left out");
        }
        if (!comparison.superseded().isEmpty()) {
            remarks.add(comparison.superseded().size() + " are published as a copy that was received later says");
        }
        return remarks.isEmpty() ? null : String.join("; ", remarks) + '.';
    }
}
