package io.casewire.notify.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.notify.delivery.Deliveries.Cursor;
import io.casewire.notify.delivery.Deliveries.LogQuery;
import java.io.Serial;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The delivery log. An agency sees its own; an operator all. What is somebody else's does not exist. */
@RestController
@RequestMapping("/api/notify/v1/deliveries")
class DeliveryController {
    private static final int LARGEST_PAGE = 200;

    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final InstantSource clock;

    DeliveryController(Deliveries deliveries, Dispatcher dispatcher, InstantSource clock) {
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable String subscription,
            @RequestParam(required = false) Delivery.@Nullable Status status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size,
            Caller caller) {
        int wanted = Math.clamp(size, 1, LARGEST_PAGE);
        List<Delivery> found = deliveries.page(
                new LogQuery(
                        caller.has(Role.OPERATOR) ? null : caller.agency(),
                        subscription,
                        status,
                        cursor == null ? null : read(cursor)),
                wanted + 1);
        List<Delivery> shown = found.subList(0, Math.min(wanted, found.size()));
        return new Page(
                shown.stream().map(DeliveryView::line).toList(), found.size() > wanted ? write(shown.getLast()) : null);
    }

    @GetMapping("/{id}")
    DeliveryView get(@PathVariable String id, Caller caller) {
        Delivery delivery = owned(id, caller);
        return DeliveryView.whole(delivery, deliveries.body(delivery.eventId()));
    }

    /** Sends it again, with the same id, from the foot of the ladder. */
    @PostMapping("/{id}/resend")
    ResponseEntity<DeliveryView> resend(@PathVariable String id, Caller caller) {
        owned(id, caller);
        if (!deliveries.resend(id, clock.instant())) {
            throw new UnderWay();
        }
        dispatcher.nudge();
        return ResponseEntity.accepted().body(DeliveryView.line(owned(id, caller)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onUnknown(UnknownDelivery unknown) {
        return problem(HttpStatus.NOT_FOUND, "unknown-delivery", "You have no such delivery.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onUnderWay(UnderWay underWay) {
        return problem(HttpStatus.CONFLICT, "delivery-under-way", "The delivery is being attempted right now.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onBadCursor(BadCursor bad) {
        return problem(HttpStatus.BAD_REQUEST, "bad-cursor", "The cursor is none that was given out here.");
    }

    private Delivery owned(String id, Caller caller) {
        return deliveries
                .find(id)
                .filter(found -> caller.has(Role.OPERATOR) || found.agency().equals(caller.agency()))
                .orElseThrow(UnknownDelivery::new);
    }

    private static String write(Delivery last) {
        return last.createdAt().toEpochMilli() + "_" + last.id();
    }

    private static Cursor read(String cursor) {
        int end = cursor.indexOf('_');
        if (end < 1 || end > 15 || !cursor.substring(0, end).chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new BadCursor();
        }
        return new Cursor(Instant.ofEpochMilli(Long.parseLong(cursor.substring(0, end))), cursor.substring(end + 1));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String slug, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:casewire:problem:" + slug));
        return ResponseEntity.of(problem).build();
    }

    /** A page of the log; {@code next} is the cursor of the page after it, absent on the last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<DeliveryView> items, @Nullable String next) {}

    private static final class UnknownDelivery extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    private static final class UnderWay extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    private static final class BadCursor extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;
    }
}
