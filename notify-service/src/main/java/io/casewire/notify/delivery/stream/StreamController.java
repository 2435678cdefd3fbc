package io.casewire.notify.delivery.stream;

import io.casewire.notify.delivery.stream.CatchUp.SinkClosed;
import io.casewire.notify.matching.EventFilter;
import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.CriteriaNames;
import io.casewire.notify.subscription.EventKind;
import io.casewire.notify.subscription.Particulars;
import io.casewire.serving.problem.Problems;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live stream over HTTP, as server-sent events; each reader has a virtual thread that writes to it. */
@RestController
class StreamController {
    private static final Logger LOG = LoggerFactory.getLogger(StreamController.class);
    private static final long RECONNECT_MILLIS = 3000;

    private final LiveStream stream;

    StreamController(LiveStream stream) {
        this.stream = stream;
    }

    /** Public events as they happen, a line each; goes on after {@code Last-Event-ID}. */
    @GetMapping(path = "/api/notify/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastId,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(required = false) @Nullable List<String> domain,
            @RequestParam(required = false) @Nullable List<String> zone,
            @RequestParam(required = false) @Nullable List<String> area,
            @RequestParam(required = false) @Nullable List<String> region,
            @RequestParam(required = false) @Nullable List<String> unit,
            @RequestParam(required = false) @Nullable List<String> originality,
            @RequestParam(required = false) @Nullable List<String> scope,
            @RequestParam(required = false) @Nullable List<String> strength,
            @RequestParam(required = false) @Nullable List<String> genre,
            @RequestParam(required = false) @Nullable List<String> instrument,
            @RequestParam(required = false) @Nullable List<String> level,
            @RequestParam(required = false) @Nullable List<String> status,
            @RequestParam(required = false) @Nullable List<String> outcome,
            @RequestParam(required = false) @Nullable String concerns) {
        CriteriaNames names = new CriteriaNames();
        Set<EventKind> kinds = kind == null ? EnumSet.allOf(EventKind.class) : names.kinds("kind", kind);
        Criteria criteria = new Criteria(
                kinds,
                names.domains("domain", domain),
                names.zones("zone", zone),
                names.areas("area", area),
                names.regions("region", region),
                names.units("unit", unit),
                names.originality("originality", originality),
                names.scopes("scope", scope),
                names.query("q", q),
                new Particulars(
                        names.strengths("strength", strength),
                        names.genres("genre", genre),
                        names.instruments("instrument", instrument),
                        names.levels("level", level),
                        names.statuses("status", status),
                        names.outcomes("outcome", outcome),
                        names.concerns("concerns", concerns)));
        if (kind != null) {
            names.checkKinds("kind", criteria);
        }
        if (!names.problems().isEmpty()) {
            throw invalidFilter(names.problems());
        }
        EventFilter filter = new EventFilter(criteria);
        return open(event -> filter.takes(event.facts()), lastId);
    }

    private ResponseEntity<SseEmitter> open(Predicate<LiveEvent> filter, @Nullable String lastId) {
        if (!stream.enter()) {
            throw tooManyReaders();
        }
        SseEmitter emitter = new SseEmitter(0L);
        Thread.ofVirtual().name("stream-reader").start(() -> write(filter, lastId, emitter));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    private void write(Predicate<LiveEvent> filter, @Nullable String lastId, SseEmitter emitter) {
        try {
            // something at once, so that proxies and readers know the stream stands
            emitter.send(SseEmitter.event().comment("casewire").reconnectTime(RECONNECT_MILLIS));
            stream.session(filter, new Emitting(emitter)).run(lastId);
            emitter.complete();
        } catch (SinkClosed | IOException | IllegalStateException e) {
            LOG.debug("A reader went away: {}", e.getMessage());
            emitter.complete();
        } catch (KafkaException e) {
            LOG.warn("A reader comes back with its place, as Kafka does not answer: {}", e.getMessage());
            emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } finally {
            stream.leave();
        }
    }

    /** Writes server-sent events. */
    private record Emitting(SseEmitter emitter) implements StreamSession.Output {
        @Override
        public void event(LiveEvent.Line line, String id) throws IOException {
            emitter.send(SseEmitter.event().id(id).data(line, MediaType.APPLICATION_JSON));
        }

        @Override
        public void gap(Gap gap, String id) throws IOException {
            emitter.send(SseEmitter.event().name("gap").id(id).data(gap, MediaType.APPLICATION_JSON));
        }

        @Override
        public void alive(@Nullable String id) throws IOException {
            SseEmitter.SseEventBuilder alive = SseEmitter.event().comment("still here");
            emitter.send(id == null ? alive : alive.id(id));
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

    private static ErrorResponseException invalidFilter(List<String> sentences) {
        ErrorResponseException refused =
                Problems.refused(HttpStatus.BAD_REQUEST, "invalid-filter", String.join(" ", sentences));
        refused.getBody().setProperty("errors", sentences);
        return refused;
    }
}
