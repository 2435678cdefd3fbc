package io.casewire.notify.delivery.stream;

import io.casewire.notify.delivery.stream.LiveEvents.Reader;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live stream over HTTP, as server-sent events; each reader has a virtual thread that writes to it. */
@RestController
class StreamController {
    private static final Logger LOG = LoggerFactory.getLogger(StreamController.class);
    private static final int LONGEST_ID = 200;
    /** How soon a reader that is let go notices, which a stopping service waits for. */
    private static final long SLICE_MILLIS = 500;

    private final LiveEvents events;
    private final StreamSettings settings;

    StreamController(LiveEvents events, StreamSettings settings) {
        this.events = events;
        this.settings = settings;
    }

    @GetMapping(path = "/api/notify/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastSeen) {
        Reader reader = events.join(lastSeen == null || lastSeen.length() > LONGEST_ID ? null : lastSeen)
                .orElseThrow(TooManyReaders::new);
        SseEmitter emitter = new SseEmitter(0L);
        Thread.ofVirtual().name("stream-reader").start(() -> write(reader, emitter));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onTooMany(TooManyReaders tooMany) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "As many streams are open as are allowed; try again later.");
        problem.setType(URI.create("urn:casewire:problem:too-many-streams"));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "30")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private void write(Reader reader, SseEmitter emitter) {
        try {
            // something at once, so that proxies and readers know the stream stands
            emitter.send(SseEmitter.event().comment("casewire").reconnectTime(3000));
            long silentSince = System.nanoTime();
            while (!reader.ended()) {
                Optional<LiveEvent> next = reader.next(SLICE_MILLIS, TimeUnit.MILLISECONDS);
                if (next.isPresent()) {
                    emitter.send(SseEmitter.event().id(next.get().id()).data(next.get(), MediaType.APPLICATION_JSON));
                    silentSince = System.nanoTime();
                } else if (System.nanoTime() - silentSince
                        >= settings.heartbeat().toNanos()) {
                    emitter.send(SseEmitter.event().comment("still here"));
                    silentSince = System.nanoTime();
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A reader went away: {}", e.getMessage());
            emitter.completeWithError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } finally {
            events.leave(reader);
        }
    }

    private static final class TooManyReaders extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
