package io.casewire.ingest.document;

import io.casewire.contracts.id.DocumentId;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases.Leased;
import io.casewire.ingest.publish.Publisher;
import io.casewire.ingest.upload.ParseResult;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.Uploads;
import io.casewire.ingest.upload.WorkQueue;
import io.casewire.ingest.upload.WorkQueue.Entry;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Removes an upload of which nothing is on the topics, with its bytes. */
@Component
class Removal {
    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
    private static final int TRIES_AT_THE_END = 20;

    private final Uploads uploads;
    private final WorkQueue queue;
    private final Publisher publisher;
    private final Blobs blobs;

    Removal(Uploads uploads, WorkQueue queue, Publisher publisher, Blobs blobs) {
        this.uploads = uploads;
        this.queue = queue;
        this.publisher = publisher;
        this.blobs = blobs;
    }

    /** The upload stays. */
    static final class NotRemoved extends ErrorResponseException {
        private static final long serialVersionUID = 1L;

        private NotRemoved(String slug, String title, String detail) {
            super(HttpStatus.CONFLICT, ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail), null);
            setType(URI.create("urn:casewire:problem:" + slug));
            setTitle(title);
        }

        static NotRemoved published() {
            return new NotRemoved(
                    "document-published",
                    "The document is published",
                    "Records of it are on the topics, or about to be, and with whoever read them. Withdraw the records instead:"
                            + " POST /api/ingest/v1/records/{id}/withdraw.");
        }

        static NotRemoved busy() {
            NotRemoved busy = new NotRemoved(
                    "document-busy",
                    "The document is being worked on",
                    "It is being worked on at this moment. Try again shortly.");
            busy.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_AFTER.toSeconds()));
            return busy;
        }
    }

    /** @throws NotRemoved where something of it is published, begins to be, or somebody works on it */
    void remove(Upload known) {
        if (known.wasPublished()) {
            throw NotRemoved.published();
        }
        try (Lease lease = take(known)) {
            Upload upload =
                    uploads.claim(known.uploadId(), lease, 0).orElseThrow(() -> new UnknownDocument(known.id()));
            ParseResult parse = upload.parse();
            if (upload.wasPublished()
                    || (parse != null && publisher.isPending(new DocumentId(parse.documentId()), upload.uploadId()))) {
                throw NotRemoved.published();
            }
            if (!uploads.remove(upload, lease)) {
                throw NotRemoved.busy();
            }
            lease.closeByRemoval();
            LOG.info("{} ({}), which was {}, is removed", upload.id(), upload.name(), upload.state());
            removeBytes(upload);
        }
    }

    /** Whoever holds the entry is the only one to work on it; who brought it to its end is about to give it back. */
    private Lease take(Upload known) {
        int tries = known.state().isFinal() ? TRIES_AT_THE_END : 1;
        for (int i = 0; i < tries; i++) {
            if (i > 0) {
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
            queue.add(known.id(), known.receivedAt());
            Optional<Leased<Entry>> taken = queue.takeEvenIfWaiting(known.id());
            if (taken.isPresent()) {
                return taken.get().lease();
            }
        }
        throw NotRemoved.busy();
    }

    /** After the entry: a crash in between leaves bytes nobody refers to, never an entry without its bytes. */
    private void removeBytes(Upload upload) {
        blobs.delete(upload.original());
        ParseResult parse = upload.parse();
        if (parse != null) {
            // they name the original's hash, so nobody shares them
            blobs.delete(parse.records());
            removeUnlessShared("reading.diagnostics", parse.diagnostics());
        }
        BlobReference text = upload.text();
        if (text != null) {
            removeUnlessShared("text", text);
        }
    }

    private void removeUnlessShared(String field, BlobReference blob) {
        if (!uploads.refersTo(field, blob)) {
            blobs.delete(blob);
        }
    }
}
