package io.casewire.ingest.publish;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.wire.WireJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The last published revision of a record.
 *
 * @param document id of the document it is from
 * @param topic name of the topic it lives on
 * @param digest {@link ContentDigest} of {@code content}
 * @param content the record as JSON
 * @param reference the document as it was cited, as JSON
 * @param withdrawnBecause the operator's words; null unless withdrawn
 * @param at when that revision was planned
 * @param origin the file it is as it is by; null where it was published before that was noted, and stands for the
 *     newest of the document then
 */
record PublishedRecord(
        @Id String id,
        String document,
        String kind,
        String title,
        String topic,
        long revision,
        String digest,
        String content,
        String reference,
        @Nullable String withdrawnBecause,
        Instant at,
        @Nullable Origin origin) {

    static PublishedRecord of(
            Publishable record, DocumentReference document, long revision, String digest, Instant at, Origin origin) {
        return new PublishedRecord(
                record.id(),
                document.id().value(),
                record.kind(),
                record.title(),
                record.topic().name(),
                revision,
                digest,
                WireJson.mapper().writeValueAsString(record.content()),
                WireJson.mapper().writeValueAsString(document),
                null,
                at,
                origin);
    }

    boolean withdrawn() {
        return withdrawnBecause != null;
    }

    Publishable record() {
        ParsedRecord parsed = WireJson.mapper().readValue(content, ParsedRecord.class);
        return Publishable.of(parsed).orElseThrow(() -> new IllegalStateException(id + " is no record with events"));
    }

    DocumentReference documentReference() {
        return WireJson.mapper().readValue(reference, DocumentReference.class);
    }
}
