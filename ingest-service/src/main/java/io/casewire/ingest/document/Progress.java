package io.casewire.ingest.document;

import io.casewire.ingest.upload.Upload;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams what happens to a document as server-sent events: one {@code status} event now and one after each change, each
 * with the whole status, until nothing more happens. It looks at the store, so it works on every instance.
 */
@RestController
class Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final int LOOKS_PER_HEARTBEAT = 50;
    private static final Duration MAX_DURATION = Duration.ofMinutes(30);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final DocumentLookup lookup;
    private final Semaphore watchers;

    Progress(DocumentLookup lookup, UploadSettings settings) {
        this.lookup = lookup;
        this.watchers = new Semaphore(settings.maxWatchers());
    }

    /** Tells each step of a document as it is taken, until the last. */
    @GetMapping(path = DocumentsController.PATH + "/{id}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter progress(@PathVariable String id) {
        Upload upload = lookup.find(id);
        if (!watchers.tryAcquire()) {
            throw UploadRefused.busy("Too many progress streams are open.", RETRY_AFTER);
        }
        SseEmitter emitter = new SseEmitter(MAX_DURATION.toMillis());
        Thread.ofVirtual().name("progress-" + upload.id()).start(() -> {
            try {
                watch(upload.id(), emitter);
                emitter.complete();
            } catch (UnknownDocument _) {
                // removed while it was watched
                emitter.complete();
            } catch (IOException | IllegalStateException e) {
                LOG.debug("Nobody watches {} any more", upload.id(), e);
            } catch (DataAccessException e) {
                emitter.completeWithError(e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                watchers.release();
            }
        });
        return emitter;
    }

    private void watch(String id, SseEmitter emitter) throws IOException, InterruptedException {
        Seen seen = new Seen(0, null);
        boolean settled = false;
        for (int look = 0; !settled; look++) {
            Upload upload = lookup.find(id);
            // one that waits for a person may do so for days
            settled = upload.settled();
            Seen now = new Seen(upload.steps().size(), upload.waitingFor());
            if (!Objects.equals(now, seen)) {
                emitter.send(SseEmitter.event()
                        .id(Integer.toString(now.steps()))
                        .name("status")
                        .data(DocumentView.of(upload), MediaType.APPLICATION_JSON));
                seen = now;
            } else if (look % LOOKS_PER_HEARTBEAT == 0) {
                emitter.send(SseEmitter.event().comment("still here"));
            }
            if (!settled) {
                Thread.sleep(LOOK_EVERY);
            }
        }
    }

    /** What a watcher has been told. */
    private record Seen(int steps, @Nullable String waitingFor) {}
}
