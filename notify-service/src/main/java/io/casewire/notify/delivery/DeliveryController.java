package io.casewire.notify.delivery;

import io.casewire.contracts.id.SubscriptionId;
import io.casewire.identity.Caller;
import io.casewire.notify.delivery.LogQuery.Place;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.subscription.Reach;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Problems;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The delivery log. An agency or region sees its own, a coordinator those of regions, an operator all. What is somebody else's does not exist. */
@RestController
@RequestMapping("/api/notify/v1/deliveries")
class DeliveryController {
    private static final int MAX_PAGE = 200;

    private final Deliveries deliveries;
    private final DeliveryLog log;
    private final Receipts receipts;
    private final Dispatcher dispatcher;
    private final InstantSource clock;

    DeliveryController(
            Deliveries deliveries, DeliveryLog log, Receipts receipts, Dispatcher dispatcher, InstantSource clock) {
        this.deliveries = deliveries;
        this.log = log;
        this.receipts = receipts;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /** Deliveries of the caller's subscriptions, newest first. */
    @GetMapping
    Page<DeliveryView> list(
            @RequestParam(required = false) @Nullable String subscription,
            @RequestParam(required = false) Delivery.@Nullable Status status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size,
            Caller caller) {
        int asked = Page.size(size, MAX_PAGE);
        return Page.of(
                log.page(
                        new LogQuery(
                                Reach.of(caller),
                                subscriptionId(subscription),
                                status,
                                Cursor.read(cursor, DeliveryController::place)),
                        asked + 1),
                asked,
                DeliveryView::line,
                delivery -> delivery.createdAt().toEpochMilli() + "_" + delivery.id());
    }

    /** A delivery with its message and its last attempts. */
    @GetMapping("/{id}")
    DeliveryView get(@PathVariable String id, Caller caller) {
        Delivery delivery = owned(id, caller);
        return DeliveryView.whole(delivery, deliveries.body(delivery.eventId()));
    }

    /** Sends it again, with the same id, with all its retries. */
    @PostMapping("/{id}/resend")
    @Described(status = 202)
    ResponseEntity<DeliveryView> resend(@PathVariable String id, Caller caller) {
        Delivery asked = owned(id, caller);
        if (asked.held() != null && asked.status() != Delivery.Status.PENDING) {
            throw Problems.refused(
                    HttpStatus.CONFLICT,
                    "told-in-a-digest",
                    "It is told with others: …/subscriptions/{id}/digests names the delivery that can be sent again.");
        }
        if (Parcel.isQuestion(asked.eventType())) {
            throw Problems.refused(
                    HttpStatus.CONFLICT,
                    "asked-already",
                    "A receiver is asked once more by POST …/confirmation of the subscription.");
        }
        if (!deliveries.resend(id, clock.instant())) {
            throw underWay();
        }
        dispatcher.wakeUp();
        return ResponseEntity.accepted().body(DeliveryView.line(owned(id, caller)));
    }

    /** Signs for a message that was delivered; a second time changes nothing. */
    @PostMapping("/{id}/receipt")
    DeliveryView sign(
            @PathVariable String id, @RequestBody(required = false) @Nullable ReceiptRequest request, Caller caller) {
        Delivery delivery = owned(id, caller);
        if (Parcel.isQuestion(delivery.eventType()) || delivery.status() != Delivery.Status.DELIVERED) {
            throw Problems.refused(
                    HttpStatus.CONFLICT, "not-delivered", "Only for a message that was delivered can somebody sign.");
        }
        try {
            return receipts.sign(delivery, request == null ? null : request.name())
                    .map(DeliveryView::line)
                    .orElseThrow(DeliveryController::underWay);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private Delivery owned(String id, Caller caller) {
        return deliveries
                .find(id)
                .filter(found -> Reach.of(caller).covers(found.agency()))
                .orElseThrow(DeliveryController::unknown);
    }

    private static @Nullable String subscriptionId(@Nullable String given) {
        SubscriptionId id = InvalidParameter.read("subscription", given, SubscriptionId::new);
        return id == null ? null : id.value();
    }

    private static Place place(String key) {
        int end = key.indexOf('_');
        if (end < 0) {
            throw new IllegalArgumentException("no place");
        }
        return new Place(Instant.ofEpochMilli(Long.parseLong(key.substring(0, end))), key.substring(end + 1));
    }

    private static ErrorResponseException underWay() {
        return Problems.refused(
                HttpStatus.CONFLICT, "delivery-under-way", "The delivery is being attempted right now.");
    }

    private static ErrorResponseException unknown() {
        return Problems.refused(HttpStatus.NOT_FOUND, "unknown-delivery", "You have no such delivery.");
    }

    /** Who signs; nobody in particular if absent. */
    record ReceiptRequest(@Nullable String name) {}
}
