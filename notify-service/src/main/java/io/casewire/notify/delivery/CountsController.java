package io.casewire.notify.delivery;

import io.casewire.notify.delivery.Delivery.Status;
import io.casewire.notify.subscription.Subscriptions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much there is, for an overview: numbers only, so open to all. */
@RestController
class CountsController {
    private final DeliveryLog log;
    private final Subscriptions subscriptions;

    CountsController(DeliveryLog log, Subscriptions subscriptions) {
        this.log = log;
        this.subscriptions = subscriptions;
    }

    /** Numbers of subscriptions and deliveries. */
    @GetMapping("/api/notify/v1/counts")
    Counts counts() {
        return new Counts(
                subscriptions.count(),
                new ByStatus(log.count(Status.PENDING), log.count(Status.DELIVERED), log.count(Status.ABANDONED)));
    }

    /** Subscriptions of all agencies, and deliveries by where they stand. */
    record Counts(long subscriptions, ByStatus deliveries) {}

    /** Deliveries by where they stand. */
    record ByStatus(long pending, long delivered, long abandoned) {}
}
