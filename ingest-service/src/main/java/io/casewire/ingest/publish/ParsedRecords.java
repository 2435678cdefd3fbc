package io.casewire.ingest.publish;

import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.upload.HeldUploads;
import io.casewire.ingest.upload.ParseResult;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.Uploads;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds single records as they were parsed, without anybody's correction. */
@Component
class ParsedRecords {
    private final Uploads uploads;
    private final HeldUploads held;
    private final Blobs blobs;

    ParsedRecords(Uploads uploads, HeldUploads held, Blobs blobs) {
        this.uploads = uploads;
        this.held = held;
        this.blobs = blobs;
    }

    /** A record in the document that it is from. */
    record Parsed(ParsedRecord content, DocumentRecord document) {}

    /** A published record as the reading has it that is published; empty where that has it no more. */
    Optional<Parsed> published(PublishedRecord record) {
        Optional<Upload> upload = record.origin() == null
                ? uploads.latestOf(new DocumentId(record.document()))
                : uploads.find(new SourceId(record.origin().upload()));
        return upload.map(Upload::standing).flatMap(parse -> in(parse, record.id()));
    }

    /**
     * A record of a document that waits for a person; empty where none has it. Looks into all that wait: they are few, and
     * it is for rare acts.
     */
    Optional<Parsed> held(String id) {
        List<Parsed> found = new ArrayList<>();
        held.each(upload -> {
            if (found.isEmpty()) {
                in(upload.parse(), id).ifPresent(found::add);
            }
        });
        return found.stream().findFirst();
    }

    private Optional<Parsed> in(@Nullable ParseResult parse, String id) {
        if (parse == null) {
            return Optional.empty();
        }
        byte[] bytes = blobs.read(parse.records());
        if (!new String(bytes, StandardCharsets.UTF_8).contains(id)) {
            return Optional.empty();
        }
        List<ParsedRecord> records = RecordLines.read(bytes).records();
        return records.stream()
                .filter(record -> Publishable.of(record)
                        .filter(found -> found.id().equals(id))
                        .isPresent())
                .findFirst()
                .filter(_ -> records.getFirst() instanceof DocumentRecord)
                .map(record -> new Parsed(record, (DocumentRecord) records.getFirst()));
    }
}
