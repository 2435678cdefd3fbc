package io.casewire.ingest.publish;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.wire.WireJson;
import java.time.Instant;
import java.util.List;
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
 * @param corrected JSON pointers of the fields in which a person's value stands; null for none
 * @param missing that a reissue of the document lacks it; null where none does
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
        @Nullable Origin origin,
        @Nullable List<String> corrected,
        @Nullable Missing missing) {
    /**
     * That a reissue lacks the record, which stays until somebody decides.
     *
     * @param since when that was seen first
     * @param by the newest file that lacks it
     * @param kept why it stays all the same; null until somebody decided so
     */
    record Missing(Instant since, Origin by, @Nullable Kept kept) {}

    /** @param by subject of the token; not shown to the public */
    record Kept(String by, Instant at, String reason) {}

    /** @param missing a mark that goes on, as a file received later set it; null for none */
    static PublishedRecord of(
            Publishable record,
            DocumentReference document,
            long revision,
            String digest,
            Instant at,
            @Nullable Origin origin,
            @Nullable Missing missing) {
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
                origin,
                record.corrected().isEmpty() ? null : record.corrected(),
                missing);
    }

    /** The mark that it is missing, where it still holds after a file of that place among the copies has the record. */
    @Nullable
    Missing missingAfter(Origin origin) {
        return missing != null && missing.by().isAfter(origin) ? missing : null;
    }

    boolean withdrawn() {
        return withdrawnBecause != null;
    }

    Publishable record() {
        ParsedRecord parsed = WireJson.mapper().readValue(content, ParsedRecord.class);
        return Publishable.of(parsed)
                .map(record -> record.corrected(corrected))
                .orElseThrow(() -> new IllegalStateException(id + " is no record with events"));
    }

    DocumentReference documentReference() {
        return WireJson.mapper().readValue(reference, DocumentReference.class);
    }
}
