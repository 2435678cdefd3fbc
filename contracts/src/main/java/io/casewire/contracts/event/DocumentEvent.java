package io.casewire.contracts.event;

import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.parsed.DocumentRecord;

/** What became of a document. Made by ingest; read by notify and the console. */
public sealed interface DocumentEvent extends Event {
    /** The document's id. */
    DocumentId id();

    @Override
    default String key() {
        return id().value();
    }

    /**
     * Every record of the document is acknowledged by Kafka.
     *
     * @param name the file's name as uploaded
     * @param changes what was published for it this time
     */
    record DocumentPublished(DocumentRecord document, String name, long revision, Changes changes)
            implements DocumentEvent {
        @Override
        public DocumentId id() {
            return document.id();
        }
    }

    /**
     * The document could not be read, or nothing in it may be published.
     *
     * @param code stable, upper case, for example {@code MOJIBAKE}
     * @param reason one sentence for the person who sent it
     */
    record DocumentRejected(DocumentId id, SourceId source, String name, long revision, String code, String reason)
            implements DocumentEvent {}

    /**
     * The accounting of one parse.
     *
     * @param inserted records published for the first time
     * @param updated records published as a new revision
     * @param unchanged records that were known as they are; nothing was published for them
     * @param missing records an earlier parse had and this one has not; they stay until an operator withdraws them
     */
    record Changes(int inserted, int updated, int unchanged, int missing) {}
}
