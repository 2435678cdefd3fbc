package io.casewire.ingest.publish;

import io.casewire.ingest.upload.Upload;
import java.time.Instant;
import java.util.Comparator;

/** The file a published record is as it is by: of two copies of a document the one received later stands. */
record Origin(Instant receivedAt, String upload) implements Comparable<Origin> {
    private static final Comparator<Origin> ORDER =
            Comparator.comparing(Origin::receivedAt).thenComparing(Origin::upload);

    static Origin of(Upload upload) {
        return new Origin(upload.receivedAt(), upload.id());
    }

    boolean isAfter(Origin other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Origin other) {
        return ORDER.compare(this, other);
    }
}
