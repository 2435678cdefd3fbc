package io.casewire.notify.delivery;

import io.casewire.notify.delivery.Delivery.Status;
import io.casewire.notify.subscription.Subscriptions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much there is, for an overview: numbers only, so open to all. */
@RestController
class CountsController {
    private final Deliveries deliveries;
    private final Subscriptions subscriptions;

    CountsController(Deliveries deliveries, Subscriptions subscriptions) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
    }

    /** Numbers of subscriptions and deliveries. */
    @GetMapping("/api/notify/v1/counts")
    Counts counts() {
        return new Counts(
                subscriptions.count(),
                new ByStatus(
                        deliveries.count(Status.PENDING),
                        deliveries.count(Status.DELIVERED),
                        deliveries.count(Status.ABANDONED)));
    }

    /** Subscriptions of all agencies, and deliveries by where they stand. */
    record Counts(long subscriptions, ByStatus deliveries) {}

    /** Deliveries by where they stand. */
    record ByStatus(long pending, long delivered, long abandoned) {}
}
