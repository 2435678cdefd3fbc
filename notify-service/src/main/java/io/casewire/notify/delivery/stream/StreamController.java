package io.casewire.notify.delivery.stream;

import io.casewire.notify.matching.EventFilter;
import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.CriteriaNames;
import io.casewire.notify.subscription.EventKind;
import io.casewire.notify.subscription.Particulars;
import io.casewire.serving.problem.Problems;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live stream over HTTP. */
@RestController
class StreamController {
    private final OpenStreams streams;

    StreamController(OpenStreams streams) {
        this.streams = streams;
    }

    /** Public events as they happen, a line each; goes on after {@code Last-Event-ID} or {@code lastEventId}. */
    @GetMapping(path = "/api/notify/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String header,
            @RequestParam(required = false) @Nullable String lastEventId,
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
        return streams.open(event -> filter.takes(event.facts()), LastEventId.of(header, lastEventId), () -> true);
    }

    private static ErrorResponseException invalidFilter(List<String> sentences) {
        ErrorResponseException refused =
                Problems.refused(HttpStatus.BAD_REQUEST, "invalid-filter", String.join(" ", sentences));
        refused.getBody().setProperty("errors", sentences);
        return refused;
    }
}
