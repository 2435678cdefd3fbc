package io.casewire.ingest.publish;

import io.casewire.contracts.event.DocumentEvent;
import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.ingest.publish.Comparison.Found;
import io.casewire.ingest.publish.Plan.PlannedEvent;
import io.casewire.ingest.source.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides what is published. Pure: what is known comes in, a plan goes out. */
final class Planner {
    private Planner() {}

    /**
     * The plan for a file.
     *
     * @param revision last one of the document itself; 0 before its first event
     */
    static Plan forPublication(Submission submission, Comparison comparison, long revision, Instant at) {
        DocumentReference reference = DocumentReference.of(submission.document());
        List<PlannedEvent> events = new ArrayList<>();
        for (Found found : comparison.inserted()) {
            events.add(recordEvent(found, 1, reference, null, at));
        }
        for (Comparison.Update update : comparison.updated()) {
            String topic = update.known().topic();
            boolean moves = !topic.equals(update.found().record().topic().name());
            events.add(recordEvent(update.found(), update.known().revision() + 1, reference, moves ? topic : null, at));
        }
        Changes changes = comparison.changes();
        // another copy of a document that says the same is no news
        if (!events.isEmpty() || revision == 0) {
            events.add(PlannedEvent.of(
                    Topics.DOCUMENT,
                    new DocumentEvent.DocumentPublished(
                            submission.document(), submission.source().name(), revision + 1, changes),
                    null,
                    null));
        }
        return new Plan(head(submission, at, changes, null, note(comparison)), events);
    }

    /** The plan for a file of which a newer copy is published: nothing. */
    static Plan forOutdated(Submission submission, Instant at) {
        return new Plan(
                head(
                        submission,
                        at,
                        new Changes(0, 0, 0, 0),
                        null,
                        "A copy of this document that was received later is published; this one changes nothing."),
                List.of());
    }

    /** The plan for a file that cannot be read or has nothing to publish. */
    static Plan forRejection(Submission submission, Refusal refusal, long revision, Instant at) {
        DocumentEvent event = new DocumentEvent.DocumentRejected(
                submission.document().id(),
                submission.source().sourceId(),
                submission.source().name(),
                revision + 1,
                refusal.code(),
                refusal.reason());
        return new Plan(
                head(submission, at, null, refusal, null),
                List.of(PlannedEvent.of(Topics.DOCUMENT, event, null, null)));
    }

    /** The plan for an operator's withdrawal of a record. */
    static Plan forWithdrawal(PublishedRecord known, String reason, String correlationId, Instant at) {
        long revision = known.revision() + 1;
        Event event = known.record().withdrawal(revision, known.documentReference(), reason);
        return forDecision(known, event, reason, correlationId, at);
    }

    /** The plan for an operator's taking back of a withdrawal. */
    static Plan forRestoration(PublishedRecord known, String correlationId, Instant at) {
        Event event = known.record().event(known.revision() + 1, known.documentReference());
        return forDecision(known, event, null, correlationId, at);
    }

    private static Plan forDecision(
            PublishedRecord known, Event event, @Nullable String withdrawnBecause, String correlationId, Instant at) {
        PublishedRecord next = new PublishedRecord(
                known.id(),
                known.document(),
                known.kind(),
                known.title(),
                known.topic(),
                event.revision(),
                known.digest(),
                known.content(),
                known.reference(),
                withdrawnBecause,
                at);
        Topic<?> topic = Topics.named(known.topic())
                .orElseThrow(() -> new IllegalStateException(known.topic() + " is no topic of ours"));
        return new Plan(
                new Plan.Head(newId(), null, at, correlationId, false, null, null, null),
                List.of(PlannedEvent.of(topic, event, next, null)));
    }

    private static PlannedEvent recordEvent(
            Found found, long revision, DocumentReference reference, @Nullable String leaves, Instant at) {
        return PlannedEvent.of(
                found.record().topic(),
                found.record().event(revision, reference),
                PublishedRecord.of(found.record(), reference, revision, found.digest(), at),
                leaves);
    }

    private static @Nullable String note(Comparison comparison) {
        List<String> remarks = new ArrayList<>();
        if (!comparison.withheld().isEmpty()) {
            remarks.add(comparison.withheld().size() + " withdrawn by an operator stay withdrawn");
        }
        if (!comparison.doubled().isEmpty()) {
            remarks.add(comparison.doubled().size() + " with the id of an earlier record were left out");
        }
        return remarks.isEmpty() ? null : String.join("; ", remarks) + '.';
    }

    private static Plan.Head head(
            Submission submission,
            Instant at,
            @Nullable Changes changes,
            @Nullable Refusal refusal,
            @Nullable String note) {
        return new Plan.Head(
                newId(),
                submission.source().id(),
                at,
                submission.source().correlationId(),
                submission.source().backfill(),
                changes,
                refusal,
                note);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
