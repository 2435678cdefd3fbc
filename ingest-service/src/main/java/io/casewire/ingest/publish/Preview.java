package io.casewire.ingest.publish;

import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.ingest.correction.Corrections;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What publishing a parsed document would do.
 *
 * @param changes the counts of the lists below; withheld ones count as unchanged
 * @param insert would be published for the first time
 * @param update would be published as a new revision
 * @param unchanged are published as they are
 * @param superseded differ from what a file received later published; that would stay
 * @param missing are published and not in this document; they would stay
 * @param withheld were withdrawn by an operator and would stay so
 */
public record Preview(
        DocumentRecord document,
        Changes changes,
        List<Entry> insert,
        List<Changed> update,
        List<Entry> superseded,
        List<Entry> unchanged,
        List<Entry> missing,
        List<Entry> withheld) {

    /** A record. */
    public record Entry(String kind, String id, String title) {}

    /**
     * A record that differs from its published revision.
     *
     * @param revision the one it would get
     * @param differences names of the components that differ, sorted
     * @param fields what differs within them
     */
    public record Changed(
            String kind, String id, String title, long revision, Set<String> differences, List<FieldChange> fields) {}

    /** Makes previews. */
    @Component
    public static class Previews {
        private final PublishedRecords records;
        private final Publications publications;
        private final Corrections corrections;

        Previews(PublishedRecords records, Publications publications, Corrections corrections) {
            this.records = records;
            this.publications = publications;
            this.corrections = corrections;
        }

        /** Compares what is not uploaded yet with what is published at this moment. */
        public Preview of(DocumentRecord document, List<ParsedRecord> records) {
            RecordLines lines = Corrected.lines(
                    records, corrections.ofDocument(document.id().value()));
            List<Publishable> publishable = lines.records().stream()
                    .flatMap(record -> Publishable.of(record).stream())
                    .toList();
            return of(document, Comparison.of(publishable, this.records.ofDocument(document.id())));
        }

        /** Compares an upload with what is published at this moment. */
        public Preview of(Submission parsed) {
            DocumentRecord document = parsed.document();
            Submission submission =
                    Corrected.shown(parsed, corrections.ofDocument(document.id().value()));
            Publication publication = publications.get(document.id().value());
            Origin origin = Origin.of(submission.upload());
            return of(
                    document,
                    Comparison.of(
                            submission.publishable(),
                            records.ofDocument(document.id()),
                            record -> publication.isSuperseded(record, origin)));
        }

        private static Preview of(DocumentRecord document, Comparison comparison) {
            return new Preview(
                    document,
                    comparison.changes(),
                    comparison.inserted().stream().map(it -> entry(it.record())).toList(),
                    comparison.updated().stream().map(Preview::changed).toList(),
                    comparison.superseded().stream()
                            .map(it -> entry(it.found().record()))
                            .toList(),
                    entries(comparison.unchanged()),
                    entries(comparison.missing()),
                    entries(comparison.withheld()));
        }
    }

    private static Changed changed(Comparison.Update update) {
        Publishable record = update.found().record();
        return new Changed(
                record.kind(),
                record.id(),
                record.title(),
                update.known().revision() + 1,
                ContentDigest.differences(update.known().content(), record.content()),
                FieldChange.between(update.known().content(), record.content()));
    }

    private static List<Entry> entries(List<PublishedRecord> records) {
        return records.stream()
                .map(it -> new Entry(it.kind(), it.id(), it.title()))
                .toList();
    }

    private static Entry entry(Publishable record) {
        return new Entry(record.kind(), record.id(), record.title());
    }
}
