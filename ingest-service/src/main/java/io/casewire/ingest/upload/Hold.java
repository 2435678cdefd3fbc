package io.casewire.ingest.upload;

import io.casewire.ingest.blob.BlobReference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a file is not published before a person says so.
 *
 * @param asked whether its sender asked for it
 * @param every whether every document was held when it was parsed
 * @param codes of the diagnostics that hold it; empty where it is held for other reasons
 * @param since when it was parsed, and held from; null before
 * @param decision null until a person has decided
 * @param before what of it is published and stands while a new reading of it is held; null where nothing was published
 */
public record Hold(
        boolean asked,
        boolean every,
        List<String> codes,
        @Nullable Instant since,
        @Nullable Decision decision,
        @Nullable EarlierReading before) {
    /** The wish of a sender, before the file is parsed. */
    public static final Hold ASKED = new Hold(true, false, List.of(), null, null, null);

    public Hold {
        codes = List.copyOf(codes);
    }

    /**
     * What a person decided.
     *
     * @param publish false where it is not to be published
     * @param by subject of their token; not shown to the public
     * @param reason null where none was given, which is enough only to publish
     */
    public record Decision(
            boolean publish,
            String by,
            Instant at,
            @Nullable String reason) {}

    /** The reading that is published. */
    public record EarlierReading(
            UploadState state, ParseResult parse, @Nullable BlobReference text) {}

    /** Whether it waits for a person. */
    public boolean open() {
        return since != null && decision == null;
    }
}
