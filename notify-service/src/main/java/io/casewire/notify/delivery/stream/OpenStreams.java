package io.casewire.notify.delivery.stream;

import io.casewire.notify.delivery.stream.CatchUp.SinkClosed;
import io.casewire.serving.problem.Problems;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams as server-sent events; each reader has a virtual thread that writes to it. */
@Component
class OpenStreams {
    private static final Logger LOG = LoggerFactory.getLogger(OpenStreams.class);
    private static final long RECONNECT_MILLIS = 3000;
    private static final long BETWEEN_ASKING_NANOS = Duration.ofSeconds(3).toNanos();

    private final LiveStream stream;

    OpenStreams(LiveStream stream) {
        this.stream = stream;
    }

    /**
     * The answer that goes on for as long as its reader does.
     *
     * @param lastId of the last event the reader saw; null for one that looks for the first time
     * @param goesOn asked every few seconds: where it does not, the stream ends, and its reader comes back with its place
     * @throws ErrorResponseException (503) where as many are open as are allowed
     */
    ResponseEntity<SseEmitter> open(Predicate<LiveEvent> filter, @Nullable String lastId, BooleanSupplier goesOn) {
        if (!stream.enter()) {
            throw tooManyReaders();
        }
        SseEmitter emitter = new SseEmitter(0L);
        Thread.ofVirtual().name("stream-reader").start(() -> write(filter, lastId, new Emitting(emitter, goesOn)));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    private void write(Predicate<LiveEvent> filter, @Nullable String lastId, Emitting output) {
        SseEmitter emitter = output.emitter;
        try {
            // something at once, so that proxies and readers know the stream stands
            emitter.send(SseEmitter.event().comment("casewire").reconnectTime(RECONNECT_MILLIS));
            stream.session(filter, output).run(lastId);
            emitter.complete();
        } catch (SinkClosed | IOException | IllegalStateException e) {
            LOG.debug("A reader went away: {}", e.getMessage());
            emitter.complete();
        } catch (KafkaException | DataAccessException e) {
            LOG.warn("A reader comes back with its place, as Kafka or the store does not answer: {}", e.getMessage());
            emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } finally {
            stream.leave();
        }
    }

    /** Writes server-sent events. */
    private static final class Emitting implements StreamSession.Output {
        private final SseEmitter emitter;
        private final BooleanSupplier goesOn;
        private long asked = System.nanoTime();

        Emitting(SseEmitter emitter, BooleanSupplier goesOn) {
            this.emitter = emitter;
            this.goesOn = goesOn;
        }

        @Override
        public void event(LiveEvent.Line line, String id) throws IOException {
            ask();
            emitter.send(SseEmitter.event().id(id).data(line, MediaType.APPLICATION_JSON));
        }

        @Override
        public void gap(Gap gap, String id) throws IOException {
            ask();
            emitter.send(SseEmitter.event().name("gap").id(id).data(gap, MediaType.APPLICATION_JSON));
        }

        @Override
        public void alive(@Nullable String id) throws IOException {
            ask();
            SseEmitter.SseEventBuilder alive = SseEmitter.event().comment("still here");
            emitter.send(id == null ? alive : alive.id(id));
        }

        private void ask() throws IOException {
            if (System.nanoTime() - asked < BETWEEN_ASKING_NANOS) {
                return;
            }
            asked = System.nanoTime();
            if (!goesOn.getAsBoolean()) {
                throw new IOException("What was asked for has changed");
            }
        }
    }

    private static ErrorResponseException tooManyReaders() {
        ErrorResponseException refused = Problems.refused(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-many-streams",
                "As many streams are open as are allowed; try again later.");
        refused.getHeaders().set(HttpHeaders.RETRY_AFTER, "30");
        return refused;
    }
}
