package io.casewire.ingest.publish;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.ChapterEvent;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.TaskEvent;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.ChapterRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record that has events of its own.
 *
 * @param kind as in the record's JSON, for example {@code case}
 * @param title what a person knows it by
 * @param topic where its events go
 * @param corrected JSON pointers of the fields in which a person's value stands
 */
record Publishable(
        ParsedRecord content,
        String id,
        String kind,
        String title,
        Topic<? extends Event> topic,
        List<String> corrected) {
    /** Of a passage without a heading so much stands for its title. */
    private static final int MAX_BEGINNING = 40;

    private Publishable(ParsedRecord content, String id, String kind, String title, Topic<? extends Event> topic) {
        this(content, id, kind, title, topic, List.of());
    }

    /** The same with these fields corrected. */
    Publishable corrected(@Nullable List<String> fields) {
        return fields == null || fields.isEmpty()
                ? this
                : new Publishable(content, id, kind, title, topic, List.copyOf(fields));
    }

    /** Empty for the document itself and for diagnostics. */
    static Optional<Publishable> of(ParsedRecord content) {
        return switch (content) {
            case CaseRecord it ->
                Optional.of(new Publishable(it, it.id().value(), "case", it.title(), Topics.cases(it.firstDomain())));
            case TaskRecord it -> Optional.of(new Publishable(it, it.id().value(), "task", it.title(), Topics.TASK));
            case AdoptionRecord it ->
                Optional.of(new Publishable(
                        it, it.id().value(), "adoption", it.region() + ' ' + it.resultName(), Topics.EVIDENCE));
            case MilestoneRecord it ->
                Optional.of(new Publishable(
                        it, it.id().value(), "milestone", it.date() + ' ' + it.text(), Topics.EVIDENCE));
            case IndicatorRecord it ->
                Optional.of(new Publishable(it, it.id().value(), "indicator", it.name(), Topics.EVIDENCE));
            case ChapterRecord it ->
                Optional.of(new Publishable(it, it.id().value(), "chapter", title(it), Topics.CHAPTER));
            case DocumentRecord _, DiagnosticRecord _ -> Optional.empty();
        };
    }

    private static String title(ChapterRecord chapter) {
        String text = chapter.text();
        return chapter.title() == null ? text.substring(0, Math.min(MAX_BEGINNING, text.length())) : chapter.title();
    }

    /** The record at that revision, told as new or as changed. */
    Event event(long revision, DocumentReference document) {
        return switch (content) {
            case CaseRecord it ->
                revision == 1
                        ? new CaseEvent.CasePublished(it, revision, document, corrected)
                        : new CaseEvent.CaseRevised(it, revision, document, corrected);
            case TaskRecord it ->
                revision == 1
                        ? new TaskEvent.TaskPublished(it, revision, document, corrected)
                        : new TaskEvent.TaskRevised(it, revision, document, corrected);
            case AdoptionRecord it -> new EvidenceEvent.AdoptionFound(it, revision, document, corrected);
            case MilestoneRecord it -> new EvidenceEvent.MilestoneFound(it, revision, document, corrected);
            case IndicatorRecord it -> new EvidenceEvent.IndicatorFound(it, revision, document, corrected);
            case ChapterRecord it ->
                revision == 1
                        ? new ChapterEvent.ChapterPublished(it, revision, document, corrected)
                        : new ChapterEvent.ChapterRevised(it, revision, document, corrected);
            case DocumentRecord _, DiagnosticRecord _ -> throw new IllegalStateException("No events of its own");
        };
    }

    /** The record taken back. */
    Event withdrawal(long revision, DocumentReference document, String reason) {
        return switch (content) {
            case CaseRecord it -> new CaseEvent.CaseWithdrawn(it, revision, document, reason);
            case TaskRecord it -> new TaskEvent.TaskWithdrawn(it, revision, document, reason);
            case AdoptionRecord it -> new EvidenceEvent.EvidenceWithdrawn(it.id(), revision, document, reason);
            case MilestoneRecord it -> new EvidenceEvent.EvidenceWithdrawn(it.id(), revision, document, reason);
            case IndicatorRecord it -> new EvidenceEvent.EvidenceWithdrawn(it.id(), revision, document, reason);
            case ChapterRecord it -> new ChapterEvent.ChapterWithdrawn(it, revision, document, reason);
            case DocumentRecord _, DiagnosticRecord _ -> throw new IllegalStateException("No events of its own");
        };
    }
}
